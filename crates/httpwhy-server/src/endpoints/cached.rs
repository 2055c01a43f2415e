//! `/cache`, `/cache/N`, `/etag/TAG`: what caches and conditional requests are tried on.

use std::time::{Duration, SystemTime};

use crate::plan::Plan;

use super::ask::{Answered, Ask};
use super::echo;
use super::precondition::{self, Validators, Verdict};
use super::provoked::provoked;
use super::representation::failed;
use super::tag::Tag;

const YEAR: usize = 31_536_000;

/// 304 to any condition of a read, so that a client shows whether it sends one.
pub fn conditional(ask: &Ask) -> Answered {
    let has_condition = ["if-none-match", "if-modified-since"].iter().any(|name| ask.field(name).is_some());
    let status = if has_condition { 304 } else { 200 };
    let modified = ask.site.began(ask.time, ask.now);
    let plan = Plan::new(status).field("ETag", "\"cache\"").field("Last-Modified", httpdate::fmt_http_date(modified));
    Ok(with_content(plan.field("Cache-Control", "no-cache"), ask))
}

/// Fresh for so many seconds.
pub fn fresh(ask: &Ask) -> Answered {
    let seconds = ask.number(0, YEAR)?;
    Ok(with_content(Plan::new(200).field("Cache-Control", format!("public, max-age={seconds}")), ask))
}

/// A resource whose tag is as asked for.
pub fn tagged(ask: &Ask) -> Answered {
    let tag =
        read_tag(ask.part(0)).ok_or_else(|| provoked(400, "A tag has visible characters without quotes inside."))?;
    let current = Validators { tag: Some(&tag), modified: None };
    let described = |status| Plan::new(status).field("ETag", tag.to_string()).field("Cache-Control", "no-cache");
    Ok(match precondition::judge(ask.request, Some(current)) {
        Verdict::Go => with_content(described(200), ask),
        Verdict::NotModified => described(304),
        Verdict::Failed(field) => failed(field, Some(current)),
    })
}

/// With or without quotes; RFC 9110, 8.8.3 says which characters.
fn read_tag(text: &str) -> Option<Tag> {
    let tag = Tag::read(text).unwrap_or_else(|| Tag { is_weak: false, opaque: text.to_owned() });
    let is_allowed = |byte: u8| byte.is_ascii_graphic() && byte != b'"';
    tag.opaque.bytes().all(is_allowed).then_some(tag)
}

fn with_content(plan: Plan, ask: &Ask) -> Plan {
    match plan.status {
        304 => plan,
        _ => plan.content("application/json", format!("{:#}\n", echo::about(ask))),
    }
}

impl crate::Site {
    /// When the site was started, by the clock on the wall.
    fn began(&self, time: SystemTime, now: std::time::Instant) -> SystemTime {
        let age = Duration::from_secs(now.saturating_duration_since(self.started).as_secs());
        time.checked_sub(age).unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

#[cfg(test)]
mod tests {
    use crate::Request;
    use crate::endpoints::tests::{answered, asked};

    #[test]
    fn any_condition_is_not_modified() {
        assert_eq!(asked("/cache").status, 200);
        assert_eq!(answered(Request::get("/cache").with("If-None-Match", "\"x\"")).status, 304);
    }

    #[test]
    fn the_tag_is_as_asked_for() {
        assert_eq!(asked("/etag/abc").get("etag"), Some("\"abc\""));
        assert_eq!(answered(Request::get("/etag/abc").with("If-None-Match", "\"abc\"")).status, 304);
        let plan = answered(Request::get("/etag/abc").with("If-Match", "\"x\""));
        assert_eq!((plan.status, plan.get("etag")), (412, Some("\"abc\"")));
        assert_eq!(asked("/etag/a%0d%0ab").status, 400);
    }

    #[test]
    fn freshness_is_as_asked_for() {
        assert_eq!(asked("/cache/60").get("cache-control"), Some("public, max-age=60"));
        assert_eq!(asked("/cache/x").status, 400);
    }
}
