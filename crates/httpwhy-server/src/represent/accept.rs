//! What a client would rather have: lists with weights, as `Accept` and `Accept-Encoding` have them (RFC 9110, 12.4.2).

use std::cmp::Reverse;

/// One member of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    /// A media range, a coding.
    pub what: &'a str,
    /// Thousandths, 0 to 1000.
    pub weight: u16,
}

/// How much a client wants something: by its weight, then by how precisely it is named, then by how early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// Thousandths, 1 to 1000.
    pub weight: u16,
    /// 3 for the whole type, 1 for `text/*`, 0 for `*/*`.
    pub precision: u8,
    place: Reverse<usize>,
}

/// Every member of these lines. One whose weight cannot be read is as if it were not there.
pub fn wishes<'a>(lines: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Wish<'a>> {
    lines.flat_map(|line| line.split(',')).filter_map(wish)
}

fn wish(member: &str) -> Option<Wish<'_>> {
    let mut parts = member.split(';').map(str::trim);
    let what = parts.next().filter(|what| !what.is_empty())?;
    let weight = parts.filter_map(|part| part.split_once('=')).find(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    Some(Wish { what, weight: weight.map_or(Some(1000), |(_, value)| thousandths(value.trim()))? })
}

fn thousandths(value: &str) -> Option<u16> {
    let weight = value.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight))?;
    Some((weight * 1000.0).round() as u16)
}

/// What the most precise of the ranges says that name a thing (RFC 9110, 12.5.1); nothing if that excludes it.
pub fn wanted(wishes: &[Wish], precision: impl Fn(&str) -> Option<u8>) -> Option<Wanted> {
    let named = wishes.iter().enumerate().filter_map(|(place, wish)| {
        Some((precision(wish.what)?, Wanted { weight: wish.weight, precision: 0, place: Reverse(place) }))
    });
    let (precision, wanted) = named.max_by_key(|(precision, wanted)| (*precision, wanted.place))?;
    (wanted.weight > 0).then_some(Wanted { precision, ..wanted })
}

/// How precisely a media range names a type, if it does.
pub fn precision(range: &str, media_type: &str) -> Option<u8> {
    let (kind, _) = media_type.split_once('/')?;
    match range.split_once('/')? {
        ("*", "*") => Some(0),
        (asked, "*") if asked.eq_ignore_ascii_case(kind) => Some(1),
        _ if range.eq_ignore_ascii_case(media_type) => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(&str, u16)> {
        wishes([line].into_iter()).map(|wish| (wish.what, wish.weight)).collect()
    }

    #[test]
    fn weights_are_read_wherever_they_stand() {
        assert_eq!(
            read("text/html;level=1;q=0.4, br ; Q=0.123,gzip"),
            [("text/html", 400), ("br", 123), ("gzip", 1000)]
        );
    }

    #[test]
    fn what_cannot_be_read_does_no_harm() {
        assert_eq!(read(",, ;q=1, a;q=NaN, b;q=7, c;q"), [("c", 1000)]);
    }
}
