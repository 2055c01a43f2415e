//! Preconditions, in their order of precedence (RFC 9110, 13.2.2).

use std::time::SystemTime;

use crate::request::Request;

use super::tag::{Tag, Tags};

/// What is known of the representation there is now.
#[derive(Debug, Clone, Copy)]
pub struct Validators<'a> {
    pub tag: Option<&'a Tag>,
    pub modified: Option<SystemTime>,
}

/// What the preconditions ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Do it.
    Go,
    /// 304.
    NotModified,
    /// 412, because of this field.
    Failed(&'static str),
}

/// Judges the preconditions of a request; `current` is `None` if nothing is there yet.
pub fn judge(request: &Request, current: Option<Validators>) -> Verdict {
    if let Some(tags) = tags(request, "if-match") {
        if !has(&tags, current, Tag::is_strongly) {
            return Verdict::Failed("If-Match");
        }
    } else if date(request, "if-unmodified-since").zip(modified(current)).is_some_and(|(date, last)| last > date) {
        return Verdict::Failed("If-Unmodified-Since");
    }
    if let Some(tags) = tags(request, "if-none-match") {
        return match has(&tags, current, Tag::is_weakly) {
            false => Verdict::Go,
            true if request.is_read() => Verdict::NotModified,
            true => Verdict::Failed("If-None-Match"),
        };
    }
    match date(request, "if-modified-since").zip(modified(current)) {
        Some((date, last)) if request.is_read() && last <= date => Verdict::NotModified,
        _ => Verdict::Go,
    }
}

/// Whether a Range counts (RFC 9110, 13.1.5): without If-Range, or if it names just this representation.
pub fn is_range_wanted(request: &Request, current: Validators) -> bool {
    let Some(value) = request.fields.get("if-range") else { return true };
    match Tag::read(value) {
        Some(tag) => current.tag.is_some_and(|known| known.is_strongly(&tag)),
        None => read_date(value).is_some_and(|date| current.modified == Some(date)),
    }
}

fn tags(request: &Request, name: &str) -> Option<Tags> {
    let lines: Vec<&str> = request.fields.all(name).collect();
    (!lines.is_empty()).then(|| Tags::read(&lines.join(",")))
}

fn has(tags: &Tags, current: Option<Validators>, is_same: fn(&Tag, &Tag) -> bool) -> bool {
    match (tags, current) {
        (_, None) => false,
        (Tags::Any, Some(_)) => true,
        (Tags::Listed(tags), Some(current)) => {
            current.tag.is_some_and(|known| tags.iter().any(|tag| is_same(known, tag)))
        }
    }
}

fn modified(current: Option<Validators>) -> Option<SystemTime> {
    current?.modified
}

// A date that cannot be read is ignored (RFC 9110, 13.1.3 and 13.1.4).
fn date(request: &Request, name: &str) -> Option<SystemTime> {
    read_date(request.fields.get(name)?)
}

fn read_date(text: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "Thu, 01 Jan 2026 00:00:00 GMT";
    const DATE: &str = "Fri, 02 Jan 2026 00:00:00 GMT";
    const NEW: &str = "Sat, 03 Jan 2026 00:00:00 GMT";

    fn judged(method: &str, fields: &[(&str, &str)]) -> Verdict {
        let tag = Tag::read("\"a\"").unwrap();
        let mut request = Request::get("/");
        request.method = method.to_owned();
        let request = fields.iter().fold(request, |request, (name, value)| request.with(name, value));
        judge(&request, Some(Validators { tag: Some(&tag), modified: read_date(DATE) }))
    }

    #[test]
    fn a_known_tag_is_not_modified_for_a_read_and_fails_for_a_write() {
        assert_eq!(judged("GET", &[("If-None-Match", "\"b\", W/\"a\"")]), Verdict::NotModified);
        assert_eq!(judged("HEAD", &[("If-None-Match", "*")]), Verdict::NotModified);
        assert_eq!(judged("PUT", &[("If-None-Match", "*")]), Verdict::Failed("If-None-Match"));
        assert_eq!(judged("GET", &[("If-None-Match", "\"b\"")]), Verdict::Go);
    }

    #[test]
    fn if_match_compares_strongly_and_goes_first() {
        assert_eq!(judged("PUT", &[("If-Match", "\"a\"")]), Verdict::Go);
        assert_eq!(judged("PUT", &[("If-Match", "W/\"a\"")]), Verdict::Failed("If-Match"));
        assert_eq!(judged("GET", &[("If-None-Match", "\"a\""), ("If-Match", "\"b\"")]), Verdict::Failed("If-Match"));
        assert_eq!(judged("PUT", &[("If-Match", "\"a\""), ("If-Unmodified-Since", OLD)]), Verdict::Go);
    }

    #[test]
    fn dates_count_only_without_tags() {
        assert_eq!(judged("GET", &[("If-Modified-Since", DATE)]), Verdict::NotModified);
        assert_eq!(judged("GET", &[("If-Modified-Since", OLD)]), Verdict::Go);
        assert_eq!(judged("GET", &[("If-Modified-Since", NEW), ("If-None-Match", "\"b\"")]), Verdict::Go);
        assert_eq!(judged("PUT", &[("If-Modified-Since", NEW)]), Verdict::Go);
        assert_eq!(judged("PUT", &[("If-Unmodified-Since", OLD)]), Verdict::Failed("If-Unmodified-Since"));
        assert_eq!(judged("GET", &[("If-Modified-Since", "yesterday")]), Verdict::Go);
    }

    #[test]
    fn nothing_there_fails_if_match_and_lets_if_none_match_go() {
        let put = |name, value| judge(&Request { method: "PUT".into(), ..Request::get("/").with(name, value) }, None);
        assert_eq!(put("If-Match", "*"), Verdict::Failed("If-Match"));
        assert_eq!(put("If-None-Match", "*"), Verdict::Go);
    }
}
