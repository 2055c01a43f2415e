//! What a gateway says of itself to those before and behind it: `Via`, `CDN-Loop`, `Forwarded`, `X-Forwarded-…`.

use std::net::IpAddr;

use crate::request::{Fields, Request, Version};

/// How we are called in `Via`, `CDN-Loop` and `Proxy-Status`.
pub const NAME: &str = "httpwhy";

/// How often a request may come by: another gateway of this name may stand before us, or behind.
const MOST: usize = 2;

/// Whether a request has been here too often.
pub fn is_loop(fields: &Fields) -> bool {
    let members = |name| fields.all(name).flat_map(|line: &str| line.split(','));
    let via = members("via").filter(|member| member.split_whitespace().nth(1) == Some(NAME));
    let cdn = members("cdn-loop").filter(|member| member.split(';').next().is_some_and(|id| id.trim() == NAME));
    via.count() >= MOST || cdn.count() >= MOST
}

/// The member that a gateway adds to `Via`: the version by which the message came, and a name.
pub fn via(version: Version) -> String {
    let version = match version {
        Version::Http10 => "1.0",
        Version::Http11 => "1.1",
        Version::Http2 => "2",
    };
    format!("{version} {NAME}")
}

/// The fields of a request that tell where it came from, with those that were there before.
pub fn fields(request: &Request) -> Vec<(&'static str, String)> {
    let scheme = if request.is_tls { "https" } else { "http" };
    let mut fields = vec![
        ("via", appended(request, "via", &via(request.version))),
        ("cdn-loop", appended(request, "cdn-loop", NAME)),
        ("forwarded", appended(request, "forwarded", &forwarded(request, scheme))),
        ("x-forwarded-for", appended(request, "x-forwarded-for", &request.peer.to_string())),
    ];
    // Of these there is one each, and the outermost gateway, which the client spoke to, knows best.
    for (name, value) in [("x-forwarded-host", request.authority.as_str()), ("x-forwarded-proto", scheme)] {
        let value = request.fields.get(name).unwrap_or(value);
        if !value.is_empty() {
            fields.push((name, value.to_owned()));
        }
    }
    fields
}

fn appended(request: &Request, name: &'static str, member: &str) -> String {
    let before: Vec<&str> = request.fields.all(name).filter(|line| !line.trim().is_empty()).collect();
    if before.is_empty() { member.to_owned() } else { format!("{}, {member}", before.join(", ")) }
}

/// RFC 7239, 4 and 6: an IPv6 address stands in brackets and quotation marks.
fn forwarded(request: &Request, scheme: &str) -> String {
    let by = match request.peer {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("\"[{address}]\""),
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    let host = Some(&request.authority).filter(|host| !host.is_empty() && host.chars().all(is_plain));
    let host = host.map_or(String::new(), |host| format!(";host=\"{host}\""));
    format!("for={by}{host};proto={scheme}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_visit_is_allowed_and_a_third_is_a_loop() {
        let is_loop = |request: Request| is_loop(&request.fields);
        assert!(!is_loop(Request::get("/").with("Via", "1.1 httpwhy, 1.1 other")));
        assert!(is_loop(Request::get("/").with("Via", "1.1 httpwhy, 1.1 x").with("Via", "2 httpwhy (x)")));
        assert!(is_loop(Request::get("/").with("CDN-Loop", "httpwhy, cdn.example; a=b, httpwhy;x=y")));
        assert!(!is_loop(Request::get("/").with("CDN-Loop", "httpwhy.example, httpwhy")));
    }

    #[test]
    fn what_was_said_before_stays() {
        let mut request = Request::get("/").with("X-Forwarded-For", "192.0.2.1").with("X-Forwarded-Proto", "https");
        request.peer = "2001:db8::1".parse().unwrap();
        let fields = fields(&request);
        let value = |name| fields.iter().find(|(known, _)| *known == name).unwrap().1.as_str();
        assert_eq!(value("via"), "1.1 httpwhy");
        assert_eq!(value("x-forwarded-for"), "192.0.2.1, 2001:db8::1");
        assert_eq!(value("forwarded"), "for=\"[2001:db8::1]\";host=\"localhost\";proto=http");
        assert_eq!((value("x-forwarded-proto"), value("x-forwarded-host")), ("https", "localhost"));
    }
}
