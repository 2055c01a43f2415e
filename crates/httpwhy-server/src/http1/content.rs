//! Reads the content of a request, bounded in size and time.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::timeout;

use super::head::{Framing, is_token};
use super::reject::*;
use crate::budget::Held;
use crate::wire::{AnyWire, read_some, write_all};

/// A line with the size of a chunk, or a trailer field, may be so long.
const MOST_LINE: usize = 1024;
/// So many bytes of trailers are skipped.
const MOST_TRAILERS: usize = 8 << 10;
/// So much of a content that nobody needs is still read, so that the client reads our answer.
pub const MOST_DRAINED: usize = 64 << 10;

/// How much content may come, and how slowly.
pub struct Bounds<'a, 'b> {
    /// Bytes of this content.
    pub most: usize,
    /// What all connections hold together.
    pub held: &'a mut Held<'b>,
    /// How long it may pause.
    pub patience: Duration,
}

/// Why content did not come whole.
#[derive(Debug)]
pub enum Broken {
    /// A rule is broken.
    Rule(Reject),
    /// There is no room for it.
    Full,
    /// The connection is gone.
    Gone,
}

impl From<io::Error> for Broken {
    fn from(_: io::Error) -> Broken {
        Broken::Gone
    }
}

/// Reads content into one piece; `buffer` begins with it and afterwards with what follows.
pub async fn read(
    wire: &mut AnyWire,
    buffer: &mut Vec<u8>,
    framing: Framing,
    bounds: &mut Bounds<'_, '_>,
) -> Result<Bytes, Broken> {
    match framing {
        Framing::None => Ok(Bytes::new()),
        Framing::Length(length) => {
            let length =
                usize::try_from(length).ok().filter(|length| *length <= bounds.most).ok_or(Broken::Rule(TOO_LARGE))?;
            while buffer.len() < length {
                more(wire, buffer, bounds).await?;
            }
            Ok(buffer.drain(..length).collect())
        }
        Framing::Chunked => chunks(wire, buffer, bounds).await.map(Bytes::from),
    }
}

/// `HTTP/1.1 100 Continue`, unless the content is on its way already.
pub async fn invite(wire: &mut AnyWire, buffer: &[u8], patience: Duration) -> io::Result<()> {
    if buffer.is_empty() {
        write_all(wire, b"HTTP/1.1 100 Continue\r\n\r\n", patience).await?;
    }
    Ok(())
}

/// RFC 9112, 7.1. Chunk extensions are skipped.
async fn chunks(wire: &mut AnyWire, buffer: &mut Vec<u8>, bounds: &mut Bounds<'_, '_>) -> Result<Vec<u8>, Broken> {
    let mut content = Vec::new();
    loop {
        let line = line(wire, buffer, bounds).await?;
        let size = chunk_size(&line)?;
        if size == 0 {
            break;
        }
        if size > bounds.most.saturating_sub(content.len()) {
            return Err(Broken::Rule(TOO_LARGE));
        }
        while buffer.len() < size + 2 {
            more(wire, buffer, bounds).await?;
        }
        if &buffer[size..size + 2] != b"\r\n" {
            return Err(Broken::Rule(CHUNK_END));
        }
        content.extend_from_slice(&buffer[..size]);
        buffer.drain(..size + 2);
    }
    trailers(wire, buffer, bounds).await?;
    Ok(content)
}

fn chunk_size(line: &[u8]) -> Result<usize, Broken> {
    let digits = line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let rest = line[digits..].trim_ascii_start();
    let is_size = (1..=8).contains(&digits) && (rest.is_empty() || rest[0] == b';');
    let has_control = rest.iter().any(|byte| byte.is_ascii_control() && *byte != b'\t');
    let size = std::str::from_utf8(&line[..digits]).ok().and_then(|digits| usize::from_str_radix(digits, 16).ok());
    size.filter(|_| is_size && !has_control).ok_or(Broken::Rule(CHUNK_SIZE))
}

/// Trailer fields are read and not used: none of our resources needs one.
async fn trailers(wire: &mut AnyWire, buffer: &mut Vec<u8>, bounds: &mut Bounds<'_, '_>) -> Result<(), Broken> {
    let mut read = 0;
    loop {
        let line = line(wire, buffer, bounds).await?;
        read += line.len();
        match line.iter().position(|&byte| byte == b':') {
            _ if line.is_empty() => return Ok(()),
            _ if read > MOST_TRAILERS => return Err(Broken::Rule(TRAILERS)),
            Some(end) if end > 0 && line[..end].iter().all(|&byte| is_token(byte)) => {}
            _ => return Err(Broken::Rule(TRAILER)),
        }
    }
}

/// Up to CRLF, which is taken and not returned. A line feed alone ends no chunk: readers disagree about it.
async fn line(wire: &mut AnyWire, buffer: &mut Vec<u8>, bounds: &mut Bounds<'_, '_>) -> Result<Vec<u8>, Broken> {
    loop {
        if let Some(end) = buffer.iter().position(|&byte| byte == b'\n') {
            let line: Vec<u8> = buffer.drain(..=end).collect();
            return match line.strip_suffix(b"\r\n") {
                Some(line) if !line.contains(&b'\r') => Ok(line.to_vec()),
                _ => Err(Broken::Rule(CHUNK_LINE)),
            };
        }
        if buffer.len() > MOST_LINE {
            return Err(Broken::Rule(CHUNK_SIZE));
        }
        more(wire, buffer, bounds).await?;
    }
}

async fn more(wire: &mut AnyWire, buffer: &mut Vec<u8>, bounds: &mut Bounds<'_, '_>) -> Result<(), Broken> {
    match timeout(bounds.patience, read_some(wire, buffer)).await {
        Err(_) => Err(Broken::Rule(STALLED)),
        Ok(Ok(0)) => Err(Broken::Gone),
        Ok(Ok(read)) if !bounds.held.more(read) => Err(Broken::Full),
        Ok(read) => Ok(read.map(|_| ())?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(line: &str) -> Option<usize> {
        chunk_size(line.as_bytes()).ok()
    }

    #[test]
    fn the_size_of_a_chunk_is_hexadecimal_and_nothing_else() {
        assert_eq!((size("1f"), size("A;name=value"), size("0 ")), (Some(31), Some(10), Some(0)));
        assert_eq!((size(""), size("0x1f"), size("-1"), size("1g"), size("123456789")), (None, None, None, None, None));
    }
}
