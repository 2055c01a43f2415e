//! What the endpoints promise, code by code.

use std::sync::Arc;
use std::time::Duration;

use httpwhy_core::{CODES, Code, FieldRule, Level, Side, Standing};

use super::*;
use crate::plan::{Before, Content, Fault};
use crate::{Config, Version};

fn site() -> Arc<Site> {
    Arc::new(Site::new(Config::default()))
}

fn ask(site: &Arc<Site>, request: &Request) -> Plan {
    match answer(site, request) {
        Some(Answer::Now(plan)) => plan,
        _ => panic!("{} is ours", request.path),
    }
}

fn get(target: &str) -> Plan {
    ask(&site(), &Request::get(target))
}

fn text(plan: &Plan) -> String {
    match &plan.content {
        Content::Whole(bytes) | Content::Pieces { bytes, .. } => String::from_utf8(bytes.to_vec()).unwrap(),
        Content::Empty | Content::Stream { .. } => String::new(),
    }
}

/// What a client must do so that the code is right at all.
fn fitting(code: u16) -> Request {
    let request = Request::get(&format!("/status/{code}"));
    match code {
        101 => request
            .with("Connection", "Upgrade")
            .with("Upgrade", "websocket")
            .with("Sec-WebSocket-Version", "13")
            .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        _ => request,
    }
}

fn registered() -> impl Iterator<Item = Code> {
    CODES.iter().filter(|code| code.by == "IANA" && code.standing != Standing::Vendor && code.number >= 100)
}

/// The fields of the response with the status itself, interim or final.
fn names(plan: &Plan, code: u16) -> Vec<String> {
    let interim = plan.before.iter().filter_map(|before| match before {
        Before::Interim(sent, fields) if *sent == code => Some(fields),
        _ => None,
    });
    let is_final = plan.status == code;
    let fields = interim.chain(is_final.then_some(&plan.fields)).flatten();
    fields.map(|(name, _)| name.to_ascii_lowercase()).collect()
}

/// "If the 200 would carry it": ours is the judge. Date and length are the engine's.
fn is_owed(rule: &FieldRule, ok: &Plan) -> bool {
    let is_conditional = rule.note.is_some_and(|note| note.starts_with("if the 200 would carry it"));
    rule.on == Side::Response && rule.name != "Date" && (!is_conditional || ok.get(rule.name).is_some())
}

#[test]
fn every_field_the_standard_demands_is_there() {
    let (site, ok) = (site(), get("/status/200"));
    let mut checked = 0;
    for code in registered() {
        let carried = names(&ask(&site, &fitting(code.number)), code.number);
        for rule in code.fields.iter().filter(|rule| is_owed(rule, &ok)) {
            let is_there = carried.contains(&rule.name.to_ascii_lowercase());
            match rule.level {
                Level::Must => assert!(is_there, "{} must have {}: {carried:?}", code.number, rule.name),
                Level::MustNot => assert!(!is_there, "{} must not have {}", code.number, rule.name),
                Level::Should | Level::May => continue,
            }
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn every_field_the_standard_recommends_is_there_too() {
    // These depend on what only a real resource knows.
    let excused = [("Last-Modified", 200), ("Content-Length", 205), ("Upload-Offset", 104), ("Retry-After", 413)];
    let (site, ok) = (site(), get("/status/200"));
    for code in registered() {
        let carried = names(&ask(&site, &fitting(code.number)), code.number);
        let rules = code.fields.iter().filter(|rule| rule.level == Level::Should && is_owed(rule, &ok));
        for rule in rules.filter(|rule| code.number != 415 && !excused.contains(&(rule.name, code.number))) {
            assert!(carried.contains(&rule.name.to_ascii_lowercase()), "{} should have {}", code.number, rule.name);
        }
    }
}

#[test]
fn every_code_is_answered_and_says_that_it_was_asked_for() {
    let site = site();
    for code in 100..=999 {
        let plan = ask(&site, &fitting(code));
        let is_sent = plan.status == code || matches!(plan.before[..], [Before::Interim(sent, _)] if sent == code);
        assert!(is_sent, "{code}: {plan:?}");
        assert!(plan.get("httpwhy").unwrap().starts_with("asked; "), "{code}");
        assert!(plan.get("cache-control") == Some("no-store") || code == 101, "{code}");
    }
}

#[test]
fn a_status_without_content_has_none_and_no_type() {
    for code in [204, 205, 304] {
        let plan = get(&format!("/status/{code}?body=x&type=json"));
        assert!(matches!(plan.content, Content::Empty), "{code}");
        assert_eq!(plan.get("content-type"), None, "{code}");
    }
}

#[test]
fn an_interim_status_is_followed_by_a_final_one() {
    let plan = get("/status/103?then=404");
    assert_eq!(plan.status, 404);
    assert!(matches!(&plan.before[..], [Before::Interim(103, fields)] if fields[0].0 == "Link"));
    assert!(plan.get("link").is_some());
    assert_eq!(get("/status/102").status, 200);
}

#[test]
fn who_expects_100_does_not_get_it_twice() {
    let request = Request::get("/status/100").with("Expect", "100-continue");
    assert!(ask(&site(), &request).before.is_empty());
}

#[test]
fn the_content_explains_the_code_in_the_form_that_is_wanted() {
    let site = site();
    for (accept, media_type, part) in [
        ("*/*", "text/plain; charset=utf-8", "503 Service Unavailable\n"),
        ("application/json", "application/json", "\"status\":503"),
        ("application/problem+json", "application/problem+json", "\"title\":\"Service Unavailable\""),
        ("text/html", "text/html; charset=utf-8", "<h1>503 Service Unavailable</h1>"),
    ] {
        let plan = ask(&site, &Request::get("/status/503").with("Accept", accept));
        assert_eq!(plan.get("content-type"), Some(media_type));
        assert!(text(&plan).contains(part), "{}", text(&plan));
        assert_eq!(plan.get("vary"), Some("Accept"));
    }
}

#[test]
fn wishes_can_be_combined() {
    let plan = get(
        "/status/429?delay=300ms&body=%7B%7D&type=json&header=X-A:1&header=X-A:2&retry_after=7&interim=103x2@100ms\
         &cache=60&reason=Slow+Down&drip=1@100ms&trailer=Server-Timing:a",
    );
    let wait = |millis| Duration::from_millis(millis);
    assert!(matches!(plan.before[..], [
        Before::Wait(first), Before::Interim(103, _), Before::Wait(second), Before::Interim(103, _), Before::Wait(last)
    ] if [first, second, last] == [wait(100), wait(100), wait(300)]));
    assert_eq!((plan.status, plan.reason.as_deref()), (429, Some("Slow Down")));
    assert_eq!(plan.get("content-type"), Some("application/json"));
    assert_eq!(plan.get("retry-after"), Some("7"));
    assert_eq!(plan.get("ratelimit"), Some("\"example\";r=0;t=7"));
    assert_eq!(plan.get("cache-control"), Some("max-age=60"));
    assert_eq!(plan.get("trailer"), Some("Server-Timing"));
    assert_eq!(plan.fields.iter().filter(|(name, _)| name == "X-A").count(), 2);
    assert!(matches!(&plan.content, Content::Pieces { bytes, piece: 1, is_length_told: false, .. } if bytes == "{}"));
}

#[test]
fn a_field_that_is_set_takes_the_place_of_ours() {
    let plan = get("/status/401?header=WWW-Authenticate:Digest%20realm=x");
    let challenges: Vec<_> =
        plan.fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case("WWW-Authenticate")).collect();
    assert_eq!(challenges.len(), 1);
    assert_eq!(challenges[0].1, "Digest realm=x");
}

#[test]
fn a_sequence_fails_twice_then_works_and_each_key_has_its_own() {
    let site = site();
    let ask = |target: &str| ask(&site, &Request::get(target)).status;
    let target = "/status/200?sequence=503,503,200&key=a";
    assert_eq!([(); 4].map(|()| ask(target)), [503, 503, 200, 200]);
    assert_eq!(ask("/status/200?sequence=503,503,200&key=b"), 503);
    assert_eq!(ask("/status/200/other?sequence=503,503,200&key=a"), 200);
}

#[test]
fn the_same_seed_gives_the_same_series() {
    let series = |key: &str| {
        let site = site();
        let target = format!("/status/200?random=200,503,429&seed=7&key={key}");
        (0..20).map(|_| ask(&site, &Request::get(&target)).status).collect::<Vec<_>>()
    };
    assert_eq!(series("a"), series("b"));
    assert!(series("a").windows(2).any(|pair| pair[0] != pair[1]));
}

#[test]
fn a_counted_answer_says_which_it_is() {
    let site = site();
    let request = Request::get("/status/200?sequence=503,200");
    ask(&site, &request);
    assert_eq!(ask(&site, &request).get("httpwhy"), Some("asked; code=200; source=\"RFC 9110, 15.3.1\"; nth=2"));
}

#[test]
fn to_explain_is_not_to_ask() {
    let site = site();
    let explained = ask(&site, &Request::get("/status/200?sequence=503,200&key=a&explain=1"));
    assert_eq!((explained.status, explained.get("httpwhy")), (200, None));
    let plan: serde_json::Value = serde_json::from_str(&text(&explained)).unwrap();
    assert_eq!(plan["status"], 503);
    assert_eq!(ask(&site, &Request::get("/status/200?sequence=503,200&key=a")).status, 503);
}

#[test]
fn a_redirect_leads_where_it_is_told_but_only_here() {
    assert_eq!(get("/status/301?to=/status/404").get("location"), Some("/status/404"));
    for code in [201, 300, 301, 302, 303, 305, 307, 308] {
        assert!(get(&format!("/status/{code}")).get("location").unwrap().starts_with('/'));
    }
    let refused = get("/status/301?to=//evil.example");
    assert_eq!((refused.status, refused.get("location")), (400, None));
}

#[test]
fn a_value_nobody_understands_is_a_400_and_was_not_asked_for() {
    let plan = get("/status/200?delay=soon");
    assert_eq!((plan.status, plan.get("content-type")), (400, Some("application/problem+json")));
    assert_eq!(plan.get("httpwhy"), Some("provoked; code=400; source=\"RFC 9110, 15.5.1\""));
    for path in ["/status/99", "/status/1000", "/status/abc", "/status/2000/x", "/random/", "/random/x", "/delay/x"] {
        assert_eq!(get(path).status, 400, "{path}");
    }
}

#[test]
fn all_waits_together_are_bounded() {
    for query in ["delay=31s", "delay=20s&interim=103@20s", "drip=1@10s", "drip=40s", "delay=20s&fault=hang:20s"] {
        assert_eq!(get(&format!("/status/200?{query}")).status, 400, "{query}");
    }
    assert_eq!(get("/status/200?delay=10s&interim=103@10s").status, 200);
}

#[test]
fn a_fault_goes_with_any_status() {
    assert_eq!(get("/status/503?fault=reset").fault, Some(Fault::Reset));
    assert_eq!(get("/status/200?_fault=truncate:3&fault=mine").fault, Some(Fault::Truncate(3)));
}

#[test]
fn a_bad_chunk_comes_among_chunks() {
    let plan = get("/status/200?fault=bad-chunk");
    assert!(matches!(plan.content, Content::Pieces { is_length_told: false, .. }));
}

#[test]
fn content_of_a_stranger_cannot_act_as_this_site() {
    let plan =
        get("/status/200?type=text/html&body=%3Cscript%3Ealert(1)%3C/script%3E&header=Content-Security-Policy:x");
    let policies: Vec<_> = plan.fields.iter().filter(|(name, _)| name == "Content-Security-Policy").collect();
    assert!(policies.iter().any(|(_, value)| value == "sandbox"), "{policies:?}");
    assert_eq!(plan.get("x-content-type-options"), Some("nosniff"));
}

#[test]
fn http_2_carries_no_field_of_a_connection() {
    let mut request = Request::get("/status/426");
    request.version = Version::Http2;
    let plan = ask(&site(), &request);
    assert_eq!((plan.status, plan.get("upgrade"), plan.get("connection")), (426, None, None));
}

#[test]
fn a_413_is_known_before_the_content() {
    let site = site();
    let upload = |target: &str| {
        let mut request = Request::get(target).with("Content-Length", "1000").with("Expect", "100-continue");
        request.method = "PUT".to_owned();
        refusal(&site, &request).map(|plan| plan.status)
    };
    assert_eq!(upload("/status/413"), Some(413));
    assert_eq!(upload("/status/417?delay=1s"), Some(417));
    assert_eq!(upload("/status/200"), None);
    assert_eq!(upload("/status/413?sequence=413,200"), None);
    assert!(refusal(&site, &Request::get("/status/413")).is_none());
}

#[test]
fn a_preflight_is_permitted_whatever_the_status() {
    let mut request = Request::get("/status/503").with("Origin", "https://a.example");
    request.method = "OPTIONS".to_owned();
    assert_eq!(ask(&site(), &request).status, 503);
    let request = request.with("Access-Control-Request-Method", "PUT");
    assert_eq!(ask(&site(), &request).status, 204);
}

#[test]
fn multistatus_is_xml_whatever_is_accepted() {
    let plan = ask(&site(), &Request::get("/status/207").with("Accept", "text/html"));
    assert!(plan.get("content-type").unwrap().starts_with("application/xml"));
    assert!(text(&plan).contains("D:multistatus"));
}

/// Names and values that mean harm, in every combination of two.
#[test]
fn no_wish_puts_a_control_character_into_a_response() {
    let site = site();
    let names = "body cache delay drip explain fault header interim key random reason retry_after seed sequence sleep then to \
                 trailer type url code _delay";
    let values = [
        "",
        "%0D%0A",
        "%00",
        "a%0D%0Ab:c",
        "A:%0Ab",
        "A%0D:b",
        "%FF",
        "%E2%80%A8",
        "/%0D%0Aa",
        "1",
        "-1",
        "9e999",
        "0x1",
        "x",
        "200,,",
        "200:",
        "103@",
        "normal:,",
        "lognormal:1s,-1",
        "18446744073709551616",
        "status-line:%0A",
        ":::",
        "/%09/evil",
    ];
    let wishes: Vec<String> =
        names.split_whitespace().flat_map(|name| values.map(|value| format!("{name}={value}"))).collect();
    for first in &wishes {
        for second in wishes.iter().step_by(41) {
            for path in ["/status/200", "/status/206", "/status/103", "/redirect-to", "/redirect/3"] {
                let plan = ask(&site, &Request::get(&format!("{path}?{first}&{second}")));
                let fields = plan.fields.iter().chain(&plan.trailers);
                for (name, value) in fields {
                    assert!(
                        !name.contains(char::is_control) && !value.contains(char::is_control),
                        "{first}&{second}: {plan:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_target_panics() {
    let site = site();
    for target in [
        "/status/",
        "/status//",
        "/status/%",
        "/status/%FF",
        "/status/ä",
        "/status/20ä",
        "/5ä0/x",
        "/redirect/",
        "/delay/",
        "/delay/-1",
        "/delay/1e999",
        "/random/%00",
        "/status/200?%",
        "/status/200?delay",
        "/status/200?=&&_=",
        "/status/206?body=",
        "/status/206?range=1&body=a",
        "/status/416?body=",
        "/status/101?body=a&drip=1s",
        "/status/200?random=100-999",
    ] {
        let _ = answer(&site, &Request::get(target));
    }
}
