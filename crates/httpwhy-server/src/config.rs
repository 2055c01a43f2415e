//! How the server is started, with the defaults.

use std::time::Duration;

use crate::upstream::Upstream;

/// How the server is started.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// What is allowed and how long.
    pub limits: Limits,
    /// Where the site is known to be, `https://why.example`; otherwise each request tells.
    pub public_url: Option<String>,
    /// The server that everything is passed on to.
    pub upstream: Option<Upstream>,
    /// Whether strangers may have a URL asked from here.
    pub allow_probe: bool,
    /// The ports that may be asked then, beside 80 and 443.
    pub probe_ports: Vec<u16>,
    /// The hosts, with all below them, whose owners asked not to be asked.
    pub probe_never: Vec<String>,
}

/// What is allowed and how long.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The longest pause an endpoint makes on demand.
    pub most_wait: Duration,
    /// The most content of a request, in bytes.
    pub most_content: usize,
    /// The most content for a diagnosis, in bytes.
    pub most_evidence: usize,
    /// The most content of requests that is held at a time, by all connections together, in bytes.
    pub most_held: usize,
    /// The longest request target, in bytes.
    pub most_target: usize,
    /// The most bytes of a request's head.
    pub most_head: usize,
    /// The most connections at a time.
    pub most_connections: usize,
    /// Requests a second for one client; no limit if there is none.
    pub most_rate: Option<u32>,
    /// How long the head of a request may take once it has begun.
    pub head_time: Duration,
    /// How long a connection may be idle.
    pub idle_time: Duration,
    /// How long content may pause.
    pub content_time: Duration,
    /// How long connections have to end when the server stops.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            most_wait: Duration::from_secs(30),
            most_content: 1 << 20,
            most_evidence: 16 << 20,
            most_held: 256 << 20,
            most_target: 8000,
            most_head: 16 << 10,
            most_connections: 16_384,
            most_rate: None,
            head_time: Duration::from_secs(10),
            idle_time: Duration::from_secs(75),
            content_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(10),
        }
    }
}
