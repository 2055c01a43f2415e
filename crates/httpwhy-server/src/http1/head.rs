//! Reads the head of a request, strictly: what two readers could read differently is refused (RFC 9112, 11.2).

use std::net::IpAddr;

use bytes::Bytes;
use httparse::{EMPTY_HEADER, Status, parse_headers};

use super::reject::Reject;
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
    let Some(end) = rest.iter().position(|&byte| byte == b'\n') else {
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
    let after = |at: usize| rest.get(at + 1..).unwrap_or_default();
    rest.iter()
        .enumerate()
        .any(|(at, &byte)| byte == b'\n' && (after(at).starts_with(b"\n") || after(at).starts_with(b"\r\n")))
}

struct Line<'a> {
    method: &'a str,
    target: &'a str,
    version: Version,
}

/// `None` for the preface of HTTP/2.
fn request_line<'a>(line: &'a [u8], limits: &Limits) -> Result<Option<Line<'a>>, Reject> {
    if line == b"PRI * HTTP/2.0" {
        return Ok(None);
    }
    let mut words = line.split(|&byte| byte == b' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Err(NO_TARGET) };
    if method.is_empty() || method.len() > 64 || !method.iter().all(|&byte| is_token(byte)) {
        return Err(BAD_METHOD);
    }
    if target.len() > limits.most_target {
        return Err(TARGET_TOO_LONG);
    }
    let Some(version) = words.next() else { return Err(NO_VERSION) };
    if words.next().is_some() || target.is_empty() {
        return Err(SPACE_IN_LINE);
    }
    if target.iter().any(|byte| !byte.is_ascii_graphic()) {
        return Err(BAD_TARGET);
    }
    let version = version_of(version)?;
    let text = |bytes| std::str::from_utf8(bytes).map_err(|_| BAD_TARGET);
    Ok(Some(Line { method: text(method)?, target: text(target)?, version }))
}

/// A higher minor version of HTTP/1 is served as 1.1 (RFC 9110, 2.5).
fn version_of(text: &[u8]) -> Result<Version, Reject> {
    match text {
        [b'H', b'T', b'T', b'P', b'/', major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9'] => match (major, minor) {
            (b'1', b'0') => Ok(Version::Http10),
            (b'1', _) => Ok(Version::Http11),
            _ => Err(OTHER_VERSION),
        },
        _ => Err(BAD_VERSION),
    }
}

struct Target<'a> {
    path: &'a str,
    query: Option<&'a str>,
    /// Of a target in absolute form.
    authority: Option<&'a str>,
}

/// The four forms of a target (RFC 9112, 3.2).
fn target_of<'a>(target: &'a str, method: &str) -> Result<Target<'a>, Reject> {
    if target.contains('#') {
        return Err(FRAGMENT);
    }
    if has_bad_escape(target.as_bytes()) {
        return Err(BAD_ESCAPE);
    }
    if method == "CONNECT" {
        return Err(CONNECT);
    }
    if target == "*" {
        return if method == "OPTIONS" {
            Ok(Target { path: "*", query: None, authority: None })
        } else {
            Err(ASTERISK)
        };
    }
    let scheme = ["http://", "https://"]
        .iter()
        .find(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let (authority, origin_form) = match scheme {
        Some(scheme) => {
            let rest = &target[scheme.len()..];
            let end = rest.find(['/', '?']).unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None if target.starts_with('/') => (None, target),
        None => return Err(BAD_FORM),
    };
    let (path, query) = match origin_form.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (origin_form, None),
    };
    Ok(Target { path: if path.is_empty() { "/" } else { path }, query, authority })
}

fn has_bad_escape(target: &[u8]) -> bool {
    target.iter().enumerate().any(|(at, &byte)| {
        byte == b'%' && !target.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
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

const TLS: Reject =
    Reject::new(400, "This is TLS, and this port speaks plain HTTP: use http:// or the TLS port.", "RFC 9112, 9.7");
const TARGET_TOO_LONG: Reject =
    Reject::new(414, "The request target is longer than this server reads.", "RFC 9110, 15.5.15");
const HEAD_TOO_LARGE: Reject =
    Reject::new(431, "The fields of the request are larger, taken together, than this server reads.", "RFC 6585, 5");
const TOO_MANY_FIELDS: Reject = Reject::new(431, "The request has more than 100 field lines.", "RFC 6585, 5");
const NO_TARGET: Reject = Reject::new(
    400,
    "The request line must be a method, a target and a version, with one space between them.",
    "RFC 9112, 3",
);
const NO_VERSION: Reject =
    Reject::new(400, "The request line ends without a version: HTTP/0.9 is not served.", "RFC 9112, 3");
const SPACE_IN_LINE: Reject =
    Reject::new(400, "The request line has more spaces than two: a space in a target is written %20.", "RFC 9112, 3.2");
const BAD_METHOD: Reject =
    Reject::new(400, "The method must be a token: letters, digits, and a few signs, 64 at most.", "RFC 9110, 9.1");
const BAD_TARGET: Reject =
    Reject::new(400, "The target holds a character that must be percent-encoded.", "RFC 9112, 3.2");
const BAD_FORM: Reject = Reject::new(400, "The target must begin with / or be a whole http(s) URL.", "RFC 9112, 3.2");
const BAD_ESCAPE: Reject =
    Reject::new(400, "A % in the target must be followed by two hexadecimal digits.", "RFC 3986, 2.1");
const FRAGMENT: Reject =
    Reject::new(400, "The fragment of a URL (#…) stays with the client and is not sent.", "RFC 9110, 7.1");
const ASTERISK: Reject = Reject::new(400, "The target * is for OPTIONS alone.", "RFC 9112, 3.2.4");
const CONNECT: Reject = Reject::new(501, "CONNECT asks for a tunnel, and this server is no proxy.", "RFC 9110, 9.3.6");
const BAD_VERSION: Reject = Reject::new(
    400,
    "The version must be written HTTP/1.1, in capitals, with one digit on each side of the point.",
    "RFC 9112, 2.3",
);
const OTHER_VERSION: Reject = Reject::new(
    505,
    "This server speaks HTTP/1.0, HTTP/1.1 and HTTP/2; HTTP/2 begins with its own preface, not with a request line.",
    "RFC 9110, 15.6.6",
);
const NO_HOST: Reject = Reject::new(400, "A request by HTTP/1.1 must have a Host field.", "RFC 9112, 3.2");
const TWO_HOSTS: Reject = Reject::new(400, "A request must have one Host field, not several.", "RFC 9112, 3.2");
const BAD_HOST: Reject =
    Reject::new(400, "The Host field must be a host and perhaps a port, nothing else.", "RFC 9110, 7.2");
const BOTH_LENGTHS: Reject = Reject::new(
    400,
    "Content-Length and Transfer-Encoding exclude each other: readers could disagree about where the content ends.",
    "RFC 9112, 6.3",
);
const TWO_LENGTHS: Reject = Reject::new(400, "Content-Length stands more than once.", "RFC 9110, 8.6");
const BAD_LENGTH: Reject = Reject::new(400, "Content-Length must be one number of bytes, in digits.", "RFC 9110, 8.6");
const CODED_1_0: Reject =
    Reject::new(400, "HTTP/1.0 has no Transfer-Encoding, so the end of the content cannot be known.", "RFC 9112, 6.1");
const CHUNKED_NOT_LAST: Reject = Reject::new(
    400,
    "chunked must be the last transfer coding, otherwise the end of the content cannot be known.",
    "RFC 9112, 6.3",
);
const CHUNKED_TWICE: Reject = Reject::new(400, "chunked must not be applied more than once.", "RFC 9112, 6.1");
const UNKNOWN_CODING: Reject = Reject::new(501, "This server knows no transfer coding but chunked.", "RFC 9112, 6.1");
const EXPECTATION: Reject =
    Reject::new(417, "The only expectation this server can meet is 100-continue.", "RFC 9110, 10.1.1");
const FOLDED: Reject =
    Reject::new(400, "A field line begins with a space: folded lines are no longer allowed.", "RFC 9112, 5.2");
const NO_COLON: Reject = Reject::new(400, "A field line has no colon.", "RFC 9112, 5");
const NO_NAME: Reject = Reject::new(400, "A field line has no name before the colon.", "RFC 9112, 5");
const SPACE_BEFORE_COLON: Reject =
    Reject::new(400, "A field line has a space in its name or before the colon.", "RFC 9112, 5.1");
const BAD_NAME: Reject = Reject::new(400, "A field name holds a character that is not allowed.", "RFC 9110, 5.1");
const BARE_CR: Reject =
    Reject::new(400, "A field value holds a carriage return that does not end the line.", "RFC 9112, 2.2");
const BAD_VALUE: Reject = Reject::new(400, "A field value holds a control character.", "RFC 9110, 5.5");
const BAD_FIELDS: Reject = Reject::new(400, "The field lines cannot be read.", "RFC 9112, 5");

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
