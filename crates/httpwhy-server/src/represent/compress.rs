//! Compresses content: what is asked for often once and well, what is made for one request quickly.

use std::collections::{HashMap, VecDeque};
use std::io::Write;
use std::sync::{LazyLock, Mutex, PoisonError};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::coding::Coding;

/// How much work a content is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// It will be asked for again.
    Thorough,
    /// It is sent once.
    Quick,
}

/// The most compressed bytes that are kept.
const MOST_KEPT: usize = 8 << 20;

/// Compressed content by the hash of what it was made from. It depends on nothing else, so all sites share it.
static KEPT: LazyLock<Mutex<Kept>> = LazyLock::new(Mutex::default);

#[derive(Default)]
struct Kept {
    contents: HashMap<(u64, Coding), Bytes>,
    /// The oldest first.
    order: VecDeque<(u64, Coding)>,
    bytes: usize,
}

impl Kept {
    fn keep(&mut self, key: (u64, Coding), content: Bytes) {
        self.bytes += content.len();
        self.order.push_back(key);
        self.bytes -= self.contents.insert(key, content).map_or(0, |same| same.len());
        while self.bytes > MOST_KEPT {
            let Some(oldest) = self.order.pop_front() else { break };
            self.bytes -= self.contents.remove(&oldest).map_or(0, |dropped| dropped.len());
        }
    }
}

/// The content in this coding, made once for each hash.
pub fn kept(content: Bytes, hash: u64, coding: Coding) -> Bytes {
    let key = (hash, coding);
    let lock = || KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = lock().contents.get(&key) {
        return known.clone();
    }
    // Compressed without the lock: others need not wait for it, and two who make the same make the same bytes.
    let made = compressed(content, coding, Effort::Thorough);
    if coding != Coding::Identity {
        lock().keep(key, made.clone());
    }
    made
}

/// The content in this coding.
pub fn compressed(content: Bytes, coding: Coding, effort: Effort) -> Bytes {
    match coding {
        Coding::Identity => content,
        Coding::Gzip => gzip(&content, if effort == Effort::Thorough { 9 } else { 5 }),
        #[cfg(feature = "brotli")]
        Coding::Brotli => brotli(&content, if effort == Effort::Thorough { 10 } else { 4 }),
    }
}

fn gzip(content: &[u8], level: u32) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(content).and_then(|()| encoder.finish()).expect("writing to memory cannot fail").into()
}

#[cfg(feature = "brotli")]
fn brotli(content: &[u8], quality: i32) -> Bytes {
    use brotli::enc::BrotliEncoderParams;
    let parameters = BrotliEncoderParams { quality, size_hint: content.len(), ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut out, &parameters).expect("writing to memory cannot fail");
    out.into()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn page() -> Bytes {
        Bytes::from("403, because the address is a folder without an index file. ".repeat(100))
    }

    #[test]
    fn content_comes_back_as_it_was() {
        for effort in [Effort::Thorough, Effort::Quick] {
            let (packed, mut content) = (compressed(page(), Coding::Gzip, effort), Vec::new());
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut content).unwrap();
            assert!(content == page() && packed.len() < 200);
        }
    }

    #[test]
    #[cfg(feature = "brotli")]
    fn content_comes_back_from_brotli_as_it_was() {
        for effort in [Effort::Thorough, Effort::Quick] {
            let (packed, mut content) = (compressed(page(), Coding::Brotli, effort), Vec::new());
            brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut content).unwrap();
            assert!(content == page() && packed.len() < 200);
        }
    }

    #[test]
    fn the_same_content_is_compressed_once() {
        let first = kept(page(), 7, Coding::Gzip);
        assert_eq!(first.as_ptr(), kept(Bytes::new(), 7, Coding::Gzip).as_ptr());
    }

    #[test]
    fn the_oldest_make_room() {
        let mut kept = Kept::default();
        for hash in 0..10 {
            kept.keep((hash, Coding::Gzip), vec![0; MOST_KEPT / 4].into());
            kept.keep((hash, Coding::Gzip), vec![0; MOST_KEPT / 4].into());
        }
        assert!(kept.bytes <= MOST_KEPT && kept.contents.len() <= 4 && kept.contents.contains_key(&(9, Coding::Gzip)));
        assert_eq!(kept.bytes, kept.contents.values().map(Bytes::len).sum::<usize>());
    }
}
