//! Byte ranges (RFC 9110, 14): which bytes a Range asks for.

use std::ops::Range;

/// More ranges than this are answered with the whole (RFC 9110, 14.2 allows it).
const MOST: usize = 16;

/// What a Range asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// All: it is invalid, in another unit, or more work than the whole.
    Whole,
    /// These, in this order, one or more.
    Some(Vec<Range<usize>>),
    /// None of them overlaps the content.
    Nothing,
}

/// Reads a Range for content of this length.
pub fn read(value: &str, length: usize) -> Asked {
    let Some((unit, set)) = value.split_once('=') else { return Asked::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Asked::Whole;
    }
    let specs: Option<Vec<_>> = set.split(',').map(str::trim).filter(|spec| !spec.is_empty()).map(spec).collect();
    let Some(specs) = specs.filter(|specs| (1..=MOST).contains(&specs.len())) else { return Asked::Whole };
    let ranges: Vec<_> = specs.into_iter().filter_map(|spec| within(spec, length)).collect();
    match ranges.iter().map(Range::len).sum::<usize>() {
        0 => Asked::Nothing,
        // Several that together are longer than the whole overlap.
        sum if ranges.len() > 1 && sum > length => Asked::Whole,
        _ => Asked::Some(ranges),
    }
}

/// One of a range set; `first` is `None` for a suffix.
struct Spec {
    first: Option<u64>,
    last: Option<u64>,
}

fn spec(text: &str) -> Option<Spec> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (position(first)?, position(last)?);
    let is_valid = match (first, last) {
        (None, None) => false,
        (Some(first), Some(last)) => first <= last,
        _ => true,
    };
    is_valid.then_some(Spec { first, last })
}

/// Digits, or nothing; a number too long for us is beyond any content.
fn position(text: &str) -> Option<Option<u64>> {
    match text {
        "" => Some(None),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => Some(Some(digits.parse().unwrap_or(u64::MAX))),
        _ => None,
    }
}

fn within(spec: Spec, length: usize) -> Option<Range<usize>> {
    let small = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let range = match (spec.first, spec.last) {
        (Some(first), last) => small(first)..last.map_or(length, |last| small(last).saturating_add(1)).min(length),
        (None, last) => length.saturating_sub(small(last.unwrap_or(0)))..length,
    };
    (range.start < range.end).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_cut_to_the_content() {
        let some = |value| match read(value, 100) {
            Asked::Some(ranges) => ranges,
            other => panic!("{other:?}"),
        };
        assert_eq!(some("bytes=0-9"), vec![0..10]);
        assert_eq!(some("bytes=90-"), vec![90..100]);
        assert_eq!(some("bytes=90-99999999999999999999999"), vec![90..100]);
        assert_eq!(some("bytes=-5"), vec![95..100]);
        assert_eq!(some("bytes=-500"), vec![0..100]);
        assert_eq!(some("Bytes=0-0, 50-59,,200-"), vec![0..1, 50..60]);
    }

    #[test]
    fn what_is_invalid_is_ignored() {
        for value in
            ["", "bytes", "bytes=", "bytes=-", "bytes=9-0", "bytes=a-b", "bytes=+1-2", "lines=0-1", "bytes=0-9;1"]
        {
            assert_eq!(read(value, 100), Asked::Whole, "{value}");
        }
    }

    #[test]
    fn beyond_the_end_is_nothing() {
        for value in ["bytes=100-", "bytes=-0", "bytes=200-300,400-"] {
            assert_eq!(read(value, 100), Asked::Nothing, "{value}");
        }
        assert_eq!(read("bytes=0-", 0), Asked::Nothing);
    }

    #[test]
    fn overlaps_longer_than_the_whole_are_answered_with_the_whole() {
        assert_eq!(read("bytes=0-,0-,0-", 100), Asked::Whole);
        assert_eq!(read(&format!("bytes=0-0{}", ",1-1".repeat(16)), 100), Asked::Whole);
    }
}
