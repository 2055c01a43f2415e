//! What is asked, and how.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use http::{Method, Uri};
use httpwhy_core::carries_credentials;

/// One request and the ways to reach its server.
#[derive(Debug, Clone)]
pub struct Question {
    /// The method.
    pub method: Method,
    /// The URL, absolute.
    pub url: Uri,
    /// The fields beside `Host`, `User-Agent` and `Accept`, which are set if they are not here.
    pub fields: Vec<(String, String)>,
    /// The content.
    pub content: Option<Vec<u8>>,
    /// Only this address family.
    pub family: Option<Family>,
    /// HTTP/1.1 even if the server speaks HTTP/2.
    pub is_http1: bool,
    /// `--resolve HOST:PORT:ADDRESS`: these addresses instead of a name look-up.
    pub resolve: Vec<(String, u16, IpAddr)>,
    /// `--connect-to HOST:PORT:OTHER:PORT`: another server for the same URL.
    pub connect_to: Option<(String, u16)>,
    /// Whom to trust.
    pub trust: Trust,
    /// How long an answer may take.
    pub patience: Duration,
    /// How much of it is taken.
    pub limits: Limits,
    /// Which proxy is asked.
    pub proxies: Proxies,
    /// Only these addresses are connected to, whatever a name says; any if there is none.
    pub accepts: Option<fn(IpAddr) -> bool>,
}

/// How much of an answer is taken.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most bytes of the head, 8192 at least.
    pub head: usize,
    /// The most bytes of the content; the rest is not waited for.
    pub content: usize,
    /// How long the first byte may take, connection and all.
    pub first_byte: Duration,
    /// How long the content may take; what came until then is kept.
    pub content_time: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { head: 400 << 10, content: 256 << 10, first_byte: Duration::MAX, content_time: Duration::from_secs(15) }
    }
}

/// Which proxy is asked instead of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proxies {
    /// The one that the environment names.
    OfEnvironment,
    /// None.
    Never,
}

/// IPv4 or IPv6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

/// How certificates are judged, and our own.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// Goes on with a certificate that is not valid.
    pub is_insecure: bool,
    /// More certificate authorities, in PEM.
    pub authorities: Option<PathBuf>,
    /// Our certificate and its key, in PEM.
    pub identity: Option<(PathBuf, PathBuf)>,
}

/// The methods that may be sent without being asked for.
pub fn is_safe(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::OPTIONS].contains(method)
}

impl Question {
    /// A plain GET of a URL.
    pub fn get(url: Uri) -> Question {
        Question {
            method: Method::GET,
            url,
            fields: Vec::new(),
            content: None,
            family: None,
            is_http1: false,
            resolve: Vec::new(),
            connect_to: None,
            trust: Trust::default(),
            patience: Duration::from_secs(130),
            limits: Limits::default(),
            proxies: Proxies::OfEnvironment,
            accepts: None,
        }
    }

    /// Whether the URL begins with https:.
    pub fn is_https(&self) -> bool {
        self.url.scheme_str() == Some("https")
    }

    /// The host without the brackets of an IPv6 address.
    pub fn host(&self) -> &str {
        self.url.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
    }

    /// The port, that of the scheme if the URL has none.
    pub fn port(&self) -> u16 {
        self.url.port_u16().unwrap_or(if self.is_https() { 443 } else { 80 })
    }

    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The same without credentials: fields that carry them, and our certificate.
    pub fn without_credentials(mut self) -> Question {
        self.fields.retain(|(name, _)| !carries_credentials(name));
        self.trust.identity = None;
        self
    }

    /// The same without some fields.
    pub fn without(mut self, names: &[&str]) -> Question {
        self.fields.retain(|(known, _)| !names.iter().any(|name| known.eq_ignore_ascii_case(name)));
        self
    }
}
