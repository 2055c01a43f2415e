//! A log as entries: a line with the lines that continue it.

use std::io::{self, BufRead, BufReader, Read};

use crate::asked;
use crate::stamp::{self, Stamp};

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    pub text: String,
    /// The line it begins at, from 1.
    pub number: u64,
    /// Its own time, or that of the entry before it.
    pub stamp: Option<Stamp>,
}

/// What is kept of one entry; a stack trace says what it has to say in less.
const MOST_TEXT: usize = 32 * 1024;
/// What is kept of one line.
const MOST_LINE: u64 = 64 * 1024;

/// Reads entries one after the other. A byte that is no UTF-8 becomes a mark; nothing stops the rest.
pub struct Entries<R> {
    reader: BufReader<R>,
    next: Option<Entry>,
    lines: u64,
    stamp: Option<Stamp>,
}

impl<R: Read> Entries<R> {
    pub fn of(reader: R) -> Entries<R> {
        Entries { reader: BufReader::with_capacity(256 * 1024, reader), next: None, lines: 0, stamp: None }
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        (&mut self.reader).take(MOST_LINE).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        if bytes.last() != Some(&b'\n') {
            self.reader.skip_until(b'\n')?;
        }
        self.lines += 1;
        let text = String::from_utf8_lossy(&bytes);
        Ok(Some(text.trim_end_matches(['\n', '\r', '\0']).to_owned()))
    }
}

impl<R: Read> Iterator for Entries<R> {
    type Item = io::Result<Entry>;

    fn next(&mut self) -> Option<io::Result<Entry>> {
        loop {
            let line = match self.line() {
                Ok(Some(line)) => line,
                Ok(None) => return self.next.take().map(Ok),
                Err(error) => return Some(Err(error)),
            };
            let own = stamp::find(&line);
            match &mut self.next {
                Some(open) if continues(&open.text, &line, own) => {
                    if open.text.len() + line.len() < MOST_TEXT {
                        open.text.push('\n');
                        open.text.push_str(&line);
                    }
                    open.stamp = open.stamp.or_else(|| transaction_stamp(&line));
                }
                _ => {
                    self.stamp = own.or(self.stamp);
                    // A transaction says its time in a line of its own.
                    let stamp = if is_transaction(&line) { None } else { self.stamp };
                    let entry = Entry { text: line, number: self.lines, stamp };
                    if let Some(done) = self.next.replace(entry) {
                        return Some(Ok(done));
                    }
                }
            }
        }
    }
}

/// Whether a line goes on with what is open. A line of an access log is whole.
fn continues(open: &str, line: &str, stamp: Option<Stamp>) -> bool {
    let first = open.lines().next().unwrap_or_default();
    let is_access = asked::find(first).is_some_and(|asked| asked.status.is_some());
    if is_access || line.starts_with('{') || is_transaction(line) {
        return false;
    }
    if line.starts_with([' ', '\t', '-']) || line.is_empty() {
        return true;
    }
    let level = ["INFO:", "ERROR:", "WARNING:", "CRITICAL:", "DEBUG:"];
    let begins = stamp.is_some() || level.iter().any(|level| line.starts_with(level));
    !begins && asked::find(line).is_none_or(|asked| asked.status.is_none())
}

/// `*   << Request  >> 3`.
fn is_transaction(line: &str) -> bool {
    line.starts_with('*') && line.contains("<< ")
}

/// `-   Timestamp      Start: 1795347527.108370 0.000000 0.000000`.
fn transaction_stamp(line: &str) -> Option<Stamp> {
    let value = line.trim_start_matches(['-', ' ']).strip_prefix("Timestamp ")?;
    stamp::epoch(value.split_once(": ")?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(log: &str) -> Vec<String> {
        Entries::of(log.as_bytes()).map(|entry| entry.unwrap().text).collect()
    }

    #[test]
    fn a_trace_belongs_to_its_line() {
        let log = "[2026-11-22 11:42:03,1] ERROR in app: Exception on /a [GET]\nTraceback (most recent call last):\n  File \"x\"\nValueError: y\n[2026-11-22 11:42:04 +0000] [1] [INFO] z\n";
        let texts = texts(log);
        assert_eq!(texts.len(), 2);
        assert!(texts[0].ends_with("ValueError: y"));
    }

    #[test]
    fn lines_without_a_time_are_parted_by_requests() {
        let log = "INFO: x - \"GET /a HTTP/1.1\" 500 y\nERROR: Exception in ASGI application\nTraceback (most recent call last):\nTypeError: z\nINFO: x - \"GET /b HTTP/1.1\" 200 OK\n";
        assert_eq!(texts(log).len(), 3);
    }

    #[test]
    fn odd_bytes_and_a_missing_end_stop_nothing() {
        let entries: Vec<Entry> =
            Entries::of(&b"2026/11/22 11:36:45 a\xff\n2026/11/22 11:36:45 b"[..]).map(Result::unwrap).collect();
        assert_eq!((entries.len(), entries[1].number), (2, 2));
    }
}
