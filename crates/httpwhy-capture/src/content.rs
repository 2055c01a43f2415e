//! Content as the server meant it: without chunk sizes, and decompressed.

use std::io::Read;

use httpwhy_core::Response;

/// As much is kept after decompression, whatever a few bytes may unfold to.
const MOST: u64 = 1024 * 1024;

/// Takes the transfer coding and the content coding away, if the bytes still have them: `curl --raw` shows chunks, and
/// without `--compressed` curl shows what came. `bytes` is the content as it was read.
pub fn decode(response: &mut Response, bytes: &[u8]) {
    let says =
        |field: &str, word: &str| response.field(field).is_some_and(|value| value.to_ascii_lowercase().contains(word));
    let whole = if says("transfer-encoding", "chunked") { unchunked(bytes) } else { None };
    let content = whole.as_deref().unwrap_or(bytes);
    let unpacked = if says("content-encoding", "gzip") {
        unpack(flate2::read::MultiGzDecoder::new(content))
    } else if says("content-encoding", "deflate") {
        unpack(flate2::read::ZlibDecoder::new(content)).or_else(|| unpack(flate2::read::DeflateDecoder::new(content)))
    } else if says("content-encoding", "br") {
        unpack(brotli_decompressor::Decompressor::new(content, 4096))
    } else if says("content-encoding", "zstd") {
        ruzstd::decoding::StreamingDecoder::new(content).ok().and_then(unpack)
    } else {
        None
    };
    if let Some(content) = unpacked.or(whole) {
        response.content = content;
    }
}

/// What can be unpacked before the end or the first error; nothing if that is nothing.
fn unpack(reader: impl Read) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    // Content that was cut ends with an error; what came before it is good.
    let _ = reader.take(MOST).read_to_end(&mut content);
    (!content.is_empty()).then_some(content)
}

/// The chunks put together (RFC 9112, 7.1), also if the last ones are missing; nothing if these are no chunks.
fn unchunked(bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut content) = (bytes, Vec::new());
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(&rest[..end]).ok()?.trim();
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(content);
        }
        content.extend_from_slice(&rest[..size.min(rest.len())]);
        if rest.len() <= size {
            return Some(content);
        }
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        rest = rest.strip_prefix(b"\n")?;
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
        assert_eq!(decoded(&chunked, b"<html>already whole</html>"), b"<html>already whole</html>");
    }

    #[test]
    fn what_is_compressed_is_unpacked() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"<hr><center>nginx</center>").unwrap();
        let packed = packed.finish().unwrap();
        let gzip = [("Content-Encoding", "gzip")];
        assert_eq!(decoded(&gzip, &packed), b"<hr><center>nginx</center>");
        assert_eq!(decoded(&gzip, b"plain after all"), b"plain after all");
        assert!(!decoded(&gzip, &packed[..packed.len() - 9]).is_empty());
    }
}
