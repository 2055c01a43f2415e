//! Reads a bounded part of an input of any size.

use std::io::{self, Read};

use crate::Error;

/// As much as is ever kept. Heads are far smaller, and a content says what it has to say in its first bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

/// An input as text; bytes that are not UTF-8 are replaced.
pub struct Input {
    pub text: String,
    /// Whether the input went on after what was kept.
    pub is_cut: bool,
    /// What was read, byte by byte.
    pub bytes: Vec<u8>,
}

impl Input {
    /// The bytes behind the last head; nothing if there is none.
    pub fn content(&self) -> Option<&[u8]> {
        let bytes = self.bytes.as_slice();
        let starts = |at: usize| bytes[at..].starts_with(b"HTTP/") && (at == 0 || bytes[at - 1] == b'\n');
        // A content may quote a status line, but not within the heads that stand before it.
        let mut head = (0..bytes.len().min(MOST_PREAMBLE)).find(|at| starts(*at))?;
        loop {
            let end = end_of_head(&bytes[head..])? + head;
            if bytes[end..].starts_with(b"HTTP/") {
                head = end;
            } else {
                return Some(&bytes[end..]);
            }
        }
    }
}

/// A prompt, or a request, before the first status line.
const MOST_PREAMBLE: usize = 64 * 1024;

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let crlf = bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
    let lf = bytes.windows(2).position(|two| two == b"\n\n").map(|at| at + 2);
    crlf.into_iter().chain(lf).min()
}

pub fn read(mut input: impl Read) -> Result<Input, Error> {
    let mut bytes = Vec::new();
    input.by_ref().take(LIMIT).read_to_end(&mut bytes)?;
    // The rest is read and dropped, so that the program on the other side of a pipe is not cut off.
    let dropped = if bytes.len() as u64 == LIMIT { io::copy(&mut input, &mut io::sink())? } else { 0 };
    if bytes.is_empty() || bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    Ok(Input { text: decoded(&bytes), is_cut: dropped > 0, bytes })
}

/// UTF-8, or UTF-16 with its mark, as PowerShell writes it; the mark itself is no text.
fn decoded(bytes: &[u8]) -> String {
    let wide = |read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// In a few words, what a text without a response looks like.
pub fn looks_like(text: &str) -> &'static str {
    let start = text.trim_start();
    let signs: [(&str, &str); 9] = [
        ("\u{FFFD}PNG", "a PNG picture"),
        ("GIF8", "a GIF picture"),
        ("%PDF", "a PDF document"),
        ("PK\u{3}\u{4}", "a ZIP archive"),
        ("\u{1f}\u{FFFD}", "gzip data"),
        ("\u{7f}ELF", "a program"),
        ("<", "a page without its response head; add `-i` to curl"),
        ("{", "JSON without its response head; add `-i` to curl"),
        ("[", "JSON without its response head; add `-i` to curl"),
    ];
    if let Some((_, what)) = signs.iter().find(|(sign, _)| start.starts_with(sign)) {
        return what;
    }
    let odd = text.chars().take(512).filter(|c| *c == '\0' || *c == '\u{FFFD}').count();
    if odd > 8 { "binary data" } else { "text without a status line such as `HTTP/1.1 403 Forbidden`" }
}
