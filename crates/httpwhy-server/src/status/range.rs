//! 206: one range of the content, never several, so that no multipart is needed.

use std::ops::Range;

use bytes::Bytes;

use crate::endpoints::range::{self, Asked};
use crate::plan::{Content, Plan};
use crate::request::Request;

/// Where nobody asked for a range, the first ten bytes.
const DEFAULT: usize = 10;

/// Leaves of the content the range that was asked for, and says which it is (RFC 9110, section 15.3.7.1).
pub fn partial(plan: &mut Plan, request: &Request) {
    let Content::Whole(bytes) = &plan.content else { return };
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    let range = asked(request, length).unwrap_or(0..length.min(DEFAULT));
    let value = format!("bytes {}-{}/{length}", range.start, range.end - 1);
    let part: Bytes = bytes.slice(range);
    plan.content = Content::Whole(part);
    plan.fields.push(("Content-Range".into(), value.into()));
}

/// The first range that can be sent.
fn asked(request: &Request, length: usize) -> Option<Range<usize>> {
    match range::read(request.fields.get("range")?, length) {
        Asked::Some(ranges) => ranges.into_iter().next(),
        Asked::Whole | Asked::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(range: &str) -> (String, usize) {
        let mut plan = Plan::new(206);
        plan.content = Content::Whole(Bytes::from_static(&[b'a'; 100]));
        partial(&mut plan, &Request::get("/status/206").with("Range", range));
        let Content::Whole(bytes) = &plan.content else { unreachable!() };
        (plan.get("content-range").unwrap().to_owned(), bytes.len())
    }

    #[test]
    fn the_range_asked_for_is_sent() {
        assert_eq!(sent("bytes=5-9"), ("bytes 5-9/100".to_owned(), 5));
        assert_eq!(sent("bytes=90-"), ("bytes 90-99/100".to_owned(), 10));
        assert_eq!(sent("bytes=-3"), ("bytes 97-99/100".to_owned(), 3));
        assert_eq!(sent("bytes=0-999"), ("bytes 0-99/100".to_owned(), 100));
    }

    #[test]
    fn what_cannot_be_sent_becomes_the_first_bytes() {
        for range in [
            "",
            "bytes=500-",
            "bytes=9-5",
            "lines=1-2",
            "bytes=-0",
            "bytes=a-b",
            "bytes=-",
            "bytes=99999999999999999999-",
        ] {
            assert_eq!(sent(range), ("bytes 0-9/100".to_owned(), 10), "{range}");
        }
    }
}
