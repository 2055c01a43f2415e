//! `/response-headers`: an answer with the fields of the query.

use serde_json::{Map, Value, json};

use super::ask::{Answered, Ask, Checked};
use super::provoked::provoked;

const MOST: usize = 32;

/// What frames a message, is ours to say, or makes a browser do more than show the answer.
const NOT_HERE: &[&str] = &[
    "accept-ch",
    "alt-svc",
    "clear-site-data",
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "content-security-policy",
    "date",
    "httpwhy",
    "keep-alive",
    "location",
    "nel",
    "proxy-connection",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "service-worker-allowed",
    "set-cookie",
    "set-cookie2",
    "sourcemap",
    "strict-transport-security",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-content-type-options",
];

/// The types that no browser runs.
const TYPES: &[&str] = &["application/json", "text/plain"];

pub fn answer(ask: &Ask) -> Answered {
    let pairs: Vec<_> = ask.request.parameters().take(MOST).collect();
    let mut media_type = "application/json".to_owned();
    let mut plan = crate::Plan::new(200).field("X-Content-Type-Options", "nosniff");
    let mut shown = Map::new();
    for (name, value) in &pairs {
        check(name, value)?;
        match name.eq_ignore_ascii_case("content-type") {
            true => media_type = value.to_string(),
            false => plan = plan.field(name.to_string(), value.to_string()),
        }
        shown.insert(name.to_string(), Value::from(value.as_ref()));
    }
    Ok(plan.content(media_type, format!("{:#}\n", json!(shown))))
}

fn check(name: &str, value: &str) -> Checked {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let lower = name.to_ascii_lowercase();
    let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let wrong = match lower.as_str() {
        _ if name.is_empty() || !name.bytes().all(is_name) => "is no name of a field",
        _ if value.chars().any(char::is_control) => "has a value with control characters",
        "content-type" if !TYPES.contains(&essence.as_str()) => "may be text/plain or application/json here",
        forbidden if NOT_HERE.contains(&forbidden) || forbidden.starts_with("access-control-") => "cannot be set here",
        _ => return Ok(()),
    };
    Err(provoked(400, format!("{name:?} {wrong}. Leave it out or change it.")).into())
}

#[cfg(test)]
mod tests {
    use crate::endpoints::tests::asked;

    #[test]
    fn fields_of_the_query_are_fields_of_the_answer() {
        let plan = asked("/response-headers?X-A=1&Content-Type=text/plain;%20charset=utf-8");
        assert_eq!((plan.get("x-a"), plan.get("content-type")), (Some("1"), Some("text/plain; charset=utf-8")));
    }

    #[test]
    fn what_frames_or_acts_is_refused() {
        for query in [
            "content-length=1",
            "Transfer-Encoding=x",
            "Set-Cookie=a=1",
            "Refresh=0",
            "a%20b=1",
            "a=%0a",
            "Content-Type=text/html",
            "=",
        ] {
            assert_eq!(asked(&format!("/response-headers?{query}")).status, 400, "{query}");
        }
    }
}
