//! The small values of parameters.

use super::Refused;
use super::field::is_clean;
use crate::status::choice::code;

/// What `Retry-After` is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RetryAfter {
    /// Nothing: the field is left out.
    Nothing,
    /// Seconds.
    Seconds(u32),
    /// A date, as HTTP writes one.
    Date(String),
}

impl RetryAfter {
    /// Reads seconds, a date, or `none`.
    pub fn read(text: &str) -> Result<RetryAfter, Refused> {
        let seconds = || text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
        match text {
            "none" => Ok(RetryAfter::Nothing),
            _ if httpdate::parse_http_date(text).is_ok() && is_clean(text) => Ok(RetryAfter::Date(text.to_owned())),
            _ => seconds().map(RetryAfter::Seconds).ok_or_else(|| {
                Refused::new("retry_after", text, "seconds, a date such as Sun, 06 Nov 1994 08:49:37 GMT, or none")
            }),
        }
    }
}

/// A value of `Cache-Control`: seconds, directives, or nothing to have no such field.
pub fn cache(text: &str) -> Result<String, Refused> {
    match text {
        "" | "off" => Ok(String::new()),
        _ if text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit()) => Ok(format!("max-age={text}")),
        _ if text.is_ascii() && is_clean(text) => Ok(text.to_owned()),
        _ => Err(Refused::new("cache", text, "seconds, directives such as public, max-age=60, or off")),
    }
}

/// A switch.
pub fn is_on(name: &'static str, text: &str) -> Result<bool, Refused> {
    match text {
        "" | "1" | "true" | "True" => Ok(true),
        "0" | "false" | "False" => Ok(false),
        _ => Err(Refused::new(name, text, "1 or 0")),
    }
}

/// A reason phrase, or another text of one line.
pub fn clean(name: &'static str, text: &str) -> Result<String, Refused> {
    let is_fine = text.len() <= 500 && is_clean(text);
    is_fine.then(|| text.to_owned()).ok_or_else(|| Refused::new(name, text, "a text without control characters"))
}

/// The final status after an interim one.
pub fn then(text: &str) -> Result<u16, Refused> {
    code(text).filter(|code| *code >= 200).ok_or_else(|| Refused::new("then", text, "a code from 200 to 999"))
}

/// Where a random series begins.
pub fn seed(text: &str) -> Result<u64, Refused> {
    text.parse().map_err(|_| Refused::new("seed", text, "a number from 0 to 18446744073709551615"))
}

/// A media type, or a short name for one of the usual.
pub fn media_type(text: &str) -> Result<String, Refused> {
    let full = match text {
        "text" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "json" => "application/json",
        "problem" => "application/problem+json",
        "xml" => "application/xml",
        _ => text,
    };
    let is_type = full.split_once('/').is_some_and(|(main, sub)| !main.is_empty() && !sub.is_empty());
    let allowed = "a media type such as text/html, or one of text, html, json, problem, xml";
    (is_type && full.is_ascii() && is_clean(full))
        .then(|| full.to_owned())
        .ok_or_else(|| Refused::new("type", text, allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        assert_eq!(RetryAfter::read("120"), Ok(RetryAfter::Seconds(120)));
        assert_eq!(RetryAfter::read("none"), Ok(RetryAfter::Nothing));
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        assert_eq!(RetryAfter::read(date), Ok(RetryAfter::Date(date.to_owned())));
        for text in ["", "-1", "+1", "1.5", "soon", "99999999999"] {
            assert!(RetryAfter::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn cache_is_seconds_directives_or_off() {
        assert_eq!(cache("60").unwrap(), "max-age=60");
        assert_eq!(cache("public, max-age=5").unwrap(), "public, max-age=5");
        assert_eq!(cache("off").unwrap(), "");
        assert!(cache("a\nb").is_err());
    }

    #[test]
    fn nothing_interim_is_final() {
        assert_eq!(then("404"), Ok(404));
        assert!(then("103").is_err());
    }
}
