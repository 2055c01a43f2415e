//! 207: the status of several resources in one answer (RFC 4918, 13).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::plan::Plan;

pub const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// What a path may have as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// 207 with these elements `response`.
pub fn multistatus(responses: &str) -> Plan {
    let content = format!("{XML}<D:multistatus xmlns:D=\"DAV:\">\n{responses}</D:multistatus>\n");
    Plan::new(207).field("Cache-Control", "no-store").content("application/xml; charset=utf-8", content)
}

/// A response with one status for all.
pub fn response(href: &str, status: u16) -> String {
    format!("<D:response><D:href>{}</D:href>{}</D:response>\n", escape(href), line(status))
}

/// A response with a status for each group of properties; a group without properties is left out.
pub fn response_of_properties(href: &str, groups: &[(String, u16)]) -> String {
    let group = |(properties, status): &(String, u16)| {
        format!("<D:propstat><D:prop>{properties}</D:prop>{}</D:propstat>", line(*status))
    };
    let groups: String = groups.iter().filter(|(properties, _)| !properties.is_empty()).map(group).collect();
    format!("<D:response><D:href>{}</D:href>{groups}</D:response>\n", escape(href))
}

/// A property that somebody set; one of no namespace has no prefix.
pub fn property(space: &str, name: &str, value: &str) -> String {
    match space {
        "" => format!("<{name} xmlns=\"\">{}</{name}>", escape(value)),
        space => format!("<P:{name} xmlns:P=\"{}\">{}</P:{name}>", escape(space), escape(value)),
    }
}

fn line(status: u16) -> String {
    format!("<D:status>HTTP/1.1 {status} {}</D:status>", httpwhy_core::name(status).unwrap_or_default())
}

/// The path of a key.
pub fn href(key: &str) -> String {
    format!("/store/{}", utf8_percent_encode(key, PATH))
}

/// Text as content of an element or value of an attribute; what XML 1.0 has no room for becomes `?`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(character),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => escaped.push('?'),
            _ => escaped.push(character),
        }
    }
    escaped
}
