//! The fields that belong to each status, so that a client finds what the standard promises.

use super::content::{self, Form};
use super::range;
use crate::plan::{Field, Plan};
use crate::request::{Request, Version};

/// How long a client is asked to wait where nothing else was said, in seconds.
const RETRY: &str = "5";

const ALTERNATES: &str = "</status/200?type=text>; rel=\"alternate\"; type=\"text/plain\", \
                          </status/200?type=json>; rel=\"alternate\"; type=\"application/json\", \
                          </status/200?type=html>; rel=\"alternate\"; type=\"text/html\"";

const METHODS: &str = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/// Of a 103 and of the response after it (RFC 8297, section 2). The style sheet exists.
const HINT: &str = "</status/200?type=text/css&body=h1%7B%7D>; rel=preload; as=style";

/// Adds what a response with this status carries. Bare section numbers are those of RFC 9110.
pub fn push(plan: &mut Plan, request: &Request, form: Form) {
    let mut add = |name: &'static str, value: &'static str| plan.fields.push((name.into(), value.into()));
    match plan.status {
        200 | 204 if request.method == "OPTIONS" => add("Allow", METHODS),
        200 if request.is_read() => add("ETag", form.entity_tag()),
        201 => {
            add("Location", "/status/200/new");
            add("ETag", form.entity_tag());
        }
        202 => add("Link", "</status/200/progress>; rel=\"monitor\""),
        203 => add("Via", "1.1 httpwhy"),
        206 => {
            add("ETag", form.entity_tag());
            add("Accept-Ranges", "bytes");
            range::partial(plan, request);
        }
        226 => {
            add("IM", "feed");
            add("ETag", form.entity_tag());
            add("Delta-Base", "\"base-0\"");
        }
        300 => {
            add("Location", "/status/200");
            add("Link", ALTERNATES);
        }
        301 | 302 | 303 | 307 | 308 => add("Location", "/status/200"),
        // 15.4.6: the address of a proxy. We send nobody to another server.
        305 => add("Location", "/"),
        304 => plan.fields.push(("ETag".into(), matched(request).unwrap_or(form.entity_tag().into()))),
        401 => {
            add("WWW-Authenticate", "Basic realm=\"httpwhy\", charset=\"UTF-8\"");
            add("WWW-Authenticate", "Bearer realm=\"httpwhy\"");
        }
        405 => add("Allow", allowed(&request.method)),
        406 => add("Link", ALTERNATES),
        407 => add("Proxy-Authenticate", "Basic realm=\"httpwhy\", charset=\"UTF-8\""),
        // 15.5.9: close, because the server will not wait for the rest.
        408 => plan.closes = true,
        412 => add("ETag", form.entity_tag()),
        415 => unsupported(request).into_iter().for_each(|(name, value)| add(name, value)),
        416 => {
            let length = content::of(200, form).len();
            plan.fields.push(("Content-Range".into(), format!("bytes */{length}").into()));
        }
        426 => upgrade(plan, request),
        429 => {
            add("Retry-After", RETRY);
            add("RateLimit-Policy", "\"example\";q=100;w=60");
            add("RateLimit", "\"example\";r=0;t=5");
            add("X-RateLimit-Limit", "100");
            add("X-RateLimit-Remaining", "0");
            add("X-RateLimit-Reset", RETRY);
        }
        451 => add("Link", "</>; rel=\"blocked-by\""),
        502 => {
            add("Via", "1.1 httpwhy");
            add("Proxy-Status", "httpwhy; error=connection_refused");
        }
        503 => add("Retry-After", RETRY),
        504 => {
            add("Via", "1.1 httpwhy");
            add("Proxy-Status", "httpwhy; error=http_response_timeout");
        }
        505 => plan.closes = true,
        _ => {}
    }
}

/// What an interim response carries.
pub fn interim(code: u16) -> Vec<Field> {
    match code {
        103 => vec![("Link".into(), HINT.into())],
        104 => vec![
            ("Upload-Draft-Interop-Version".into(), "8".into()),
            ("Location".into(), "/status/200/upload".into()),
            ("Upload-Limit".into(), "max-size=1048576".into()),
        ],
        _ => Vec::new(),
    }
}

/// What the final response says again of an interim one (RFC 8297, section 2).
pub fn repeat(plan: &mut Plan, interim: u16) {
    if interim == 103 {
        plan.fields.push(("Link".into(), HINT.into()));
    }
}

/// 15.5.22. Upgrade and Connection belong to a connection of HTTP/1.1; in HTTP/2 they are malformed (RFC 9113, 8.2.2).
fn upgrade(plan: &mut Plan, request: &Request) {
    if request.version < Version::Http2 {
        plan.fields.push(("Connection".into(), "upgrade".into()));
        plan.fields.push(("Upgrade".into(), "websocket".into()));
    }
}

/// The methods that are left when this one is refused (15.5.6).
fn allowed(method: &str) -> &'static str {
    match method {
        "GET" | "HEAD" => "POST, OPTIONS",
        "OPTIONS" => "GET, HEAD",
        _ => "GET, HEAD, OPTIONS",
    }
}

/// 12.5.3: Accept-Encoding, if a content coding was the reason, and not otherwise.
fn unsupported(request: &Request) -> Vec<(&'static str, &'static str)> {
    const TYPES: &str = "application/json, text/plain";
    let is_coded = request.fields.get("content-encoding").is_some();
    match request.method.as_str() {
        _ if is_coded => vec![("Accept-Encoding", "identity")],
        "PATCH" => vec![("Accept", TYPES), ("Accept-Patch", "application/merge-patch+json")],
        "POST" => vec![("Accept", TYPES), ("Accept-Post", TYPES)],
        _ => vec![("Accept", TYPES)],
    }
}

/// The entity tag a condition names: a 304 says that this one is still right (15.4.5).
fn matched(request: &Request) -> Option<std::borrow::Cow<'static, str>> {
    let first = request.fields.get("if-none-match")?.split(',').next()?.trim();
    let opaque = first.strip_prefix("W/").unwrap_or(first).strip_prefix('"')?.strip_suffix('"')?;
    opaque.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"').then(|| first.to_owned().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::compose;

    fn plan(method: &str, target: &str, fields: &[(&str, &str)]) -> Plan {
        let mut request = Request::get(target);
        request.method = method.to_owned();
        let request = fields.iter().fold(request, |request, (name, value)| request.with(name, value));
        let code = target[8..11].parse().unwrap();
        compose::plain(&request, code)
    }

    #[test]
    fn the_refused_method_is_not_among_the_allowed() {
        for method in ["GET", "HEAD", "POST", "OPTIONS", "DELETE"] {
            let plan = plan(method, "/status/405", &[]);
            let allow = plan.get("allow").unwrap();
            assert!(!allow.split(", ").any(|allowed| allowed == method), "{method}: {allow}");
        }
    }

    #[test]
    fn a_coding_is_offered_only_to_who_sent_one() {
        assert_eq!(plan("POST", "/status/415", &[]).get("accept-encoding"), None);
        let coded = plan("POST", "/status/415", &[("Content-Encoding", "zstd")]);
        assert_eq!((coded.get("accept-encoding"), coded.get("accept")), (Some("identity"), None));
    }

    #[test]
    fn a_304_confirms_the_tag_that_was_asked_about() {
        let confirmed = |tags| plan("GET", "/status/304", &[("If-None-Match", tags)]).get("etag").map(str::to_owned);
        assert_eq!(confirmed("\"abc\", \"def\"").unwrap(), "\"abc\"");
        assert_eq!(confirmed("W/\"abc\"").unwrap(), "W/\"abc\"");
        assert_eq!(confirmed("*").unwrap(), Form::Text.entity_tag());
    }

    #[test]
    fn a_408_closes_the_connection() {
        assert!(plan("GET", "/status/408", &[]).closes);
        assert!(!plan("GET", "/status/409", &[]).closes);
    }
}
