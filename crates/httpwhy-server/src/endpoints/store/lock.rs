//! Write locks (RFC 4918, 6 and 7): LOCK, UNLOCK, and which change needs which token.

use std::time::{Duration, Instant};

use crate::endpoints::ask::{Answered, Ask, Checked};
use crate::endpoints::provoked::{marked, provoked};
use crate::endpoints::simple::new_uuid;
use crate::plan::Plan;

use super::entries::{Entries, parent};
use super::multistatus::{XML, escape, href};
use super::{key, open, put};

const LONGEST: Duration = Duration::from_secs(600);

/// An exclusive write lock.
#[derive(Debug, Clone)]
pub struct Lock {
    pub token: String,
    pub reach: Reach,
    pub end: Instant,
}

/// What a lock holds beside the resource itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Depth: 0
    Itself,
    /// Depth: infinity
    AllBelow,
}

/// 423 if a lock is in the way and its token did not come; 412 if another token came (RFC 4918, 10.4).
pub fn check(entries: &Entries, ask: &Ask, key: &str) -> Checked {
    let tokens = submitted(ask);
    let Some((place, lock)) = holding(entries, key, ask.now) else {
        let is_met = tokens.is_none();
        let detail = "If names a lock that is not there. Leave it out, or lock again.";
        return if is_met { Ok(()) } else { Err(provoked(412, detail).into()) };
    };
    match tokens {
        Some(tokens) if tokens.contains(&lock.token.as_str()) => Ok(()),
        Some(_) => {
            Err(provoked(412, "If names another lock than the one that holds this. Look at it with PROPFIND.").into())
        }
        None => Err(locked(place).into()),
    }
}

/// The lock that holds this key, and where it is.
pub fn holding<'a>(entries: &'a Entries, key: &'a str, now: Instant) -> Option<(&'a str, &'a Lock)> {
    let live = |key: &str| entries.get(key, now).and_then(|entry| entry.lock.as_ref()).filter(|lock| lock.end > now);
    if let Some(lock) = live(key) {
        return Some((key, lock));
    }
    let is_new = entries.get(key, now).is_none();
    let mut place = key;
    while !place.is_empty() {
        place = parent(place);
        // A lock on a collection alone holds which members it has (RFC 4918, 7.4).
        let holds = |lock: &&Lock| lock.reach == Reach::AllBelow || (is_new && place == parent(key));
        if let Some(lock) = live(place).filter(holds) {
            return Some((place, lock));
        }
    }
    None
}

/// 423 with the precondition that failed (RFC 4918, 16).
fn locked(place: &str) -> Plan {
    let href = escape(&href(place));
    let content = format!(
        "{XML}<D:error xmlns:D=\"DAV:\">\n  <D:lock-token-submitted><D:href>{href}</D:href></D:lock-token-submitted>\n</D:error>\n"
    );
    marked(Plan::new(423)).content("application/xml; charset=utf-8", content)
}

/// LOCK: 200, or 201 if it makes what it locks; again with the token to make it last.
pub fn lock(ask: &Ask) -> Answered {
    let key = key(ask);
    let mut entries = open(ask);
    let end = ask.now + timeout(ask);
    if let Some(tokens) = submitted(ask) {
        return refresh(&mut entries, ask, key, &tokens, end);
    }
    if let Some((place, _)) = holding(&entries, key, ask.now) {
        return Err(locked(place).into());
    }
    let is_new = entries.get(key, ask.now).is_none();
    if is_new {
        put(&mut entries, ask, key, "application/octet-stream".to_owned(), Default::default())?;
    }
    let reach = if ask.field("depth") == Some("0") { Reach::Itself } else { Reach::AllBelow };
    let lock = Lock { token: format!("urn:uuid:{}", new_uuid()), reach, end };
    let plan =
        told(if is_new { 201 } else { 200 }, key, &lock, ask.now).field("Lock-Token", format!("<{}>", lock.token));
    let entry =
        entries.get_mut(key).ok_or_else(|| provoked(403, "The root cannot be locked. Lock something below it."))?;
    entry.lock = Some(lock);
    Ok(plan)
}

fn refresh(entries: &mut Entries, ask: &Ask, key: &str, tokens: &[&str], end: Instant) -> Answered {
    let is_held = |lock: &Lock| tokens.contains(&lock.token.as_str());
    let place = holding(entries, key, ask.now).filter(|(_, lock)| is_held(lock)).map(|(place, _)| place.to_owned());
    let lock = place.as_deref().and_then(|place| entries.get_mut(place)?.lock.as_mut());
    let lock = lock.ok_or_else(|| provoked(412, "If names a lock that is not there. Leave it out to lock anew."))?;
    lock.end = end;
    Ok(told(200, key, lock, ask.now))
}

/// UNLOCK: 204, or 409 for a token that is not the one of a lock here.
pub fn unlock(ask: &Ask) -> Answered {
    let Some(token) = ask.field("lock-token").map(|value| value.trim().trim_start_matches('<').trim_end_matches('>'))
    else {
        return Err(provoked(400, "UNLOCK needs the field Lock-Token. Send the token that LOCK gave.").into());
    };
    let mut entries = open(ask);
    let place =
        holding(&entries, key(ask), ask.now).filter(|(_, lock)| lock.token == token).map(|(place, _)| place.to_owned());
    match place.and_then(|place| entries.get_mut(&place)) {
        Some(entry) => entry.lock = None,
        None => Err(provoked(409, "The token is not the one of a lock here. Look at it with PROPFIND."))?,
    }
    Ok(Plan::new(204))
}

fn told(status: u16, key: &str, lock: &Lock, now: Instant) -> Plan {
    let content = format!("{XML}<D:prop xmlns:D=\"DAV:\">{}</D:prop>\n", discovered(key, lock, now));
    Plan::new(status).field("Cache-Control", "no-store").content("application/xml; charset=utf-8", content)
}

/// The property lockdiscovery (RFC 4918, 15.8).
pub fn discovered(key: &str, lock: &Lock, now: Instant) -> String {
    let depth = match lock.reach {
        Reach::Itself => "0",
        Reach::AllBelow => "infinity",
    };
    let seconds = lock.end.saturating_duration_since(now).as_secs();
    format!(
        "<D:lockdiscovery><D:activelock><D:locktype><D:write/></D:locktype><D:lockscope><D:exclusive/></D:lockscope>\
         <D:depth>{depth}</D:depth><D:timeout>Second-{seconds}</D:timeout><D:locktoken><D:href>{}</D:href></D:locktoken>\
         <D:lockroot><D:href>{}</D:href></D:lockroot></D:activelock></D:lockdiscovery>",
        escape(&lock.token),
        escape(&href(key))
    )
}

/// `Timeout: Second-60`; never longer than entries live.
fn timeout(ask: &Ask) -> Duration {
    let seconds = ask
        .field("timeout")
        .and_then(|value| value.split(',').find_map(|part| part.trim().strip_prefix("Second-")?.parse().ok()));
    seconds.map_or(LONGEST, Duration::from_secs).min(LONGEST)
}

/// The tokens in the field If; `None` without the field.
fn submitted<'a>(ask: &'a Ask) -> Option<Vec<&'a str>> {
    let lists = ask.field("if")?.split('(').skip(1).filter_map(|list| list.split(')').next());
    Some(lists.flat_map(|list| list.split('<').skip(1).filter_map(|token| token.split('>').next())).collect())
}
