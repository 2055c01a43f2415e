//! PROPFIND: the properties of a resource and of what is in it (RFC 4918, 9.1).

use std::time::Instant;

use crate::endpoints::ask::{Answered, Ask};
use crate::endpoints::provoked::marked;
use crate::plan::Plan;

use super::entries::{Entries, Entry, Kind, parent};
use super::lock::{discovered, holding};
use super::multistatus::{XML, escape, href, multistatus, property, response_of_properties};
use super::{absent, key, open};

/// Every property, whatever the content asks for, for Depth 0 and 1.
pub fn answer(ask: &Ask) -> Answered {
    let (key, entries) = (key(ask), open(ask));
    if !key.is_empty() && entries.get(key, ask.now).is_none() {
        return Err(absent(&entries, ask, key).into());
    }
    let members: Vec<_> = match ask.field("depth") {
        Some("0") => Vec::new(),
        Some("1") => entries.below(key, ask.now).filter(|(member, _)| parent(member) == key).collect(),
        // RFC 4918, 9.1: infinity may be refused; without Depth it is meant.
        _ => return Err(infinite().into()),
    };
    let itself = described(&entries, key, entries.get(key, ask.now), ask.now);
    let members = members.into_iter().map(|(key, entry)| described(&entries, key, Some(entry), ask.now));
    Ok(multistatus(&std::iter::once(itself).chain(members).collect::<String>()))
}

fn infinite() -> Plan {
    let content = format!("{XML}<D:error xmlns:D=\"DAV:\"><D:propfind-finite-depth/></D:error>\n");
    marked(Plan::new(403)).content("application/xml; charset=utf-8", content)
}

fn described(entries: &Entries, key: &str, entry: Option<&Entry>, now: Instant) -> String {
    let mut properties = match entry.map(|entry| &entry.kind) {
        Some(Kind::Document { media_type, content, tag }) => format!(
            "<D:resourcetype/><D:getcontenttype>{}</D:getcontenttype><D:getcontentlength>{}</D:getcontentlength><D:getetag>{}</D:getetag>",
            escape(media_type),
            content.len(),
            escape(&tag.to_string())
        ),
        _ => "<D:resourcetype><D:collection/></D:resourcetype>".to_owned(),
    };
    if let Some(entry) = entry {
        properties += &format!("<D:getlastmodified>{}</D:getlastmodified>", httpdate::fmt_http_date(entry.changed));
        properties.extend(entry.properties.iter().map(|((space, name), value)| property(space, name, value)));
    }
    properties += "<D:supportedlock><D:lockentry><D:lockscope><D:exclusive/></D:lockscope>\
                   <D:locktype><D:write/></D:locktype></D:lockentry></D:supportedlock>";
    properties += &holding(entries, key, now).map(|(place, lock)| discovered(place, lock, now)).unwrap_or_default();
    response_of_properties(&href(key), &[(properties, 200)])
}
