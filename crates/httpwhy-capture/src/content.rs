//! Content as the server meant it: without chunk sizes, and decompressed.

use std::io::Read;

use httpwhy_core::Response;

/// As much is kept after decompression, whatever a few bytes may unfold to.
const MOST: u64 = 1024 * 1024;

/// Takes the transfer coding and the content coding away, if the bytes still have them: `curl --raw` shows chunks, and
/// without `--compressed` curl shows what came. `bytes` is the content as it was read.
pub fn decode(response: &mut Response, bytes: &[u8]) {
    let whole = says(response, "transfer-encoding", "chunked").then(|| unchunked(bytes)).flatten();
    if let Some(whole) = &whole {
        response.content.clone_from(whole);
    }
    unpack(response, whole.as_deref().unwrap_or(bytes));
}

/// Takes the content coding away, if the bytes still have it.
pub fn unpack(response: &mut Response, bytes: &[u8]) {
    // A client may have unpacked it already; the field stays.
    if is_text(bytes) {
        return;
    }
    let unpacked = if says(response, "content-encoding", "gzip") {
        read(flate2::read::MultiGzDecoder::new(bytes))
    } else if says(response, "content-encoding", "deflate") {
        read(flate2::read::ZlibDecoder::new(bytes)).or_else(|| read(flate2::read::DeflateDecoder::new(bytes)))
    } else if says(response, "content-encoding", "br") {
        read(brotli_decompressor::Decompressor::new(bytes, 4096))
    } else if says(response, "content-encoding", "zstd") {
        ruzstd::decoding::StreamingDecoder::new(bytes).ok().and_then(read)
    } else {
        None
    };
    if let Some(content) = unpacked {
        response.content = content;
    }
}

fn says(response: &Response, field: &str, word: &str) -> bool {
    response.field(field).is_some_and(|value| value.to_ascii_lowercase().contains(word))
}

/// UTF-8 without control characters, perhaps cut within its last letter: no compressed data looks so for long.
fn is_text(bytes: &[u8]) -> bool {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// What can be read before the end or the first error; nothing if that is nothing.
fn read(reader: impl Read) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    // Content that was cut ends with an error; what came before it is good.
    let _ = reader.take(MOST).read_to_end(&mut content);
    (!content.is_empty()).then_some(content)
}

/// The chunks put together (RFC 9112, 7.1), also if the last ones are missing; nothing if these are no chunks. A page
/// that begins with a number on a line of its own is none: each size and each chunk ends with CRLF.
fn unchunked(bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut content) = (bytes, Vec::new());
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let line = std::str::from_utf8(&rest[..end]).ok()?;
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[end + 2..];
        if size == 0 || rest.len() <= size {
            content.extend_from_slice(&rest[..size.min(rest.len())]);
            return Some(content);
        }
        content.extend_from_slice(&rest[..size]);
        rest = rest[size..].strip_prefix(b"\r\n")?;
        if rest.is_empty() {
            return Some(content);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use httpwhy_core::Fields;

    use super::*;

    fn decoded(fields: &[(&str, &str)], bytes: &[u8]) -> Vec<u8> {
        let mut all = Fields::default();
        fields.iter().for_each(|(name, value)| all.add(*name, *value));
        let mut response = Response { fields: Some(all), content: bytes.to_vec(), ..Response::new(502) };
        decode(&mut response, bytes);
        response.content
    }

    #[test]
    fn chunks_are_put_together() {
        let chunked = [("Transfer-Encoding", "chunked")];
        assert_eq!(decoded(&chunked, b"5\r\n<hr><\r\n6;a=b\r\ncenter\r\n0\r\n\r\n"), b"<hr><center");
        assert_eq!(decoded(&chunked, b"5\r\n<hr><\r\nff\r\ncen"), b"<hr><cen");
        for whole in [&b"<html>already whole</html>"[..], b"404\nnot found", b"0\n"] {
            assert_eq!(decoded(&chunked, whole), whole);
        }
    }

    #[test]
    fn what_is_compressed_is_unpacked() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"<hr><center>nginx</center>").unwrap();
        let packed = packed.finish().unwrap();
        let gzip = [("Content-Encoding", "gzip")];
        assert_eq!(decoded(&gzip, &packed), b"<hr><center>nginx</center>");
        for coding in ["gzip", "deflate", "br", "zstd"] {
            let plain = "<p>plain after all, and long enough to be taken for something else: ÿ</p>".as_bytes();
            assert_eq!(decoded(&[("Content-Encoding", coding)], plain), plain, "{coding}");
        }
        assert!(!decoded(&gzip, &packed[..packed.len() - 9]).is_empty());
    }
}
