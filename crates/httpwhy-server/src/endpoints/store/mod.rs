//! `/store/KEY`: a small store that all share, with conditions, quotas, tombstones, locks and properties.

mod check;
mod entries;
mod lock;
mod merge;
mod multistatus;
mod propfind;
mod proppatch;
mod read;
#[cfg(test)]
mod tests;
mod tree;
mod write;

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use crate::plan::Plan;

use super::ask::{Answered, Ask, Checked};
use super::provoked::provoked;

pub use check::{check, check_strictly};
pub use read::looping;

use entries::{Entries, MOST_BYTES_OF_A_FOLDER};

/// The methods, RFC 4918's among them.
pub const METHODS: &[&str] = &[
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "LOCK",
    "UNLOCK",
];

/// The store.
#[derive(Default)]
pub struct Shelf(Mutex<Entries>);

/// Does what the method says; the checks have been made.
pub fn answer(ask: &Ask) -> Answered {
    match ask.method() {
        "PUT" | "POST" => write::put(ask),
        "PATCH" => write::patch(ask),
        "DELETE" => tree::delete(ask),
        "MKCOL" => tree::make_collection(ask),
        "COPY" | "MOVE" => tree::transfer(ask),
        "LOCK" => lock::lock(ask),
        "UNLOCK" => lock::unlock(ask),
        "PROPFIND" => propfind::answer(ask),
        "PROPPATCH" => proppatch::answer(ask),
        "OPTIONS" => Ok(Plan::new(204)
            .field("Allow", METHODS.join(", "))
            .field("DAV", "1, 2")
            .field("Accept-Patch", write::PATCH)),
        _ => read::answer(ask),
    }
}

/// The key of the path; a collection may be written with a slash at the end.
fn key<'a>(ask: &'a Ask) -> &'a str {
    ask.part(0).trim_end_matches('/')
}

fn open<'a>(ask: &Ask<'a>) -> MutexGuard<'a, Entries> {
    ask.site.endpoints.store.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// 404, or 410 for what was here.
fn absent(entries: &Entries, ask: &Ask, key: &str) -> Plan {
    match entries.is_gone(key, ask.now) {
        true => provoked(410, "It was here and was deleted. PUT it again to make it anew."),
        false => provoked(404, "Nothing is stored here, or it was ten minutes ago. PUT something first."),
    }
}

/// Stores a document, or 507.
fn put(entries: &mut Entries, ask: &Ask, key: &str, media_type: String, content: Bytes) -> Checked {
    entries.put(key, media_type, content, ask.now, ask.time).map_err(|entries::Full| full().into())
}

fn full() -> Plan {
    let detail = format!(
        "There is no room: a folder holds {} kB, the store 4 MiB. DELETE something, or wait: each entry ends after ten minutes.",
        MOST_BYTES_OF_A_FOLDER >> 10
    );
    provoked(507, detail)
}
