//! The head of a response in bytes, and how its content will be delimited.

use std::io::Write;

use crate::date;
use crate::plan::{Content, Fault, Field, Plan};
use crate::request::Version;
use httpwhy_core::Code;

/// What of the request the response depends on.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub version: Version,
    pub is_head: bool,
    /// Whether the client and this server would go on afterwards.
    pub keeps: bool,
}

/// How the content of a response is delimited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimited {
    /// There is none, or it is left out.
    Nothing,
    /// By its length.
    Length,
    /// In chunks.
    Chunks,
    /// By the end of the connection.
    End,
}

/// How the content of this plan is delimited, and whether the connection lives on.
pub fn delimited(plan: &Plan, asked: Asked) -> (Delimited, bool) {
    let has_none = plan.status < 200 || matches!(plan.status, 204 | 304);
    let delimited = match &plan.content {
        _ if has_none || plan.status == 205 || asked.is_head => Delimited::Nothing,
        Content::Empty
        | Content::Whole(_)
        | Content::Pieces { is_length_told: true, .. }
        | Content::Stream { length: Some(_), .. }
            if plan.trailers.is_empty() =>
        {
            Delimited::Length
        }
        _ if asked.version == Version::Http10 => Delimited::End,
        _ => Delimited::Chunks,
    };
    let breaks = !matches!(plan.fault, None | Some(Fault::SlowHead(_)));
    (delimited, asked.keeps && !plan.closes && !breaks && delimited != Delimited::End)
}

/// Appends the head of the final response.
pub fn head(out: &mut Vec<u8>, plan: &Plan, asked: Asked) {
    let (delimited, keeps) = delimited(plan, asked);
    status_line(out, plan);
    // What comes from an upstream has its date, and that stays (RFC 9110, 6.6.1).
    if plan.get("date").is_none() {
        line(out, "Date", &date::now());
    }
    let mut options = Vec::new();
    for (name, value) in &plan.fields {
        match name.as_ref() {
            name if name.eq_ignore_ascii_case("connection") => options.extend(value.split(',').map(str::trim)),
            name if is_framing(name) => {}
            name => line(out, name, value),
        }
        if name.eq_ignore_ascii_case("upgrade") && !options.contains(&"upgrade") {
            options.push("upgrade");
        }
    }
    length(out, plan, delimited);
    if !keeps && plan.status != 101 {
        options.push("close");
    } else if asked.version == Version::Http10 {
        options.push("keep-alive");
    }
    if !options.is_empty() {
        line(out, "Connection", &options.join(", "));
    }
    out.extend_from_slice(b"\r\n");
}

fn status_line(out: &mut Vec<u8>, plan: &Plan) {
    if let Some(Fault::StatusLine(text)) = &plan.fault {
        out.extend(text.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')));
        out.extend_from_slice(b"\r\n");
        return;
    }
    let reason = match &plan.reason {
        Some(reason) => reason.as_ref(),
        None => reason(plan.status),
    };
    out.extend_from_slice(b"HTTP/1.1 ");
    decimal(out, plan.status.into());
    out.push(b' ');
    only(out, reason, |byte| !byte.is_ascii_control());
    out.extend_from_slice(b"\r\n");
}

/// A reserved number has a name in brackets in the registry; that is no reason phrase.
fn reason(status: u16) -> &'static str {
    Code::get(status).map_or("", |code| code.name).trim_matches(['(', ')'])
}

fn length(out: &mut Vec<u8>, plan: &Plan, delimited: Delimited) {
    let length = match &plan.content {
        Content::Empty => Some(0),
        Content::Whole(bytes) | Content::Pieces { bytes, is_length_told: true, .. } => Some(bytes.len()),
        Content::Stream { length, .. } => *length,
        Content::Pieces { .. } => None,
    };
    let length = match &plan.fault {
        Some(Fault::LengthLong(more)) => length.map(|length| length.saturating_add(*more)),
        Some(Fault::LengthShort(less)) => length.map(|length| length.saturating_sub(*less)),
        _ => length,
    };
    match delimited {
        Delimited::Chunks => out.extend_from_slice(b"Transfer-Encoding: chunked\r\n"),
        Delimited::End => {}
        // RFC 9110, 8.6: none with 1xx and 204; a 304 or the answer to HEAD may tell the length of the GET.
        Delimited::Nothing if plan.status < 200 || matches!(plan.status, 204 | 304) => {}
        Delimited::Nothing if plan.status == 205 => out.extend_from_slice(b"Content-Length: 0\r\n"),
        Delimited::Nothing | Delimited::Length => {
            if let Some(length) = length {
                out.extend_from_slice(b"Content-Length: ");
                decimal(out, length);
                out.extend_from_slice(b"\r\n");
            }
        }
    }
}

/// Appends an interim response.
pub fn interim(out: &mut Vec<u8>, status: u16, fields: &[Field]) {
    out.extend_from_slice(b"HTTP/1.1 ");
    decimal(out, status.into());
    let _ = write!(out, " {}\r\n", reason(status));
    fields.iter().filter(|(name, _)| !is_framing(name)).for_each(|(name, value)| line(out, name, value));
    out.extend_from_slice(b"\r\n");
}

/// Appends trailers and the end of the chunks.
pub fn last_chunk(out: &mut Vec<u8>, trailers: &[Field]) {
    out.extend_from_slice(b"0\r\n");
    trailers.iter().filter(|(name, _)| !is_framing(name)).for_each(|(name, value)| line(out, name, value));
    out.extend_from_slice(b"\r\n");
}

/// Appends one chunk; an empty one would end the content.
pub fn chunk(out: &mut Vec<u8>, bytes: &[u8]) {
    if !bytes.is_empty() {
        // Writing to memory cannot fail.
        let _ = write!(out, "{:x}\r\n", bytes.len());
        out.extend_from_slice(bytes);
        out.extend_from_slice(b"\r\n");
    }
}

/// What delimits messages is ours alone.
fn is_framing(name: &str) -> bool {
    ["content-length", "transfer-encoding", "keep-alive"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// No value may end the line early.
fn line(out: &mut Vec<u8>, name: &str, value: &str) {
    only(out, name, |byte| byte.is_ascii_graphic() && byte != b':');
    out.extend_from_slice(b": ");
    only(out, value, |byte| !matches!(byte, b'\r' | b'\n' | 0));
    out.extend_from_slice(b"\r\n");
}

/// The bytes that may stand there: nearly always all of them.
fn only(out: &mut Vec<u8>, text: &str, may_stand: impl Fn(u8) -> bool) {
    if text.as_bytes().iter().all(|&byte| may_stand(byte)) {
        out.extend_from_slice(text.as_bytes());
    } else {
        out.extend(text.bytes().filter(|&byte| may_stand(byte)));
    }
}

fn decimal(out: &mut Vec<u8>, number: usize) {
    let mut digits = [0; 20];
    let (mut at, mut left) = (digits.len(), number);
    loop {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    const ASKED: Asked = Asked { version: Version::Http11, is_head: false, keeps: true };

    fn written(plan: &Plan, asked: Asked) -> String {
        let mut out = Vec::new();
        head(&mut out, plan, asked);
        let text = String::from_utf8(out).unwrap();
        text.lines().filter(|line| !line.starts_with("Date: ")).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn content_has_its_length_also_for_head() {
        let plan = Plan::new(200).content("text/plain", "abc");
        let expected = "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 3|";
        assert_eq!(written(&plan, ASKED), expected);
        assert_eq!(written(&plan, Asked { is_head: true, ..ASKED }), expected);
    }

    #[test]
    fn a_204_and_a_304_have_no_length_and_a_205_has_none_but_zero() {
        assert_eq!(written(&Plan::new(204), ASKED), "HTTP/1.1 204 No Content|");
        assert_eq!(written(&Plan::new(304), ASKED), "HTTP/1.1 304 Not Modified|");
        assert_eq!(written(&Plan::new(205), ASKED), "HTTP/1.1 205 Reset Content|Content-Length: 0|");
    }

    #[test]
    fn an_upgrade_is_named_in_connection() {
        let plan = Plan::new(426).field("Upgrade", "websocket").close();
        assert!(written(&plan, ASKED).contains("|Upgrade: websocket|Content-Length: 0|Connection: upgrade, close|"));
    }

    #[test]
    fn a_value_cannot_end_its_line() {
        assert!(written(&Plan::new(200).field("X", "a\r\nY: b"), ASKED).contains("|X: aY: b|"));
    }

    #[test]
    fn content_of_unknown_length_ends_with_the_connection_in_http_1_0() {
        let mut plan = Plan::new(200);
        plan.content =
            Content::Pieces { bytes: Bytes::from("ab"), piece: 1, every: Default::default(), is_length_told: false };
        assert_eq!(delimited(&plan, ASKED), (Delimited::Chunks, true));
        assert_eq!(delimited(&plan, Asked { version: Version::Http10, ..ASKED }), (Delimited::End, false));
    }
}
