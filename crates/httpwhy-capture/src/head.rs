//! Reads the lines of a message head: status line, request line, field lines.

use httpwhy_core::{Fields, Request, Response};

use crate::Error;

/// Servers take at most 64 KiB by default, mostly 8; this leaves room for any setting.
pub const LONGEST_LINE: usize = 256 * 1024;

/// A status line: `HTTP/1.1 403 Forbidden`, `HTTP/2 403`.
pub fn status_line(line: &str) -> Option<Response> {
    let (version, rest) = line.strip_prefix("HTTP/")?.split_once(' ')?;
    if version.is_empty() || !version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let rest = rest.trim_start();
    let (number, reason) = rest.split_at_checked(3)?;
    if !number.bytes().all(|byte| byte.is_ascii_digit()) || reason.starts_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
    Some(Response {
        version: Some(format!("HTTP/{version}")),
        reason: reason.map(str::to_owned),
        ..Response::new(number.parse().ok()?)
    })
}

/// A request line: `GET /path HTTP/1.1`.
pub fn request_line(line: &str) -> Option<Request> {
    let mut parts = line.split(' ');
    let (method, target, version) = (parts.next()?, parts.next()?, parts.next()?);
    let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    let is_one = is_method && version.starts_with("HTTP/") && parts.next().is_none();
    is_one.then(|| Request { method: method.to_owned(), target: target.to_owned(), fields: Some(Fields::default()) })
}

/// Reads field lines up to a blank line; the number of lines read, that one included, and of those not understood.
pub fn fields<'a>(lines: impl Iterator<Item = (usize, &'a str)>, into: &mut Fields) -> Result<(usize, usize), Error> {
    let (mut read, mut odd) = (0, 0);
    for (number, line) in lines {
        read += 1;
        if line.is_empty() {
            break;
        }
        odd += usize::from(!field(number, line, into)?);
    }
    Ok((read, odd))
}

/// Adds one field line, or continues the one before (obsolete line folding); whether it was one.
pub fn field(number: usize, line: &str, into: &mut Fields) -> Result<bool, Error> {
    if line.len() > LONGEST_LINE {
        return Err(Error::LineTooLong { line: number, limit: LONGEST_LINE });
    }
    if line.starts_with([' ', '\t']) {
        let continued = into.last_value_mut().map(|value| {
            value.push(' ');
            value.push_str(line.trim());
        });
        return Ok(continued.is_some());
    }
    let Some((name, value)) = line.split_once(':') else { return Ok(false) };
    let is_name = !name.is_empty() && name.bytes().all(is_token);
    if is_name {
        into.add(name, value.trim());
    }
    Ok(is_name)
}

/// A letter of a token (RFC 9110, section 5.6.2); curl prints the pseudo-fields of HTTP/2 with a colon before them.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
