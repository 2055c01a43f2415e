//! GET and HEAD of a document, and the list of a collection.

use serde_json::json;

use crate::endpoints::ask::{Answered, Ask};
use crate::endpoints::provoked::marked;
use crate::plan::Plan;

use super::entries::{Entries, Kind, parent};
use super::multistatus::{XML, href, multistatus, response, response_of_properties};
use super::{absent, key, open};

/// The document, or what is in the collection.
pub fn answer(ask: &Ask) -> Answered {
    let (key, entries) = (key(ask), open(ask));
    if let Some(document) = entries.get(key, ask.now).and_then(|entry| entry.representation()) {
        // Somebody else stored it; a browser must not run it.
        let plan = document.answer(ask.request).field("X-Content-Type-Options", "nosniff");
        return Ok(plan.field("Content-Security-Policy", "sandbox; default-src 'none'"));
    }
    match entries.is_collection(key, ask.now) {
        true => Ok(list(&entries, ask, key)),
        false => Err(absent(&entries, ask, key).into()),
    }
}

fn list(entries: &Entries, ask: &Ask, key: &str) -> Plan {
    let members = entries.below(key, ask.now).filter(|(member, _)| parent(member) == key);
    let members = members.map(|(member, entry)| {
        json!({ "href": href(member), "version": entry.version, "bytes": entry.length(), "is_collection": matches!(entry.kind, Kind::Collection) })
    });
    crate::endpoints::json(&json!({ "members": members.collect::<Vec<_>>() }))
}

const LOOP: &str = "/loop";

/// `/loop`: a collection that is in itself. 508 to the depth that never ends, 208 for clients that know bindings (RFC 5842, 7).
pub fn looping(ask: &Ask) -> Answered {
    let itself = response_of_properties(LOOP, &[("<D:resourcetype><D:collection/></D:resourcetype>".to_owned(), 200)]);
    let is_infinite = !matches!(ask.field("depth"), Some("0" | "1"));
    match is_infinite {
        false => Ok(multistatus(&itself)),
        true if ask.request.fields.lists("dav", "bind") => Ok(multistatus(&(itself + &response("/loop/loop", 208)))),
        true => {
            let content = format!(
                "{XML}<D:error xmlns:D=\"DAV:\">/loop is in /loop, and so on for ever. Send Depth: 1.</D:error>\n"
            );
            Err(marked(Plan::new(508)).content("application/xml; charset=utf-8", content).into())
        }
    }
}
