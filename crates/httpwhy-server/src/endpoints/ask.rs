//! What an endpoint is asked: the request, the parts of its path, and what time it is.

use std::borrow::Cow;
use std::time::{Duration, Instant, SystemTime};

use percent_encoding::percent_decode_str;

use crate::plan::Plan;
use crate::request::Request;
use crate::site::Site;

use super::duration;
use super::provoked::provoked;

/// What is right, or the answer that says what is wrong.
pub type Checked<T = ()> = Result<T, Box<Plan>>;

/// The answer, whether all was well or not.
pub type Answered = Checked<Plan>;

/// What an endpoint is asked.
pub(crate) struct Ask<'a> {
    pub site: &'a Site,
    pub request: &'a Request,
    /// What stands where the path of the endpoint has `{…}`, decoded.
    pub parts: Vec<Cow<'a, str>>,
    pub now: Instant,
    pub time: SystemTime,
}

impl Ask<'_> {
    /// The part at this place; empty if there is none.
    pub fn part(&self, place: usize) -> &str {
        self.parts.get(place).map_or("", |part| part.as_ref())
    }

    pub fn method(&self) -> &str {
        &self.request.method
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        self.request.fields.get(name)
    }

    /// Content-Length, if it is a number.
    pub fn content_length(&self) -> Option<u64> {
        self.field("content-length")?.parse().ok()
    }

    /// The media type of the content in lower case, without parameters.
    pub fn media_type(&self) -> Option<String> {
        let value = self.field("content-type")?;
        Some(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
    }

    /// A number from 0 to `most` in the path.
    pub fn number(&self, place: usize, most: usize) -> Checked<usize> {
        read_number(self.part(place), most)
    }

    /// A number from 0 to `most` in the query.
    pub fn number_of(&self, name: &str, most: usize) -> Checked<Option<usize>> {
        self.request.parameter(name).map(|text| read_number(&text, most)).transpose()
    }

    /// A pause of the query; none is longer than this server waits.
    pub fn pause(&self, name: &str) -> Checked<Option<Duration>> {
        let most = self.site.config.limits.most_wait;
        let Some(text) = self.request.parameter(name) else { return Ok(None) };
        match duration::read(&text) {
            Some(pause) if pause <= most => Ok(Some(pause)),
            Some(_) => {
                Err(provoked(400, format!("{name} is longer than this server waits. Ask for {most:?} at most.")).into())
            }
            None => Err(provoked(400, format!("{name} is no time. Write it like 300ms or 2s.")).into()),
        }
    }
}

fn read_number(text: &str, most: usize) -> Checked<usize> {
    match text.parse() {
        Ok(number) if number <= most => Ok(number),
        _ => Err(provoked(400, format!("A number from 0 to {most} must stand where \"{text}\" is.")).into()),
    }
}

/// The parts of this path that stand where `form` has `{…}`, decoded; `{…}` with an ellipsis takes all that follows.
pub fn matches<'a>(form: &str, path: &'a str) -> Option<Vec<Cow<'a, str>>> {
    let mut parts = Vec::new();
    let mut rest = path.strip_prefix('/')?;
    let mut form = form.strip_prefix('/')?.split('/').peekable();
    while let Some(segment) = form.next() {
        if segment.ends_with("…}") {
            parts.push(decode(rest));
            return Some(parts);
        }
        let (head, tail) = rest.split_once('/').map_or((rest, None), |(head, tail)| (head, Some(tail)));
        match segment.starts_with('{') {
            true if !head.is_empty() => parts.push(decode(head)),
            false if segment == head => {}
            _ => return None,
        }
        match (tail, form.peek()) {
            (Some(tail), Some(_)) => rest = tail,
            (None, None) => return Some(parts),
            _ => return None,
        }
    }
    None
}

fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_takes_the_parts_of_a_path() {
        assert_eq!(matches("/resource", "/resource"), Some(vec![]));
        assert_eq!(matches("/range/{n}", "/range/1%32"), Some(vec!["12".into()]));
        assert_eq!(matches("/store/{key…}", "/store/a/b"), Some(vec!["a/b".into()]));
        assert_eq!(matches("/store/{key…}", "/store/"), Some(vec!["".into()]));
    }

    #[test]
    fn another_path_is_not_taken() {
        for path in ["", "*", "/", "/range", "/range/", "/range/1/2", "/ranges/1", "range/1"] {
            assert_eq!(matches("/range/{n}", path), None, "{path}");
        }
        assert_eq!(matches("/store/{key…}", "/store"), None);
    }
}
