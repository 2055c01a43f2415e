//! Entity tags (RFC 9110, 8.8.3) and lists of them.

use std::fmt;

use ring::digest::{SHA256, digest};

use super::hex;

/// An entity tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Whether it began with `W/`.
    pub is_weak: bool,
    /// What stands between the quotes.
    pub opaque: String,
}

impl Tag {
    /// A strong tag; the content decides alone.
    pub fn of(content: &[u8]) -> Tag {
        Tag { is_weak: false, opaque: hex(&digest(&SHA256, content).as_ref()[..8]) }
    }

    /// Reads one tag and nothing after it.
    pub fn read(text: &str) -> Option<Tag> {
        split(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(tag, _)| tag)
    }

    // RFC 9110, 8.8.3.2
    pub fn is_strongly(&self, other: &Tag) -> bool {
        !self.is_weak && self == other
    }

    // RFC 9110, 8.8.3.2
    pub fn is_weakly(&self, other: &Tag) -> bool {
        self.opaque == other.opaque
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\"{}\"", if self.is_weak { "W/" } else { "" }, self.opaque)
    }
}

/// The value of If-Match or If-None-Match.
#[derive(Debug, PartialEq, Eq)]
pub enum Tags {
    /// `*`
    Any,
    /// The tags that could be read.
    Listed(Vec<Tag>),
}

impl Tags {
    /// Reads a list; what is no tag ends it.
    pub fn read(text: &str) -> Tags {
        let mut rest = text.trim();
        if rest == "*" {
            return Tags::Any;
        }
        let mut tags = Vec::new();
        while let Some((tag, after)) = split(rest) {
            tags.push(tag);
            rest = after.trim_start_matches([',', ' ', '\t']);
        }
        Tags::Listed(tags)
    }
}

/// The tag this begins with, and what follows.
fn split(text: &str) -> Option<(Tag, &str)> {
    let (is_weak, quoted) = text.strip_prefix("W/").map_or((false, text), |quoted| (true, quoted));
    let (opaque, rest) = quoted.strip_prefix('"')?.split_once('"')?;
    Some((Tag { is_weak, opaque: opaque.to_owned() }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_may_have_commas_inside_of_tags() {
        let Tags::Listed(tags) = Tags::read("\"a,b\", W/\"c\" ,\"\"") else { panic!() };
        assert_eq!(tags.iter().map(Tag::to_string).collect::<Vec<_>>(), ["\"a,b\"", "W/\"c\"", "\"\""]);
    }

    #[test]
    fn a_weak_tag_never_matches_strongly() {
        let weak = Tag::read("W/\"1\"").unwrap();
        let strong = Tag::read("\"1\"").unwrap();
        assert!(weak.is_weakly(&strong) && !weak.is_strongly(&weak) && !strong.is_strongly(&weak));
    }

    #[test]
    fn what_is_no_tag_is_not_read() {
        for text in ["", "a", "\"a", "W/a", "\"a\"b", "w/\"a\""] {
            assert_eq!(Tag::read(text), None, "{text}");
        }
    }
}
