//! The form a client wants, by the qualities in `Accept` (RFC 9110, section 12.5.1).

use super::Form;
use crate::request::Request;

/// In this order where the client does not care; plain clients such as curl say `*/*`.
const OFFERS: [(Form, &str, &str); 4] = [
    (Form::Text, "text", "plain"),
    (Form::Json, "application", "json"),
    (Form::Problem, "application", "problem+json"),
    (Form::Html, "text", "html"),
];

/// A range of media types, as one member of `Accept` states it.
struct Range<'a> {
    main: &'a str,
    sub: &'a str,
    quality: f32,
}

/// How much a form is wanted: quality first, then how exactly it was named, then how early.
type Rank = (f32, u8, isize);

/// The form this client wants most. One that takes none of ours gets text: the status is the answer.
pub fn form(request: &Request) -> Form {
    match request.fields.get("accept") {
        None | Some("*/*") => Form::Text,
        Some(_) => negotiate(request),
    }
}

/// Whether `Accept` names a media type with this word.
pub fn names(request: &Request, word: &str) -> bool {
    request.fields.all("accept").any(|value| value.contains(word))
}

fn negotiate(request: &Request) -> Form {
    let members = request.fields.all("accept").flat_map(|value| value.split(','));
    let ranges: Vec<Range> = members.take(64).filter_map(Range::read).collect();
    let mut best = (Form::Text, (0.0, 0, 0));
    for (form, main, sub) in OFFERS {
        let rank = rank(&ranges, main, sub);
        if rank.0 > 0.0 && rank > best.1 {
            best = (form, rank);
        }
    }
    best.0
}

/// The most exact range decides about the quality.
fn rank(ranges: &[Range], main: &str, sub: &str) -> Rank {
    let matching = ranges.iter().enumerate().filter_map(|(at, range)| Some((range.exactness(main, sub)?, at, range)));
    let most_exact = matching.max_by_key(|(exactness, at, _)| (*exactness, std::cmp::Reverse(*at)));
    most_exact.map_or((0.0, 0, 0), |(exactness, at, range)| (range.quality, exactness, -(at as isize)))
}

impl Range<'_> {
    fn read(member: &str) -> Option<Range<'_>> {
        let mut parts = member.split(';');
        let (main, sub) = parts.next()?.trim().split_once('/')?;
        let quality = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
        (0.0..=1.0).contains(&quality).then_some(Range { main, sub, quality })
    }

    fn exactness(&self, main: &str, sub: &str) -> Option<u8> {
        match (self.main.eq_ignore_ascii_case(main), self.sub.eq_ignore_ascii_case(sub)) {
            (true, true) => Some(3),
            (true, false) if self.sub == "*" => Some(2),
            (false, false) if self.main == "*" && self.sub == "*" => Some(1),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(accept: &str) -> Form {
        form(&Request::get("/status/404").with("Accept", accept))
    }

    #[test]
    fn a_client_that_takes_anything_gets_text() {
        assert_eq!(form(&Request::get("/status/404")), Form::Text);
        for accept in ["*/*", "*/*;q=0.5", "", "image/png", "nonsense", "text/html;q=0", "text/html;q=7"] {
            assert_eq!(wanted(accept), Form::Text, "{accept}");
        }
    }

    #[test]
    fn a_browser_gets_a_page() {
        let chrome = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
        assert_eq!(wanted(chrome), Form::Html);
    }

    #[test]
    fn what_is_named_first_wins_among_equals() {
        assert_eq!(wanted("application/json, text/plain, */*"), Form::Json);
        assert_eq!(wanted("text/plain, application/json"), Form::Text);
        assert_eq!(wanted("application/*"), Form::Json);
    }

    #[test]
    fn quality_decides() {
        assert_eq!(wanted("text/html;q=0.3, application/problem+json"), Form::Problem);
        assert_eq!(wanted("text/*;q=0.2, application/json;q=0.1"), Form::Text);
        assert_eq!(wanted("text/plain;q=0, */*;q=0.1"), Form::Json);
    }
}
