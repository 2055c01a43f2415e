//! The request as it goes on to the upstream.

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request as Outgoing};
use http_body_util::Full;

use super::hop::Hop;
use super::settings::{Host, Upstream};
use super::trail;
use super::trouble::{Kind, Trouble};
use crate::request::Request;

/// These are written anew: the content is read already (so nobody needs to wait for 100 Continue), and the rest is ours.
const ANEW: [&str; 10] = [
    "cdn-loop",
    "content-length",
    "expect",
    "forwarded",
    "host",
    "max-forwards",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
];

/// The request as it goes on; `left` is what is left of `Max-Forwards`.
pub fn request(request: &Request, upstream: &Upstream, left: Option<u32>) -> Result<Outgoing<Full<Bytes>>, Trouble> {
    let url = upstream.url_for(&request.path, request.query.as_deref());
    let url = url.ok_or_else(|| Trouble::new(Kind::BadTarget, request.path.escape_debug()))?;
    let mut outgoing = Outgoing::new(Full::new(request.content.clone()));
    *outgoing.method_mut() = Method::from_bytes(request.method.as_bytes())
        .map_err(|_| Trouble::new(Kind::BadTarget, request.method.escape_debug()))?;
    *outgoing.uri_mut() = url;
    *outgoing.headers_mut() = fields(request, upstream, left);
    Ok(outgoing)
}

fn fields(request: &Request, upstream: &Upstream, left: Option<u32>) -> HeaderMap {
    let hop = Hop::new(request.fields.all("connection"));
    let mut fields = HeaderMap::new();
    let kept = request.fields.iter().filter(|(name, _)| !hop.ends(name) && !ANEW.contains(name));
    kept.for_each(|(name, value)| add(&mut fields, name, value));
    trail::fields(request).iter().for_each(|(name, value)| add(&mut fields, name, value));
    if let Some(left) = left {
        add(&mut fields, "max-forwards", &left.to_string());
    }
    if upstream.host == Host::Kept {
        add(&mut fields, "host", &request.authority);
    }
    fields
}

/// What no field can be is left out: the engine lets none of it in.
fn add(fields: &mut HeaderMap, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_bytes(value.as_bytes())) {
        fields.append(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(what: Request, host: Host) -> Outgoing<Full<Bytes>> {
        let upstream = Upstream { host, ..("http://a.example/app".parse().unwrap()) };
        request(&what, &upstream, None).unwrap()
    }

    #[test]
    fn what_is_for_this_connection_only_stays_here() {
        let request = Request::get("/x?y")
            .with("Connection", "keep-alive, X-Mine")
            .with("X-Mine", "1")
            .with("TE", "trailers")
            .with("Expect", "100-continue")
            .with("Transfer-Encoding", "chunked")
            .with("Cookie", "a=b");
        let sent = sent(request, Host::Upstream);
        assert_eq!(sent.uri(), "http://a.example/app/x?y");
        let names: Vec<&str> = sent.headers().keys().map(HeaderName::as_str).collect();
        let trail = ["via", "cdn-loop", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];
        assert_eq!(names, [&["cookie"][..], &trail].concat());
    }

    #[test]
    fn the_host_may_be_kept() {
        assert_eq!(sent(Request::get("/"), Host::Kept).headers()["host"], "localhost");
        assert!(sent(Request::get("/"), Host::Upstream).headers().get("host").is_none());
    }
}
