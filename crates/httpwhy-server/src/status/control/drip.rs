//! `drip=5s`, `drip=10@100ms`: content that comes piece by piece.

use std::time::Duration;

use super::Refused;
use super::delay::{Bare, duration};

/// How content is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drip {
    /// Over so long, in ten pieces.
    Over(Duration),
    /// So many bytes, so often.
    Pieces(usize, Duration),
}

const PIECES: u32 = 10;

impl Drip {
    /// Reads a drip.
    pub fn read(text: &str) -> Result<Drip, Refused> {
        let parsed = match text.split_once('@') {
            None => duration(text, Bare::Refused).map(Drip::Over),
            Some((bytes, every)) => pieces(bytes, every),
        };
        let allowed = "a time over which the content is spread, 5s; or bytes and a pause after each piece, 10@100ms";
        parsed.ok_or_else(|| Refused::new("drip", text, allowed))
    }

    /// Bytes a piece and the pause between them, for content of this length.
    pub fn spread(self, length: usize) -> (usize, Duration) {
        match self {
            Drip::Over(time) => (length.div_ceil(PIECES as usize).max(1), time / PIECES),
            Drip::Pieces(bytes, every) => (bytes, every),
        }
    }
}

fn pieces(bytes: &str, every: &str) -> Option<Drip> {
    let bytes = bytes.parse().ok().filter(|bytes| (1..=1 << 20).contains(bytes))?;
    Some(Drip::Pieces(bytes, duration(every, Bare::Refused)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_spread_over_the_time() {
        assert_eq!(Drip::read("5s").unwrap().spread(95), (10, Duration::from_millis(500)));
        assert_eq!(Drip::read("1@100ms").unwrap().spread(95), (1, Duration::from_millis(100)));
        assert_eq!(Drip::read("5s").unwrap().spread(0).0, 1);
    }

    #[test]
    fn what_is_no_drip_is_refused() {
        for text in ["", "5", "0@1s", "10@", "@1s", "-1@1s"] {
            assert!(Drip::read(text).is_err(), "{text}");
        }
    }
}
