//! The server behind the gateway, and what is done on the way to it.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use http::Uri;

use super::rule::Rule;

/// The server behind the gateway, and what is done on the way to it.
///
/// ```
/// let upstream: httpwhy_server::Upstream = "http://127.0.0.1:3000/app".parse().unwrap();
/// assert!(upstream.faults.is_empty());
/// assert!("ftp://127.0.0.1/".parse::<httpwhy_server::Upstream>().is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Upstream {
    /// Where it is; its path stands before that of each request.
    pub url: Uri,
    /// The faults that are added.
    pub faults: Vec<Rule>,
    /// What it is told as `Host`.
    pub host: Host,
    /// How long a connection may take: look-up, handshakes and all.
    pub connect_time: Duration,
    /// How long the first byte of the response may take, once connected.
    pub first_byte_time: Duration,
    /// How long the content may pause.
    pub pause_time: Duration,
}

/// What an upstream is told as `Host`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Its own name.
    Upstream,
    /// What the client said; the connection is HTTP/1.1 then.
    Kept,
}

/// Why something is no upstream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadUpstream(String);

impl FromStr for Upstream {
    type Err = BadUpstream;

    fn from_str(text: &str) -> Result<Upstream, BadUpstream> {
        let bad = || BadUpstream(text.to_owned());
        let url: Uri = text.parse().map_err(|_| bad())?;
        let is_http = matches!(url.scheme_str(), Some("http" | "https"));
        let authority = url.authority().filter(|authority| !authority.as_str().contains('@')).ok_or_else(bad)?;
        if !is_http || authority.host().is_empty() || url.query().is_some() || text.contains('#') {
            return Err(bad());
        }
        Ok(Upstream {
            url,
            faults: Vec::new(),
            host: Host::Upstream,
            connect_time: Duration::from_secs(5),
            first_byte_time: Duration::from_secs(30),
            pause_time: Duration::from_secs(30),
        })
    }
}

impl Upstream {
    /// Whether it is reached by TLS.
    pub(super) fn is_https(&self) -> bool {
        self.url.scheme_str() == Some("https")
    }

    /// The URL for the target of a request; nothing if no request can be sent to it.
    pub(super) fn url_for(&self, path: &str, query: Option<&str>) -> Option<Uri> {
        let base = self.url.path().trim_end_matches('/');
        let path = if path == "*" { path.to_owned() } else { format!("{base}{path}") };
        let target = match query {
            Some(query) => format!("{path}?{query}"),
            None => path,
        };
        let mut parts = self.url.clone().into_parts();
        parts.path_and_query = Some(target.parse().ok()?);
        Uri::from_parts(parts).ok()
    }
}

impl fmt::Display for BadUpstream {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} is no upstream; write it as http://127.0.0.1:3000, without user and query", self.0)
    }
}

impl std::error::Error for BadUpstream {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_the_upstream_stands_before_that_of_the_request() {
        let upstream: Upstream = "http://a.example/app/".parse().unwrap();
        let url = |path, query| upstream.url_for(path, query).unwrap().to_string();
        assert_eq!(url("/x", None), "http://a.example/app/x");
        assert_eq!(url("//b.example/%2e%2e", Some("y=1&z")), "http://a.example/app//b.example/%2e%2e?y=1&z");
        assert!(upstream.url_for("/a b", None).is_none());
    }

    #[test]
    fn what_is_no_plain_url_is_refused() {
        for text in ["", "a.example", "/x", "ftp://a.example", "http://u:p@a.example", "http://a.example/?q", "http://"]
        {
            assert!(text.parse::<Upstream>().is_err(), "{text}");
        }
    }
}
