//! What log lines say: a line that has all the pieces of a sign, or a log that is silent about the request.

use alloc::format;
use alloc::string::String;

use super::Place;
use super::haystack::Haystacks;
use super::sign::Found;
use crate::{LogLine, Logged, Nearness, Sign};

/// What is quoted of a line: its beginning says when and what.
const QUOTED: usize = 240;

pub struct Logs<'a> {
    logged: &'a Logged,
    all: Haystacks,
}

impl<'a> Logs<'a> {
    pub fn of(logged: &'a Logged) -> Logs<'a> {
        Logs { logged, all: Haystacks::of(logged.lines.iter().map(|line| line.text.as_str())) }
    }

    /// The line with a sign's pieces; of several the one that names the request, then the last.
    pub fn found(&self, sign: Sign) -> Option<Found> {
        if let Some(silent) = sign.silent {
            self.logged.silent.iter().find(|format| **format == silent)?;
            if sign.log.is_empty() {
                return Some(Found::new(Place::Log, format!("no line of the {silent} log names the request")));
            }
        }
        if !sign.log.iter().all(|piece| self.all.may_have(piece)) {
            return None;
        }
        let fits = |line: &&LogLine| {
            (sign.is_lasting || line.nearness != Nearness::Earlier)
                && sign.log.iter().all(|piece| line.text.contains(piece))
        };
        let line = self.logged.lines.iter().filter(fits).min_by_key(|line| (line.nearness, u64::MAX - line.number))?;
        let first = sign.log.iter().next()?;
        Some(Found {
            place: Place::Log,
            quote: quote(&line.text, first),
            at: Some(format!("{}:{}", line.file, line.number)),
        })
    }
}

/// The line in which the piece stands, without what is too long to be read.
fn quote(text: &str, piece: &str) -> String {
    let at = text.find(piece).unwrap_or_default();
    let begin = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let line = text[begin..].lines().next().unwrap_or_default().trim();
    let end = line.char_indices().nth(QUOTED).map_or(line.len(), |(end, _)| end);
    if end == line.len() { line.into() } else { format!("{}…", &line[..end]) }
}
