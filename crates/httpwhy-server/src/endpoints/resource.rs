//! `/resource`: a fixed text, to try ranges and conditions on.

use std::time::{Duration, SystemTime};

use bytes::Bytes;

use super::ask::{Answered, Ask};
use super::representation::Representation;
use super::tag::Tag;

/// 256 characters in lines of 32, so that one sees at once which bytes came.
const TEXT: &str = "\
000 one line has 32 characters.\n\
032 bytes=32-63 is this line...\n\
064 If-Range guards a download.\n\
096 If-None-Match answers 304..\n\
128 If-Match guards a change...\n\
160 several ranges: parts......\n\
192 bytes=-64 is what is last..\n\
224 here the text is over......\n";

/// 2026-01-01T00:00:00Z
const MODIFIED: Duration = Duration::from_secs(1_767_225_600);

pub fn answer(ask: &Ask) -> Answered {
    Ok(representation().answer(ask.request))
}

fn representation() -> Representation {
    Representation {
        media_type: "text/plain; charset=utf-8".into(),
        content: Bytes::from_static(TEXT.as_bytes()),
        tag: Tag::of(TEXT.as_bytes()),
        modified: Some(SystemTime::UNIX_EPOCH + MODIFIED),
        caching: "max-age=60",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::tests::text;
    use crate::{Plan, Request};

    fn asked(fields: &[(&str, &str)]) -> Plan {
        let request = Request::get("/resource");
        representation().answer(&fields.iter().fold(request, |request, (name, value)| request.with(name, value)))
    }

    #[test]
    fn every_line_says_where_it_begins() {
        assert_eq!(TEXT.len(), 256);
        for start in (0..256).step_by(32) {
            assert_eq!(TEXT[start..start + 3].parse(), Ok(start));
        }
    }

    #[test]
    fn one_range_is_a_part_and_several_are_parts() {
        let plan = asked(&[("Range", "bytes=0-2")]);
        assert_eq!((plan.status, text(&plan).as_str(), plan.get("content-range")), (206, "000", Some("bytes 0-2/256")));
        let plan = asked(&[("Range", "bytes=0-2,-1")]);
        assert!(plan.get("content-type").unwrap().starts_with("multipart/byteranges; boundary="));
        assert_eq!(plan.get("content-range"), None);
        assert!(text(&plan).contains("Content-Range: bytes 255-255/256\r\n\r\n\n\r\n--"));
    }

    #[test]
    fn a_range_beyond_the_end_is_416_with_the_length() {
        let plan = asked(&[("Range", "bytes=999-")]);
        assert_eq!((plan.status, plan.get("content-range")), (416, Some("bytes */256")));
    }

    #[test]
    fn if_range_of_another_version_brings_the_whole() {
        assert_eq!(asked(&[("Range", "bytes=0-2"), ("If-Range", "\"old\"")]).status, 200);
        let tag = representation().tag.to_string();
        assert_eq!(asked(&[("Range", "bytes=0-2"), ("If-Range", &tag)]).status, 206);
        assert_eq!(asked(&[("Range", "bytes=0-2"), ("If-Range", "Thu, 01 Jan 2026 00:00:00 GMT")]).status, 206);
    }

    #[test]
    fn not_modified_has_the_fields_of_the_200() {
        let tag = representation().tag.to_string();
        let plan = asked(&[("If-None-Match", &tag), ("Range", "bytes=999-")]);
        assert_eq!((plan.status, plan.get("etag"), plan.get("cache-control")), (304, Some(&*tag), Some("max-age=60")));
    }

    #[test]
    fn a_failed_condition_tells_the_tag_there_is() {
        let plan = asked(&[("If-Match", "\"old\"")]);
        assert_eq!((plan.status, plan.get("etag")), (412, Some(&*representation().tag.to_string())));
    }
}
