//! The request line: method, target in one of its forms, version (RFC 9112, 3).

use super::head::is_token;
use super::reject::*;
use crate::config::Limits;
use crate::request::Version;

pub struct Line<'a> {
    pub method: &'a str,
    pub target: &'a str,
    pub version: Version,
}

/// `None` for the preface of HTTP/2.
pub fn request_line<'a>(line: &'a [u8], limits: &Limits) -> Result<Option<Line<'a>>, Reject> {
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

pub struct Target<'a> {
    pub path: &'a str,
    pub query: Option<&'a str>,
    /// Of a target in absolute form.
    pub authority: Option<&'a str>,
}

/// The four forms of a target (RFC 9112, 3.2).
pub fn target_of<'a>(target: &'a str, method: &str) -> Result<Target<'a>, Reject> {
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
