//! MKCOL, DELETE, COPY and MOVE: changes of what is where (RFC 4918, 9.3 to 9.9).

use percent_encoding::percent_decode_str;

use crate::endpoints::ask::{Answered, Ask, Checked};
use crate::endpoints::provoked::provoked;
use crate::plan::Plan;

use super::check::check_state;
use super::entries::{Entries, Kind, parent};
use super::multistatus::{href, multistatus, response};
use super::{full, key, lock, open, put};

/// 201, or 405 for what is there.
pub fn make_collection(ask: &Ask) -> Answered {
    let (key, mut entries) = (key(ask), open(ask));
    check_state(&entries, ask, key)?;
    if key.is_empty() || entries.get(key, ask.now).is_some() {
        let allow = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS, PROPFIND, PROPPATCH, COPY, MOVE, LOCK, UNLOCK";
        return Err(provoked(405, "Something is here, so no collection can be made. DELETE it, or take another name.")
            .field("Allow", allow)
            .into());
    }
    entries.insert(key, Kind::Collection, ask.now, ask.time).map_err(|_| full())?;
    Ok(Plan::new(201).field("Location", href(key)))
}

/// 204; 207 if a lock keeps some of it.
pub fn delete(ask: &Ask) -> Answered {
    let (key, mut entries) = (key(ask), open(ask));
    check_state(&entries, ask, key)?;
    if key.is_empty() {
        return Err(provoked(403, "The root cannot be deleted. Delete what is in it.").into());
    }
    let keys: Vec<String> = entries.below(key, ask.now).map(|(key, _)| key.to_owned()).collect();
    let (kept, mut buried): (Vec<_>, Vec<_>) =
        keys.into_iter().partition(|key| lock::check(&entries, ask, key).is_err());
    if kept.is_empty() {
        buried.push(key.to_owned());
    }
    // What a kept entry is in stays, too (RFC 4918, 9.6.1).
    let holds_kept = |place: &String| kept.iter().any(|kept| kept.starts_with(&format!("{place}/")));
    buried.iter().filter(|place| !holds_kept(place)).for_each(|key| entries.bury(key, ask.time));
    Ok(match kept.is_empty() {
        true => Plan::new(204),
        false => multistatus(&kept.iter().map(|key| response(&href(key), 423)).collect::<String>()),
    })
}

/// COPY and MOVE of a document: 201, or 204 if it took the place of another.
pub fn transfer(ask: &Ask) -> Answered {
    let (key, mut entries) = (key(ask), open(ask));
    check_state(&entries, ask, key)?;
    let Some(Kind::Document { media_type, content, .. }) = entries.get(key, ask.now).map(|entry| entry.kind.clone())
    else {
        return Err(provoked(
            403,
            "Documents alone can be copied and moved here. Copy what is in the collection, one by one.",
        )
        .into());
    };
    let to = destination(ask)?;
    let is_new = check_destination(&entries, ask, key, &to)?;
    put(&mut entries, ask, &to, media_type, content)?;
    if ask.method() == "MOVE" {
        entries.bury(key, ask.time);
    }
    Ok(match is_new {
        true => Plan::new(201).field("Location", href(&to)),
        false => Plan::new(204),
    })
}

/// The key in the field Destination (RFC 4918, 10.3), which may be whole or begin with a slash.
fn destination(ask: &Ask) -> Checked<String> {
    let value =
        ask.field("destination").ok_or_else(|| provoked(400, "Destination is missing. Say with it where to."))?;
    let path = match value.split_once("://").and_then(|(_, rest)| rest.split_once('/')) {
        Some((host, _)) if host != ask.request.authority => {
            return Err(provoked(
                502,
                "Destination is another server, to which nothing is copied. Name a path of this one.",
            )
            .into());
        }
        Some((_, path)) => path,
        None => value.trim_start_matches('/'),
    };
    let key = path
        .strip_prefix("store/")
        .map(|key| percent_decode_str(key).decode_utf8_lossy().trim_end_matches('/').to_owned());
    let key = key.filter(|key| !key.is_empty() && key.len() <= 256);
    Ok(key.ok_or_else(|| provoked(403, "Destination is outside of the store. Name a path below /store/."))?)
}

/// Whether the destination is new; refused if it must not be replaced, is held, or has nothing to be in.
fn check_destination(entries: &Entries, ask: &Ask, from: &str, to: &str) -> Checked<bool> {
    if from == to {
        Err(provoked(403, "Destination is where it is now. Name another path."))?;
    }
    if !entries.is_collection(parent(to), ask.now) {
        Err(provoked(409, "What Destination would be in is not there. Make it first, with MKCOL."))?;
    }
    lock::check(entries, ask, to)?;
    let is_new = entries.get(to, ask.now).is_none();
    if entries.is_collection(to, ask.now) {
        Err(provoked(409, "Destination is a collection. Delete it first, or name a path below it."))?;
    }
    if !is_new && ask.field("overwrite").is_some_and(|value| value.eq_ignore_ascii_case("F")) {
        Err(provoked(
            412,
            "Something is at Destination, and Overwrite: F protects it. Send Overwrite: T to replace it.",
        ))?;
    }
    Ok(is_new)
}
