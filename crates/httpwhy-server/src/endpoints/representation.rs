//! A representation that is asked for on conditions and in ranges.

use std::borrow::Cow;
use std::ops::Range;
use std::time::SystemTime;

use bytes::Bytes;

use crate::plan::Plan;
use crate::request::Request;

use super::precondition::{self, Validators, Verdict};
use super::provoked::provoked;
use super::range::{self, Asked};
use super::tag::Tag;

/// What parts a multipart answer; the contents it may part are ours or have a boundary made of their tag.
const BOUNDARY: &str = "httpwhy-part-of-";

/// A representation.
#[derive(Debug, Clone)]
pub struct Representation {
    pub media_type: Cow<'static, str>,
    pub content: Bytes,
    pub tag: Tag,
    pub modified: Option<SystemTime>,
    /// Cache-Control.
    pub caching: &'static str,
}

impl Representation {
    pub fn validators(&self) -> Validators<'_> {
        Validators { tag: Some(&self.tag), modified: self.modified }
    }

    /// Answers GET and HEAD.
    pub fn answer(&self, request: &Request) -> Plan {
        match precondition::judge(request, Some(self.validators())) {
            Verdict::Go => self.in_ranges(request),
            // RFC 9110, 15.4.5: the fields that a 200 would have had.
            Verdict::NotModified => self.described(304),
            Verdict::Failed(field) => failed(field, Some(self.validators())),
        }
    }

    fn in_ranges(&self, request: &Request) -> Plan {
        // Range has a meaning for GET alone (RFC 9110, 14.2).
        let value = request.fields.get("range").filter(|_| request.method == "GET");
        let value = value.filter(|_| precondition::is_range_wanted(request, self.validators()));
        match value.map_or(Asked::Whole, |value| range::read(value, self.content.len())) {
            Asked::Whole => self.whole(),
            Asked::Some(ranges) if ranges.len() == 1 => self.part(ranges[0].clone()),
            Asked::Some(ranges) => self.parts(&ranges),
            Asked::Nothing => self.unsatisfiable(),
        }
    }

    fn whole(&self) -> Plan {
        self.described(200).content(self.media_type.clone(), self.content.clone())
    }

    fn part(&self, range: Range<usize>) -> Plan {
        let plan = self.described(206).field("Content-Range", self.content_range(&range));
        plan.content(self.media_type.clone(), self.content.slice(range))
    }

    // RFC 9110, 14.6; there is no Content-Range in the head.
    fn parts(&self, ranges: &[Range<usize>]) -> Plan {
        let boundary = format!("{BOUNDARY}{}", Tag::of(&self.content).opaque);
        let mut content = Vec::new();
        for range in ranges {
            let head = format!(
                "--{boundary}\r\nContent-Type: {}\r\nContent-Range: {}\r\n\r\n",
                self.media_type,
                self.content_range(range)
            );
            content.extend_from_slice(head.as_bytes());
            content.extend_from_slice(&self.content[range.clone()]);
            content.extend_from_slice(b"\r\n");
        }
        content.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        self.described(206).content(format!("multipart/byteranges; boundary={boundary}"), content)
    }

    fn unsatisfiable(&self) -> Plan {
        let length = self.content.len();
        let detail = format!(
            "The Range begins after the last of {length} bytes. Ask for bytes from 0 to {}.",
            length.saturating_sub(1)
        );
        provoked(416, detail).field("Content-Range", format!("bytes */{length}")).field("Accept-Ranges", "bytes")
    }

    fn content_range(&self, range: &Range<usize>) -> String {
        format!("bytes {}-{}/{}", range.start, range.end - 1, self.content.len())
    }

    /// This status with what describes the representation.
    fn described(&self, status: u16) -> Plan {
        let plan = Plan::new(status).field("ETag", self.tag.to_string()).field("Cache-Control", self.caching);
        let plan = match self.modified {
            Some(modified) => plan.field("Last-Modified", httpdate::fmt_http_date(modified)),
            None => plan,
        };
        plan.field("Accept-Ranges", "bytes")
    }
}

/// 412 because of this field, with the tag there is.
pub fn failed(field: &'static str, current: Option<Validators>) -> Plan {
    let detail = match current {
        Some(_) => format!("{field} does not hold for what is here now. Get it again, and repeat the change on that."),
        None => format!("{field} asks for something that exists, and nothing is here. Leave the field out to make it."),
    };
    let plan = provoked(412, detail);
    match current.and_then(|current| current.tag) {
        Some(tag) => plan.field("ETag", tag.to_string()),
        None => plan,
    }
}
