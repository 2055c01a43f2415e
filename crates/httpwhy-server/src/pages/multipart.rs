//! Reads a form that a browser sent: `multipart/form-data` (RFC 7578) or `application/x-www-form-urlencoded`.

/// A form has a handful of parts.
const MOST_PARTS: usize = 16;

/// Name and content of each part, in order.
pub fn parts(content_type: &str, content: &[u8]) -> Vec<(String, Vec<u8>)> {
    match boundary(content_type) {
        Some(boundary) => multipart(&boundary, content),
        None => form_urlencoded::parse(content)
            .take(MOST_PARTS)
            .map(|(name, value)| (name.into_owned(), value.into_owned().into_bytes()))
            .collect(),
    }
}

fn boundary(content_type: &str) -> Option<String> {
    let is_multipart =
        content_type.trim_start().get(..19).is_some_and(|start| start.eq_ignore_ascii_case("multipart/form-data"));
    let value = parameter(content_type, "boundary").filter(|_| is_multipart)?;
    (1..=70).contains(&value.len()).then_some(value)
}

fn multipart(boundary: &str, content: &[u8]) -> Vec<(String, Vec<u8>)> {
    let delimiter = format!("\r\n--{boundary}").into_bytes();
    let opened = content.strip_prefix(&delimiter[2..]);
    let mut rest = match opened {
        Some(rest) => rest,
        None => match find(content, &delimiter) {
            Some(at) => &content[at + delimiter.len()..],
            None => return Vec::new(),
        },
    };
    let mut parts = Vec::new();
    while parts.len() < MOST_PARTS && !rest.starts_with(b"--") {
        let Some(end) = find(rest, &delimiter) else { break };
        parts.extend(part(&rest[..end]));
        rest = &rest[end + delimiter.len()..];
    }
    parts
}

fn part(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let head = find(bytes, b"\r\n\r\n")?;
    let fields = String::from_utf8_lossy(&bytes[..head]);
    let disposition = fields
        .lines()
        .find(|line| line.get(..20).is_some_and(|start| start.eq_ignore_ascii_case("content-disposition:")))?;
    Some((parameter(disposition, "name")?, bytes[head + 4..].to_vec()))
}

/// `name="value"` or `name=value` behind a semicolon.
fn parameter(line: &str, name: &str) -> Option<String> {
    line.split(';').skip(1).find_map(|piece| {
        let (found, value) = piece.split_once('=')?;
        found.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    let first = *sought.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(sought) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_file_is_read() {
        let content = b"--XX\r\nContent-Disposition: form-data; name=\"evidence\"\r\n\r\nHTTP/1.1 502\r\n\r\nbody\r\n--XX\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"a.har\"\r\nContent-Type: x/y\r\n\r\n\r\n--XX--\r\n";
        let parts = parts("multipart/form-data; boundary=XX", content);
        assert_eq!(parts[0], ("evidence".to_owned(), b"HTTP/1.1 502\r\n\r\nbody".to_vec()));
        assert_eq!(parts[1], ("file".to_owned(), Vec::new()));
    }

    #[test]
    fn a_plain_form_is_read() {
        assert_eq!(parts("application/x-www-form-urlencoded", b"evidence=a%0Ab+c")[0].1, b"a\nb c");
    }

    #[test]
    fn what_is_broken_gives_no_part() {
        for (kind, content) in [
            ("multipart/form-data", &b"--\r\n"[..]),
            ("multipart/form-data; boundary=", b"--\r\n"),
            ("multipart/form-data; boundary=X", b"--X"),
            ("multipart/form-data; boundary=X", b"--X\r\nContent-Disposition: form-data\r\n\r\n\r\n--X--"),
            ("multipart/form-data; boundary=X", b"\r\n--X\r\n\r\n--X\xff\xfe\r\n--X"),
        ] {
            assert!(
                parts(kind, content).iter().all(|(name, _)| !name.is_empty() || boundary(kind).is_none()),
                "{kind}"
            );
        }
    }
}
