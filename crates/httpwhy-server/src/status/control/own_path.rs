//! Where a redirect may lead: to paths of this server, so that no link to us leads anywhere else.

use super::Refused;
use crate::request::Request;

const ALLOWED: &str = "a path of this server that begins with one /, without //, \\ and control characters in it";

/// Reads a path, or an address of this very server, and gives the path, ready for `Location`.
pub fn read(parameter: &'static str, text: &str, request: &Request) -> Result<String, Refused> {
    let origin = request.origin();
    let path = text.strip_prefix(&origin).filter(|_| !request.authority.is_empty()).unwrap_or(text);
    if is_own(path) { Ok(encode(path)) } else { Err(Refused::new(parameter, text, ALLOWED)) }
}

/// `//host` and `/\host` name another server, and browsers drop tabs and line ends before they look (URL standard).
fn is_own(path: &str) -> bool {
    let before_query = path.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let is_encoded_host = before_query.starts_with("/%2f") || before_query.starts_with("/%5c");
    path.starts_with('/') && !before_query.contains("//") && !is_encoded_host && !path.contains(is_never)
}

fn is_never(letter: char) -> bool {
    letter.is_control() || letter == '\\'
}

/// What the query was decoded from is encoded again: a field value stays ASCII.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(text: &str) -> Option<String> {
        read("to", text, &Request::get("/status/302")).ok()
    }

    #[test]
    fn a_path_of_ours_is_taken() {
        for path in ["/", "/status/200", "/status/302?to=/status/200", "/a?b=http://c", "/a#b"] {
            assert_eq!(to(path).as_deref(), Some(path));
        }
        assert_eq!(to("/a b/ä").as_deref(), Some("/a%20b/%C3%A4"));
        assert_eq!(to("http://localhost/status/200").as_deref(), Some("/status/200"));
    }

    #[test]
    fn no_way_leads_elsewhere() {
        for text in [
            "",
            "status/200",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/%2Fevil.example",
            "/%5cevil.example",
            "/\t/evil.example",
            "/\r\nSet-Cookie: a=b",
            "/.//evil.example",
            "/a/..//evil.example",
            "http://evil.example/",
            "http://localhost@evil.example/",
            "http://localhost.evil.example/",
            "http://localhost//evil.example/",
            "javascript:alert(1)",
            "\u{85}//evil.example",
        ] {
            assert_eq!(to(text), None, "{text:?}");
        }
    }
}
