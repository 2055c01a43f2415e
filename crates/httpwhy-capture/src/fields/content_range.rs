//! `Content-Range`: which part this is, or how long the whole is (RFC 9110, section 14.4).

/// What the field says.
///
/// ```
/// use httpwhy_capture::fields::content_range::{ContentRange, parse};
/// assert_eq!(parse("bytes 0-99/1234"), Some(ContentRange { unit: "bytes".into(), range: Some((0, 99)), length: Some(1234) }));
/// assert_eq!(parse("bytes */1234").unwrap().range, None);
/// assert_eq!(parse("bytes 9-0/4"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentRange {
    /// Mostly `bytes`.
    pub unit: String,
    /// First and last position; `None` in a 416.
    pub range: Option<(u64, u64)>,
    /// Length of the whole representation, if it is known.
    pub length: Option<u64>,
}

/// Reads the value; `None` if it breaks the grammar.
pub fn parse(value: &str) -> Option<ContentRange> {
    let (unit, rest) = value.trim().split_once(' ')?;
    let (range, length) = rest.split_once('/')?;
    let range = match range {
        "*" => None,
        range => {
            let (first, last) = range.split_once('-')?;
            Some((first.parse().ok()?, last.parse().ok()?)).filter(|(first, last): &(u64, u64)| first <= last)?.into()
        }
    };
    let length = if length == "*" { None } else { Some(length.parse().ok()?) };
    (range.is_some() || length.is_some()).then(|| ContentRange { unit: unit.to_owned(), range, length })
}
