//! Entity tags: a name of the content that changes with it (RFC 9110, 8.8.3).

use super::coding::Coding;
use crate::endpoints::tag::{Tag, Tags};
use crate::request::Request;

/// A name of this content, the same in every process.
pub fn hash(media_type: &str, content: &[u8]) -> u64 {
    let mut state = 0x9e37_79b9_7f4a_7c15 ^ content.len() as u64;
    for bytes in [media_type.as_bytes(), content] {
        for word in bytes.chunks(8) {
            let mut padded = [0; 8];
            padded[..word.len()].copy_from_slice(word);
            state = folded(state ^ u64::from_le_bytes(padded));
        }
    }
    state
}

/// Both halves of a product: each bit of the word moves many bits of the state.
fn folded(word: u64) -> u64 {
    let product = u128::from(word ^ 0xa076_1d64_78bd_642f) * 0xe703_7ed1_a0b4_28db;
    (product >> 64) as u64 ^ product as u64
}

/// A strong tag. Compressed content is another sequence of bytes, so it has a tag of its own.
pub fn tag(hash: u64, coding: Coding) -> String {
    match coding {
        Coding::Identity => format!("\"{hash:016x}\""),
        other => format!("\"{hash:016x}-{}\"", other.name()),
    }
}

/// Whether the client has the content of this tag already (RFC 9110, 13.1.2: compared as weak tags are).
pub fn is_known(request: &Request, tag: &str) -> bool {
    request.fields.all("if-none-match").any(|list| match Tags::read(list) {
        Tags::Any => true,
        Tags::Listed(tags) => Tag::read(tag).is_some_and(|ours| tags.iter().any(|theirs| theirs.is_weakly(&ours))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_content_has_another_tag() {
        let tags = [hash("a", b"one"), hash("a", b"two"), hash("b", b"one"), hash("a", b"one\0"), hash("a", b"")];
        assert!((1..tags.len()).all(|at| !tags[..at].contains(&tags[at])));
        assert_ne!(tag(1, Coding::Gzip), tag(1, Coding::Identity));
        assert_eq!(tag(hash("a", b"one"), Coding::Identity).len(), 18);
    }

    #[test]
    fn a_tag_is_found_in_any_list() {
        let known = |list: &str| is_known(&Request::get("/").with("If-None-Match", list), "\"a\"");
        assert!(known("\"a\"") && known("W/\"a\"") && known("\"b\", \"a\"") && known("*"));
        assert!(!known("a") && !known("\"b\"") && !known(""));
    }
}
