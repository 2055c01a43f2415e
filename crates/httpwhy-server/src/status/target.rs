//! Which endpoint a path is.

use super::control;
use crate::request::Request;

/// What a path asks for. What is still text is read, and refused, later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// `/status/503`, `/status/503/any/path`, `/503/any/path`.
    Code(u16),
    /// `/status/200,500`, `/random/500-504`, and what is no code at all.
    Codes(&'a str),
    /// `/redirect/3` and its kin: how many are left, and how the next is named.
    Redirects(&'a str, Naming),
    /// `/redirect-loop`.
    RedirectLoop,
    /// `/redirect-to?url=`.
    RedirectTo,
    /// `/delay/SECONDS`.
    Delay(&'a str),
}

/// How a redirect names the next address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// By its path.
    Relative,
    /// With scheme and authority.
    Absolute,
}

impl Target<'_> {
    /// The endpoint of ours that this request is for.
    pub fn of(request: &Request) -> Option<Target<'_>> {
        let path = request.path.strip_prefix('/')?;
        if let Some(rest) = path.strip_prefix("status/") {
            return status(rest, request);
        }
        if path.as_bytes().first()?.is_ascii_digit() {
            return bare(path, request);
        }
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        match first {
            "random" => Some(Target::Codes(first_segment(rest))),
            "redirect" => Some(Target::Redirects(rest, redirect_naming(request))),
            "relative-redirect" => Some(Target::Redirects(rest, Naming::Relative)),
            "absolute-redirect" => Some(Target::Redirects(rest, Naming::Absolute)),
            "redirect-loop" => Some(Target::RedirectLoop),
            "redirect-to" => Some(Target::RedirectTo),
            "delay" => Some(Target::Delay(first_segment(rest))),
            _ => None,
        }
    }
}

fn status<'a>(rest: &'a str, request: &'a Request) -> Option<Target<'a>> {
    match code(rest) {
        Some((code, _)) => Some(Target::Code(code)),
        None if rest.is_empty() => preferred(request).map(Target::Codes),
        None => Some(Target::Codes(first_segment(rest))),
    }
}

/// `/503` alone is the page about 503, and so is `/503/`, unless the request speaks as a client of httpstat.us does.
fn bare<'a>(path: &str, request: &'a Request) -> Option<Target<'a>> {
    let (code, rest) = code(path)?;
    (rest.len() > 1 || control::is_httpstatus(request)).then_some(Target::Code(code))
}

/// A code that is a whole segment, and what follows.
fn code(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(3)?;
    let is_code = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    (is_code && (rest.is_empty() || rest.starts_with('/'))).then(|| Some((digits.parse().ok()?, rest)))?
}

/// `Prefer: code=404`, as Prism has it.
fn preferred(request: &Request) -> Option<&str> {
    let preferences = request.fields.all("prefer").flat_map(|value| value.split([',', ';']));
    preferences.filter_map(|preference| preference.trim().strip_prefix("code=")).next()
}

fn redirect_naming(request: &Request) -> Naming {
    match request.parameter("absolute") {
        Some(value) if value.eq_ignore_ascii_case("true") => Naming::Absolute,
        _ => Naming::Relative,
    }
}

fn first_segment(rest: &str) -> &str {
    rest.split_once('/').map_or(rest, |(first, _)| first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(target: &str) -> String {
        format!("{:?}", Target::of(&Request::get(target)))
    }

    #[test]
    fn everything_after_the_code_belongs_to_it() {
        assert_eq!(of("/status/503"), "Some(Code(503))");
        assert_eq!(of("/status/503/any/path?x=1"), "Some(Code(503))");
        assert_eq!(of("/503/any/path"), "Some(Code(503))");
    }

    #[test]
    fn a_page_stays_a_page() {
        for page in ["/503", "/503/", "/404.13", "/", "/compare/401-403", "/statuses", "/status", "/0", "/099/x"] {
            assert_eq!(of(page), "None", "{page}");
        }
    }

    #[test]
    fn sleep_makes_an_endpoint_of_a_page() {
        assert_eq!(of("/503?sleep=100"), "Some(Code(503))");
    }

    #[test]
    fn a_preference_names_the_code() {
        let request = Request::get("/status/").with("Prefer", "respond-async, code=404");
        assert_eq!(Target::of(&request), Some(Target::Codes("404")));
    }
}
