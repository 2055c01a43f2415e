//! `Max-Forwards`: how far OPTIONS and TRACE may go (RFC 9110, 7.6.2).

use httpwhy_core::carries_credentials;

use crate::plan::Plan;
use crate::request::Request;

/// What `Max-Forwards` says.
pub enum Forwards {
    /// Nothing, or nothing that counts.
    Unlimited,
    /// The request goes on, with this number.
    Left(u32),
    /// It ends here.
    None,
}

/// What a request says; only that of OPTIONS and TRACE counts.
pub fn of(request: &Request) -> Forwards {
    let is_limited = matches!(request.method.as_str(), "OPTIONS" | "TRACE");
    let stated = request.fields.get("max-forwards").filter(|_| is_limited);
    match stated.and_then(|number| number.trim().parse::<u32>().ok()) {
        None => Forwards::Unlimited,
        Some(0) => Forwards::None,
        Some(left) => Forwards::Left(left - 1),
    }
}

/// The answer where such a request ends.
pub fn end(request: &Request) -> Plan {
    if request.method == "OPTIONS" {
        return Plan::new(204);
    }
    let query = request.query.as_ref().map_or(String::new(), |query| format!("?{query}"));
    let mut text = format!("TRACE {}{query} HTTP/1.1\r\n", request.path);
    // RFC 9110, 9.3.8: what is secret is not sent back.
    let shown = request.fields.iter().filter(|(name, _)| !carries_credentials(name));
    shown.for_each(|(name, value)| text.push_str(&format!("{name}: {value}\r\n")));
    text.push_str("\r\n");
    Plan::new(200).content("message/http", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trace_ends_here_without_secrets() {
        let mut request = Request::get("/x?y").with("Max-Forwards", "0").with("Cookie", "a=b").with("X", "1");
        assert!(matches!(of(&request), Forwards::Unlimited));
        request.method = "TRACE".to_owned();
        assert!(matches!(of(&request), Forwards::None));
        let crate::plan::Content::Whole(text) = end(&request).content else { panic!() };
        assert_eq!(text, "TRACE /x?y HTTP/1.1\r\nmax-forwards: 0\r\nx: 1\r\n\r\n");
    }

    #[test]
    fn each_gateway_takes_one() {
        let mut request = Request::get("/").with("Max-Forwards", "3");
        request.method = "OPTIONS".to_owned();
        assert!(matches!(of(&request), Forwards::Left(2)));
    }
}
