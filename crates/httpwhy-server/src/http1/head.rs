//! Reads the head of a request, strictly: what two readers could read differently is refused (RFC 9112, 11.2).

use std::net::IpAddr;

use bytes::Bytes;
use httparse::{EMPTY_HEADER, Status, parse_headers};
use memchr::{memchr, memchr_iter};

use super::line::{Line, Target, request_line, target_of};
use super::reject::*;
use crate::config::Limits;
use crate::request::{Fields, Request, Version};

/// More field lines are refused.
const MOST_LINES: usize = 100;

/// A head that is complete.
#[derive(Debug)]
pub struct Head {
    /// The request, without its content.
    pub request: Request,
    /// How the content is delimited.
    pub framing: Framing,
    /// Whether the client waits for `100 Continue`.
    pub expects: bool,
    /// Whether the connection may serve another request.
    pub keeps: bool,
    /// Bytes of the head.
    pub length: usize,
}

/// How content is delimited (RFC 9112, 6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// There is none.
    None,
    /// So many bytes.
    Length(u64),
    /// In chunks.
    Chunked,
}

/// What a buffer holds.
#[derive(Debug)]
pub enum Parsed {
    /// Not yet a whole head.
    Partial,
    /// The preface of HTTP/2.
    Http2,
    /// A head.
    Whole(Box<Head>),
}

/// Who is on the other side.
#[derive(Debug, Clone, Copy)]
pub struct Peer {
    pub address: IpAddr,
    pub is_tls: bool,
}

pub fn parse(buffer: &[u8], peer: Peer, limits: &Limits) -> Result<Parsed, Reject> {
    let skipped = empty_lines(buffer);
    let rest = &buffer[skipped..];
    if rest.starts_with(&[0x16, 0x03]) {
        return Err(TLS);
    }
    let Some(end) = memchr(b'\n', rest) else {
        return if rest.len() > limits.most_target + 64 { Err(TARGET_TOO_LONG) } else { Ok(Parsed::Partial) };
    };
    let line = rest[..end].strip_suffix(b"\r").unwrap_or(&rest[..end]);
    let Line { method, target, version } = match request_line(line, limits)? {
        Some(line) => line,
        None => return Ok(Parsed::Http2),
    };
    let fields_at = end + 1;
    if !is_complete(&rest[end..]) {
        return if rest.len() > limits.most_head { Err(HEAD_TOO_LARGE) } else { Ok(Parsed::Partial) };
    }
    let mut lines = [EMPTY_HEADER; MOST_LINES];
    let (length, lines) = match parse_headers(&rest[fields_at..], &mut lines) {
        Ok(Status::Complete(done)) => done,
        Ok(Status::Partial) => return Ok(Parsed::Partial),
        Err(httparse::Error::TooManyHeaders) => return Err(TOO_MANY_FIELDS),
        Err(_) => return Err(broken_field(&rest[fields_at..])),
    };
    if fields_at + length > limits.most_head {
        return Err(HEAD_TOO_LARGE);
    }
    let mut fields = Fields::default();
    lines.iter().for_each(|line| fields.push(line.name, line.value));
    let target = target_of(target, method)?;
    let authority = authority(&fields, &target, version)?;
    let framing = framing(&fields, version)?;
    let expects = expectation(&fields, version)?;
    let request = Request {
        method: method.to_owned(),
        path: target.path.to_owned(),
        query: target.query.map(str::to_owned),
        authority,
        fields,
        content: Bytes::new(),
        version,
        is_tls: peer.is_tls,
        peer: peer.address,
    };
    let keeps = keeps(&request);
    Ok(Parsed::Whole(Box::new(Head { request, framing, expects, keeps, length: skipped + fields_at + length })))
}

/// Empty lines before a request are ignored, a few of them (RFC 9112, 2.2).
fn empty_lines(buffer: &[u8]) -> usize {
    buffer.iter().take(4).take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

/// From the line feed of the request line on: does the empty line stand here that ends the head?
fn is_complete(rest: &[u8]) -> bool {
    memchr_iter(b'\n', rest).any(|at| {
        let after = &rest[at + 1..];
        after.starts_with(b"\n") || after.starts_with(b"\r\n")
    })
}

/// Exactly one `Host` in HTTP/1.1, and a target in absolute form wins (RFC 9112, 3.2 and 3.2.2).
fn authority(fields: &Fields, target: &Target, version: Version) -> Result<String, Reject> {
    let mut hosts = fields.all("host");
    let host = match (hosts.next(), hosts.next()) {
        (None, _) if version != Version::Http10 => return Err(NO_HOST),
        (_, Some(_)) => return Err(TWO_HOSTS),
        (host, None) => host.unwrap_or_default(),
    };
    let authority = target.authority.unwrap_or(host);
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:[]".contains(&byte);
    if !host.bytes().all(is_host) || !authority.bytes().all(is_host) {
        return Err(BAD_HOST);
    }
    Ok(authority.to_owned())
}

fn framing(fields: &Fields, version: Version) -> Result<Framing, Reject> {
    let mut lengths = fields.all("content-length");
    let length = lengths.next();
    if fields.get("transfer-encoding").is_some() {
        return match length {
            Some(_) => Err(BOTH_LENGTHS),
            None if version == Version::Http10 => Err(CODED_1_0),
            None => coded(fields),
        };
    }
    let Some(length) = length else { return Ok(Framing::None) };
    if lengths.next().is_some() {
        return Err(TWO_LENGTHS);
    }
    if length.is_empty() || !length.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(BAD_LENGTH);
    }
    Ok(Framing::Length(length.parse().map_err(|_| BAD_LENGTH)?))
}

/// Of the transfer codings we know `chunked`, once and alone (RFC 9112, 6.1).
fn coded(fields: &Fields) -> Result<Framing, Reject> {
    let codings: Vec<&str> =
        fields.all("transfer-encoding").flat_map(|value| value.split(',')).map(str::trim).collect();
    match codings[..] {
        [coding] if coding.eq_ignore_ascii_case("chunked") => Ok(Framing::Chunked),
        [.., last] if !last.eq_ignore_ascii_case("chunked") && codings.iter().any(|coding| is_chunked(coding)) => {
            Err(CHUNKED_NOT_LAST)
        }
        [..] if codings.iter().filter(|coding| is_chunked(coding)).count() > 1 => Err(CHUNKED_TWICE),
        [..] => Err(UNKNOWN_CODING),
    }
}

fn is_chunked(coding: &str) -> bool {
    coding.eq_ignore_ascii_case("chunked")
}

/// An expectation nobody can meet is told at once (RFC 9110, 10.1.1); HTTP/1.0 has none.
fn expectation(fields: &Fields, version: Version) -> Result<bool, Reject> {
    match fields.get("expect") {
        None => Ok(false),
        Some(_) if version == Version::Http10 => Ok(false),
        Some(value) if value.eq_ignore_ascii_case("100-continue") => Ok(true),
        Some(_) => Err(EXPECTATION),
    }
}

fn keeps(request: &Request) -> bool {
    match request.version {
        Version::Http10 => request.fields.lists("connection", "keep-alive"),
        Version::Http11 | Version::Http2 => !request.fields.lists("connection", "close"),
    }
}

/// Which rule the first field line that no parser takes breaks (RFC 9112, 5).
fn broken_field(lines: &[u8]) -> Reject {
    for line in lines.split(|&byte| byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        let value = line.get(name.len()..).unwrap_or_default();
        match line.first() {
            None => break,
            Some(b' ' | b'\t') => return FOLDED,
            Some(_) if name.len() == line.len() => return NO_COLON,
            Some(b':') => return NO_NAME,
            Some(_) if name.iter().any(|byte| matches!(byte, b' ' | b'\t')) => return SPACE_BEFORE_COLON,
            Some(_) if !name.iter().all(|&byte| is_token(byte)) => return BAD_NAME,
            Some(_) if value.contains(&b'\r') => return BARE_CR,
            Some(_) if value.iter().any(|&byte| byte.is_ascii_control() && byte != b'\t') => return BAD_VALUE,
            Some(_) => {}
        }
    }
    BAD_FIELDS
}

/// RFC 9110, 5.6.2.
pub fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn read(text: &str) -> Result<Parsed, Reject> {
        parse(text.as_bytes(), Peer { address: Ipv4Addr::LOCALHOST.into(), is_tls: false }, &Limits::default())
    }

    fn refused(text: &str) -> Reject {
        match read(text) {
            Err(reject) => reject,
            Ok(parsed) => panic!("{text:?} was read: {parsed:?}"),
        }
    }

    fn head(text: &str) -> Head {
        match read(text) {
            Ok(Parsed::Whole(head)) => *head,
            other => panic!("{text:?}: {other:?}"),
        }
    }

    #[test]
    fn a_plain_request_is_read() {
        let head = head("GET /a/b?c=d HTTP/1.1\r\nHost: a.example\r\nAccept: */*\r\n\r\nrest");
        assert_eq!((head.request.path.as_str(), head.request.query.as_deref()), ("/a/b", Some("c=d")));
        assert_eq!((head.request.authority.as_str(), head.framing, head.keeps), ("a.example", Framing::None, true));
        assert_eq!(head.length, "GET /a/b?c=d HTTP/1.1\r\nHost: a.example\r\nAccept: */*\r\n\r\n".len());
    }

    #[test]
    fn a_whole_url_as_target_wins_over_host() {
        assert_eq!(head("GET http://b.example/x HTTP/1.1\r\nHost: a.example\r\n\r\n").request.authority, "b.example");
    }

    #[test]
    fn higher_minor_versions_are_served_and_higher_major_ones_are_not() {
        assert_eq!(head("GET / HTTP/1.9\r\nHost: a\r\n\r\n").request.version, Version::Http11);
        assert_eq!(refused("GET / HTTP/2.0\r\nHost: a\r\n\r\n").status, 505);
        assert!(matches!(read("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), Ok(Parsed::Http2)));
    }

    #[test]
    fn what_two_readers_could_read_differently_is_refused() {
        let with = |lines: &str| refused(&format!("POST / HTTP/1.1\r\nHost: a\r\n{lines}\r\n\r\n"));
        assert_eq!(with("Content-Length: 5\r\nTransfer-Encoding: chunked"), BOTH_LENGTHS);
        assert_eq!(with("Content-Length: 5\r\nContent-Length: 5"), TWO_LENGTHS);
        assert_eq!(with("Content-Length: +5"), BAD_LENGTH);
        assert_eq!(with("Content-Length: 99999999999999999999"), BAD_LENGTH);
        assert_eq!(with("Transfer-Encoding: chunked, gzip"), CHUNKED_NOT_LAST);
        assert_eq!(with("Transfer-Encoding: chunked, chunked"), CHUNKED_TWICE);
        assert_eq!(with("Transfer-Encoding: xchunked").status, 501);
        assert_eq!(with("Transfer-Encoding : chunked"), SPACE_BEFORE_COLON);
        assert_eq!(with("X: a\r\n folded"), FOLDED);
        assert_eq!(with("X: a\rb"), BARE_CR);
        assert_eq!(with("X: a\0b"), BAD_VALUE);
        assert_eq!(with("no colon"), NO_COLON);
        assert_eq!(with("Host: b"), TWO_HOSTS);
    }

    #[test]
    fn a_request_without_host_is_for_http_1_0_alone() {
        assert_eq!(refused("GET / HTTP/1.1\r\n\r\n"), NO_HOST);
        assert_eq!(head("GET / HTTP/1.0\r\n\r\n").request.authority, "");
    }

    #[test]
    fn a_head_beyond_the_limits_is_refused_before_it_is_complete() {
        assert_eq!(refused(&format!("GET /{}", "a".repeat(9000))), TARGET_TOO_LONG);
        assert_eq!(refused(&format!("GET / HTTP/1.1\r\nX: {}", "a".repeat(17_000))), HEAD_TOO_LARGE);
        let many = "X: a\r\n".repeat(101);
        assert_eq!(refused(&format!("GET / HTTP/1.1\r\nHost: a\r\n{many}\r\n")), TOO_MANY_FIELDS);
    }
}
