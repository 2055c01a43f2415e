//! What the tests of the endpoints share, and the test of their table.

use std::sync::Arc;

use bytes::Bytes;

use crate::plan::{Answer, Content, Plan};
use crate::{Config, Request, Site};

use super::{ENDPOINTS, Endpoint, Methods, answer, refusal};

pub fn site() -> Arc<Site> {
    Arc::new(Site::new(Config::default()))
}

pub fn by(method: &str, target: &str) -> Request {
    Request { method: method.to_owned(), ..Request::get(target) }
}

pub fn post(target: &str) -> Request {
    by("POST", target)
}

pub fn with_content(mut request: Request, media_type: &str, content: &str) -> Request {
    request.content = Bytes::from(content.to_owned());
    request.with("Content-Type", media_type).with("Content-Length", &content.len().to_string())
}

pub fn answered_by(site: &Arc<Site>, request: Request) -> Plan {
    match answer(site, &request) {
        Some(Answer::Now(plan)) => plan,
        _ => panic!("{} is not answered", request.path),
    }
}

pub fn answered(request: Request) -> Plan {
    answered_by(&site(), request)
}

pub fn asked(target: &str) -> Plan {
    answered(Request::get(target))
}

pub fn refused(request: &Request) -> Option<Plan> {
    refusal(&site(), request)
}

pub fn bytes(plan: &Plan) -> &[u8] {
    match &plan.content {
        Content::Whole(bytes) | Content::Pieces { bytes, .. } => bytes,
        _ => b"",
    }
}

pub fn text(plan: &Plan) -> String {
    String::from_utf8_lossy(bytes(plan)).into_owned()
}

/// The path of a row with something in the place of each part.
fn example(form: &str) -> String {
    let part = |segment: &str| if segment.starts_with('{') { "1".to_owned() } else { segment.to_owned() };
    form.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn every_row_is_answered_by_its_endpoint() {
    for row in ENDPOINTS {
        let request = Request::get(&example(row.path));
        let (found, _) = super::find(&site(), &request).map(|(found, ask)| (found.path, ask.parts.len())).unwrap();
        assert_eq!(found, row.path);
    }
}

fn listed(row: &Endpoint) -> &'static [&'static str] {
    match row.methods {
        Methods::Any => &[],
        Methods::Listed(methods) => methods,
    }
}

#[test]
fn every_method_of_a_row_has_an_answer_that_is_no_405() {
    for row in ENDPOINTS {
        for method in listed(row) {
            let status = answered(by(method, &example(row.path))).status;
            assert!(![405, 501].contains(&status), "{method} {}: {status}", row.path);
        }
    }
}

#[test]
fn a_method_that_is_not_in_the_row_is_405_or_501_with_allow() {
    for row in ENDPOINTS.iter().filter(|row| !listed(row).is_empty()) {
        for (method, status) in [("TRACE", 405), ("FOO", 501)] {
            let plan = answered(by(method, &example(row.path)));
            assert_eq!((plan.status, plan.get("allow")), (status, Some(&*row.methods.allow())), "{}", row.path);
        }
    }
}

#[test]
fn every_failure_says_that_it_was_provoked() {
    for row in ENDPOINTS {
        for method in ["GET", "POST", "DELETE", "PROPFIND"] {
            let plan = answered(by(method, &example(row.path)));
            let is_marked =
                plan.get("httpwhy").is_some_and(|value| value.starts_with(&format!("provoked; code={}", plan.status)));
            assert_eq!(is_marked, plan.status >= 400, "{method} {}", row.path);
        }
    }
}

#[test]
fn every_row_is_complete() {
    for row in ENDPOINTS {
        assert!(row.curl.starts_with("curl ") && row.curl.contains("{origin}/"), "{}", row.path);
        assert!(!row.codes.is_empty() && !row.shows.is_empty(), "{}", row.path);
        assert!(row.codes.iter().all(|&code| httpwhy_core::Code::get(code).is_some()), "{}", row.path);
    }
}

#[test]
fn what_is_asked_without_content_is_not_refused_beforehand() {
    assert!(refused(&Request::get("/gone")).is_none());
    assert!(refused(&Request::get("/nobody")).is_none());
}

#[test]
fn scripts_of_any_origin_may_ask_and_read() {
    let request = by("OPTIONS", "/store/a").with("Origin", "https://app.example");
    let plan = answered(request.with("Access-Control-Request-Method", "PUT"));
    assert_eq!((plan.status, plan.get("access-control-allow-methods")), (204, Some("PUT")));
    assert_eq!(asked("/gone").get("access-control-allow-origin"), Some("*"));
}

#[test]
fn paths_of_nobody_are_left_to_others() {
    for path in ["*", "/", "/403", "/r", "/resource/", "/é", "//", "/jobs/1/2"] {
        assert!(super::find(&site(), &Request::get(path)).is_none(), "{path}");
    }
}
