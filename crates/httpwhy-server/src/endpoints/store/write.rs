//! PUT, POST and PATCH of a document.

use bytes::Bytes;

use crate::endpoints::ask::{Answered, Ask, Checked};
use crate::endpoints::content::named_object;
use crate::endpoints::provoked::provoked;
use crate::endpoints::simple::new_uuid;
use crate::plan::Plan;

use super::check::check_state;
use super::entries::{Entries, Kind};
use super::merge::merge;
use super::multistatus::href;
use super::{key, open, put as store};

/// The one form of patch that is understood.
pub const PATCH: &str = "application/merge-patch+json";
const JSON: &str = "application/json";

/// 201 for what is new, 204 for what is replaced.
pub fn put(ask: &Ask) -> Answered {
    let media_type = ask.media_type().unwrap_or_else(|| "application/octet-stream".to_owned());
    if media_type == JSON {
        named_object(&ask.request.content)?;
    }
    let mut entries = open(ask);
    let key = destination(ask, &entries)?;
    check_state(&entries, ask, &key)?;
    let is_new = entries.get(&key, ask.now).is_none();
    store(&mut entries, ask, &key, media_type, ask.request.content.clone())?;
    Ok(changed(&entries, ask, &key, is_new))
}

/// POST to a collection takes a new key below it.
fn destination(ask: &Ask, entries: &Entries) -> Checked<String> {
    let key = key(ask);
    match (entries.is_collection(key, ask.now), ask.method()) {
        (false, _) => Ok(key.to_owned()),
        (true, "POST") if key.is_empty() => Ok(new_uuid()),
        (true, "POST") => Ok(format!("{key}/{}", new_uuid())),
        (true, _) => Err(provoked(405, "This is a collection, which cannot be put. PUT something below it.")
            .field("Allow", "GET, HEAD, POST, OPTIONS, PROPFIND, DELETE")
            .into()),
    }
}

/// Merges a patch into the JSON there is.
pub fn patch(ask: &Ask) -> Answered {
    let patch = serde_json::from_slice(&ask.request.content).map_err(|error| {
        provoked(400, format!("The patch is not JSON: {error}. Correct it there and send it again."))
    })?;
    let mut entries = open(ask);
    let key = key(ask);
    check_state(&entries, ask, key)?;
    let document = match entries.get(key, ask.now).map(|entry| &entry.kind) {
        Some(Kind::Document { media_type, content, .. }) if media_type == JSON => serde_json::from_slice(content).ok(),
        _ => None,
    };
    let document = document
        .ok_or_else(|| provoked(409, "What is here is no JSON, so nothing can be merged into it. PUT JSON first."))?;
    let merged = merge(document, patch).to_string();
    named_object(merged.as_bytes())?;
    store(&mut entries, ask, key, JSON.to_owned(), Bytes::from(merged))?;
    Ok(changed(&entries, ask, key, false))
}

/// 201 with where and what it is, or 204; both with the new tag.
fn changed(entries: &Entries, ask: &Ask, key: &str, is_new: bool) -> Plan {
    let entry = entries.get(key, ask.now);
    let plan = match is_new {
        true => {
            let body =
                serde_json::json!({ "href": href(key), "version": entry.map(|entry| entry.version), "seconds": 600 });
            let plan = Plan::new(201).field("Location", href(key)).field("Cache-Control", "no-store");
            plan.content("application/json", format!("{body:#}\n"))
        }
        false => Plan::new(204),
    };
    match entry.and_then(|entry| entry.validators().tag) {
        Some(tag) => plan.field("ETag", tag.to_string()),
        None => plan,
    }
}
