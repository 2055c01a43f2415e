//! A request as a route sees it, whichever version of HTTP brought it.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr};

use bytes::Bytes;

/// The version of HTTP that a request came by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// HTTP/1.0: no interim responses, no chunks.
    Http10,
    /// HTTP/1.1, and 1.2 to 1.9, which are answered as 1.1 (RFC 9110, 2.5).
    Http11,
    /// HTTP/2.
    Http2,
}

/// A request.
#[derive(Debug, Clone)]
pub struct Request {
    /// Case matters.
    pub method: String,
    /// As it was sent, percent-encoded; begins with `/`, or is `*`.
    pub path: String,
    /// What stood behind `?`, as it was sent.
    pub query: Option<String>,
    /// Host and port the request is for; empty in HTTP/1.0 without `Host`.
    pub authority: String,
    /// The fields, in order.
    pub fields: Fields,
    /// The content; empty while a route decides whether to read it.
    pub content: Bytes,
    /// The version.
    pub version: Version,
    /// Whether it came over TLS.
    pub is_tls: bool,
    /// Who sent it.
    pub peer: IpAddr,
}

/// Field lines: names in lower case, values without the space around them. Bytes that are not UTF-8 are read as Latin-1.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    lines: Vec<(String, String)>,
}

impl Fields {
    /// Adds a line.
    pub fn push(&mut self, name: &str, value: &[u8]) {
        let value = match std::str::from_utf8(value) {
            Ok(text) => text.to_owned(),
            Err(_) => value.iter().map(|&byte| char::from(byte)).collect(),
        };
        self.lines.push((name.to_ascii_lowercase(), value));
    }

    /// The first line of this name (in lower case).
    pub fn get(&self, name: &str) -> Option<&str> {
        self.lines.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every line of this name (in lower case).
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every line.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether one of the comma-separated members of this field is `member`, in any case.
    pub fn lists(&self, name: &str, member: &str) -> bool {
        self.all(name).flat_map(|value| value.split(',')).any(|listed| listed.trim().eq_ignore_ascii_case(member))
    }
}

impl Request {
    /// A GET of this path (with or without a query) by HTTP/1.1 from this machine.
    pub fn get(target: &str) -> Request {
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (target, None),
        };
        Request {
            method: "GET".to_owned(),
            path: path.to_owned(),
            query,
            authority: "localhost".to_owned(),
            fields: Fields::default(),
            content: Bytes::new(),
            version: Version::Http11,
            is_tls: false,
            peer: IpAddr::V4(Ipv4Addr::LOCALHOST),
        }
    }

    /// The same with this field.
    pub fn with(mut self, name: &str, value: &str) -> Request {
        self.fields.push(name, value.as_bytes());
        self
    }

    /// GET or HEAD.
    pub fn is_read(&self) -> bool {
        self.method == "GET" || self.method == "HEAD"
    }

    /// Each parameter of the query, decoded.
    pub fn parameters(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        form_urlencoded::parse(self.query.as_deref().unwrap_or_default().as_bytes())
    }

    /// The first parameter of this name, decoded.
    pub fn parameter(&self, name: &str) -> Option<Cow<'_, str>> {
        self.parameters().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// `http://host:port` of this request; where links back to us begin.
    pub fn origin(&self) -> String {
        format!("{}://{}", if self.is_tls { "https" } else { "http" }, self.authority)
    }
}
