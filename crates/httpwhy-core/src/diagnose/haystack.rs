//! A text that is asked for many pieces: most are ruled out without a search.

use alloc::boxed::Box;
use alloc::vec;

/// A text and the pairs of bytes that occur in it.
pub struct Haystack<'a> {
    text: &'a str,
    pairs: Box<[u64]>,
}

const PAIRS: usize = 1 << 16;

impl<'a> Haystack<'a> {
    pub fn of(text: &'a str) -> Haystack<'a> {
        let mut pairs = vec![0; PAIRS / 64].into_boxed_slice();
        add(&mut pairs, text);
        Haystack { text, pairs }
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    pub fn has(&self, piece: &str) -> bool {
        may_have(&self.pairs, piece) && self.text.contains(piece)
    }
}

/// Several texts that are asked together.
pub struct Haystacks {
    pairs: Box<[u64]>,
}

impl Haystacks {
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Haystacks {
        let mut pairs = vec![0; PAIRS / 64].into_boxed_slice();
        texts.for_each(|text| add(&mut pairs, text));
        Haystacks { pairs }
    }

    /// False if none of the texts has the piece.
    pub fn may_have(&self, piece: &str) -> bool {
        may_have(&self.pairs, piece)
    }
}

fn add(pairs: &mut [u64], text: &str) {
    for pair in text.as_bytes().windows(2) {
        let (word, bit) = place(pair);
        pairs[word] |= bit;
    }
}

fn may_have(pairs: &[u64], piece: &str) -> bool {
    piece.as_bytes().windows(2).all(|pair| {
        let (word, bit) = place(pair);
        pairs[word] & bit != 0
    })
}

fn place(pair: &[u8]) -> (usize, u64) {
    let at = usize::from(pair[0]) << 8 | usize::from(pair[1]);
    (at / 64, 1 << (at % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_found_whole_or_not_at_all() {
        let haystack = Haystack::of("<hr><center>nginx");
        assert!(haystack.has("center>ng") && haystack.has("<") && haystack.has(""));
        assert!(!haystack.has("centre") && !haystack.has("nginx<hr"));
    }
}
