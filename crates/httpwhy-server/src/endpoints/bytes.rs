//! `/range/N`, `/bytes/N`, `/stream-bytes/N`, `/stream/N`: as many bytes or lines as asked for.

use std::time::Duration;

use bytes::Bytes;
use serde_json::json;
use tokio::sync::mpsc;

use crate::plan::{Content, Plan};
use crate::random::Random;

use super::ask::{Answered, Ask, Checked};
use super::echo;
use super::representation::Representation;
use super::tag::Tag;

/// The most bytes.
const MOST: usize = 1 << 20;
/// The most lines.
const MOST_LINES: usize = 100;
/// Bytes a piece, unless told otherwise.
const PIECE: usize = 10 << 10;

/// The alphabet again and again, which can be asked for in ranges.
pub fn range(ask: &Ask) -> Answered {
    let content: Bytes = (b'a'..=b'z').cycle().take(ask.number(0, MOST)?).collect();
    let tag = Tag { is_weak: false, opaque: format!("range{}", content.len()) };
    let media_type = "application/octet-stream".into();
    Ok(Representation { media_type, content, tag, modified: None, caching: "max-age=60" }.answer(ask.request))
}

/// Random bytes, the same for the same `seed`.
pub fn bytes(ask: &Ask) -> Answered {
    Ok(octets(random(ask)?))
}

/// The same in chunks.
pub fn stream_bytes(ask: &Ask) -> Answered {
    let piece = ask.number_of("chunk_size", MOST)?.unwrap_or(PIECE).max(1);
    let mut plan = octets(Bytes::new());
    plan.content = in_chunks(random(ask)?, piece);
    Ok(plan)
}

/// Lines of JSON, each in a chunk.
pub fn stream(ask: &Ask) -> Answered {
    let about = echo::about(ask);
    let (sender, receiver) = mpsc::channel(MOST_LINES);
    for number in 0..ask.number(0, MOST_LINES)? {
        let mut line = about.clone();
        line["id"] = json!(number);
        sender.try_send(Ok(format!("{line}\n").into())).expect("the channel has room for all lines");
    }
    let mut plan = super::json(&json!(null));
    plan.content = Content::Stream { pieces: receiver, length: None };
    Ok(plan)
}

fn octets(content: Bytes) -> Plan {
    Plan::new(200).field("Cache-Control", "no-store").content("application/octet-stream", content)
}

fn in_chunks(bytes: Bytes, piece: usize) -> Content {
    Content::Pieces { bytes, piece, every: Duration::ZERO, is_length_told: false }
}

fn random(ask: &Ask) -> Checked<Bytes> {
    let length = ask.number(0, MOST)?;
    let seed = ask.number_of("seed", usize::MAX)?;
    let random = seed.map_or_else(Random::unseeded, |seed| Random::seeded(seed as u64, 0));
    Ok(random.bytes().take(length).collect())
}

#[cfg(test)]
mod tests {
    use crate::Content;
    use crate::endpoints::tests::{asked, text};

    #[test]
    fn the_same_seed_brings_the_same_bytes() {
        let bytes = |target| text(&asked(target));
        assert_eq!(bytes("/bytes/100?seed=1"), bytes("/bytes/100?seed=1"));
        assert_ne!(bytes("/bytes/100?seed=1"), bytes("/bytes/100?seed=2"));
        assert_ne!(bytes("/bytes/100"), bytes("/bytes/100"));
    }

    #[test]
    fn more_than_a_mebibyte_is_refused() {
        for target in ["/bytes/1048577", "/range/-1", "/stream-bytes/x", "/stream/101", "/bytes/1?seed=x"] {
            assert_eq!(asked(target).status, 400, "{target}");
        }
    }

    #[test]
    fn a_stream_has_as_many_lines_as_asked_for() {
        let Content::Stream { pieces: mut lines, .. } = asked("/stream/3").content else { panic!() };
        for id in 0..3 {
            let line: serde_json::Value = serde_json::from_slice(&lines.try_recv().unwrap().unwrap()).unwrap();
            assert_eq!(line["id"], id);
        }
        assert!(lines.try_recv().is_err());
    }
}
