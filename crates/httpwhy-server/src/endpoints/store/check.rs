//! What can be said of a change before its content has come: 404, 409, 410, 412, 413, 415, 423, 428.

use crate::endpoints::ask::{Ask, Checked};
use crate::endpoints::content;
use crate::endpoints::precondition::{self, Verdict};
use crate::endpoints::provoked::{provoked, provoked_with};
use crate::endpoints::representation::failed;

use super::entries::{Entries, parent};
use super::{absent, key, lock, open, write};

/// The most bytes of a document.
const MOST: usize = 64 << 10;
const MOST_KEY: usize = 256;
/// No browser runs these, whoever stored them.
const TYPES: &[&str] = &["application/json", "application/octet-stream", "text/csv", "text/markdown", "text/plain"];
const XML_TYPES: &[&str] = &["application/xml", "text/xml"];

/// Checks a request; one that changes nothing always passes.
pub fn check(ask: &Ask) -> Checked {
    content::at_most(ask, MOST)?;
    check_type(ask)?;
    if !is_change(ask) {
        return Ok(());
    }
    if key(ask).len() > MOST_KEY {
        Err(provoked(414, format!("A key has {MOST_KEY} bytes at most. Take a shorter one.")))?;
    }
    check_state(&open(ask), ask, key(ask))
}

/// The same, and 428 for a change without a condition (RFC 6585, 3).
pub fn check_strictly(ask: &Ask) -> Checked {
    let has_condition =
        ["if-match", "if-none-match", "if-unmodified-since"].iter().any(|name| ask.field(name).is_some());
    if is_change(ask) && !has_condition {
        let detail = "A change here must say which version it changes. Send If-Match with the ETag of GET, or If-None-Match: * to make something new.";
        Err(provoked(428, detail))?;
    }
    check(ask)
}

fn is_change(ask: &Ask) -> bool {
    !matches!(ask.method(), "GET" | "HEAD" | "OPTIONS" | "PROPFIND" | "LOCK" | "UNLOCK")
}

fn check_type(ask: &Ask) -> Checked {
    match ask.method() {
        "PUT" | "POST" => content::of_type(ask, TYPES),
        "PATCH" => {
            content::of_type(ask, &[write::PATCH]).map_err(|plan| plan.field("Accept-Patch", write::PATCH).into())
        }
        "LOCK" | "PROPFIND" | "PROPPATCH" => content::of_type(ask, XML_TYPES),
        "MKCOL" if ask.content_length().is_some_and(|length| length > 0) || !ask.request.content.is_empty() => {
            // RFC 4918, 9.3: content that is not understood.
            Err(provoked(415, "MKCOL takes no content here. Send it without.").into())
        }
        _ => Ok(()),
    }
}

/// What depends on what is stored; checked again when the content is here and nobody else can change anything.
pub fn check_state(entries: &Entries, ask: &Ask, key: &str) -> Checked {
    let current = entries.get(key, ask.now);
    let is_root = key.is_empty();
    if current.is_none() && !is_root && matches!(ask.method(), "PATCH" | "DELETE" | "PROPPATCH" | "COPY" | "MOVE") {
        Err(absent(entries, ask, key))?;
    }
    // If-Match never holds for what has no tag, such as a collection (RFC 9110, 13.1.1).
    let validators = current.map(|entry| entry.validators());
    if let Verdict::Failed(field) = precondition::judge(ask.request, validators) {
        Err(failed(field, validators))?;
    }
    // COPY changes its destination alone.
    if ask.method() != "COPY" {
        lock::check(entries, ask, key)?;
    }
    check_conflict(entries, ask, key)
}

/// 409 for what contradicts what is there.
fn check_conflict(entries: &Entries, ask: &Ask, key: &str) -> Checked {
    let is_put = matches!(ask.method(), "PUT" | "POST" | "MKCOL");
    if is_put && !key.is_empty() && !entries.is_collection(parent(key), ask.now) {
        Err(provoked(409, "What this would be in is not there. Make it first, with MKCOL."))?;
    }
    let Some(entry) = entries.get(key, ask.now) else { return Ok(()) };
    let version = serde_json::json!({ "version": entry.version });
    if ask.method() == "POST" && !entries.is_collection(key, ask.now) {
        Err(provoked_with(
            409,
            "Something is stored here, and POST makes new things alone. Take another key, or PUT.",
            version.clone(),
        ))?;
    }
    if ask.number_of("version", usize::MAX)?.is_some_and(|given| given as u64 != entry.version) {
        Err(provoked_with(
            409,
            "The version in the query is not the one that is here. Get it again, and repeat the change on that.",
            version,
        ))?;
    }
    Ok(())
}
