//! Fields that a request may set in its response, and those it may not.

use super::Refused;
use crate::plan::Field;

/// What frames a message or names a connection belongs to the engine (RFC 9110, section 7.6.1; RFC 9112, section 6).
const FRAMING: [&str; 10] = [
    "connection",
    "content-length",
    "date",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "httpwhy",
];

/// By these a link to us could lead elsewhere.
const LEADING: [&str; 2] = ["location", "refresh"];

/// What must be known before the content, and so never follows it (RFC 9110, section 6.5.1).
const BEFORE_CONTENT: [&str; 12] = [
    "authorization",
    "cache-control",
    "content-encoding",
    "content-range",
    "content-type",
    "host",
    "proxy-authenticate",
    "retry-after",
    "set-cookie",
    "vary",
    "www-authenticate",
    "max-forwards",
];

/// Reads `header=Name:value`.
pub fn header(parameter: &'static str, text: &str) -> Result<Field, Refused> {
    field(parameter, text, &[&FRAMING, &LEADING])
}

/// Reads `trailer=Name:value`.
pub fn trailer(text: &str) -> Result<Field, Refused> {
    field("trailer", text, &[&FRAMING, &LEADING, &BEFORE_CONTENT])
}

fn field(parameter: &'static str, text: &str, refused: &[&[&str]]) -> Result<Field, Refused> {
    let allowed = "Name:value, with letters, digits and - in the name and no control characters";
    let (name, value) = text.split_once(':').ok_or_else(|| Refused::new(parameter, text, allowed))?;
    let (name, value) = (name.trim(), value.trim());
    if name.is_empty() || !name.bytes().all(is_token) || !is_clean(text) {
        return Err(Refused::new(parameter, text, allowed));
    }
    if refused.iter().any(|names| names.contains(&name.to_ascii_lowercase().as_str())) {
        return Err(Refused::new(parameter, text, reason(name)));
    }
    Ok((name.to_owned().into(), value.to_owned().into()))
}

fn reason(name: &str) -> &'static str {
    match name.to_ascii_lowercase().as_str() {
        "location" => "any field but this; where a redirect leads is said by to=, and it leads to this server only",
        "refresh" => "any field but this; nobody is sent to another server",
        _ => "any field but this, which frames the message, belongs to the connection, or must stand elsewhere",
    }
}

/// Without control characters (RFC 9110, section 5.5).
pub fn is_clean(value: &str) -> bool {
    !value.chars().any(char::is_control)
}

/// RFC 9110, section 5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_taken_as_written() {
        assert_eq!(header("header", "X-Name: a:b ").unwrap(), ("X-Name".into(), "a:b".into()));
    }

    #[test]
    fn nobody_splits_a_response() {
        for text in ["X: a\r\nSet-Cookie: b", "X\n: a", "X: a\0", "X: a\u{85}", ": a", "X Y: a", "X", "", "X\u{e4}: a"]
        {
            assert!(header("header", text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn framing_and_the_way_out_are_not_for_sale() {
        for name in ["Content-Length", "TRANSFER-ENCODING", "Connection", "Location", "refresh", "HTTPWhy"] {
            assert!(header("header", &format!("{name}: 1")).is_err(), "{name}");
        }
    }

    #[test]
    fn a_trailer_cannot_be_what_comes_first() {
        assert!(trailer("Content-Type: text/html").is_err());
        assert!(trailer("Server-Timing: db;dur=5").is_ok());
    }
}
