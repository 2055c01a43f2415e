//! What came of a question.

use std::net::SocketAddr;
use std::time::Duration;

use httpwhy_core::Exchange;

use crate::certificate::Certificate;

/// What came of a question: the exchange, and how it was reached.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The exchange; its failure says why there is no response.
    pub exchange: Exchange,
    /// How far it got, if the user did not want to wait any longer.
    pub stopped: Option<String>,
    /// How long each phase took.
    pub phases: Phases,
    /// Each address that was tried, and what failed there.
    pub attempts: Vec<(SocketAddr, Option<String>)>,
    /// Whether the name has addresses of both families.
    pub has_two_families: bool,
    /// The proxy that was asked instead of the server.
    pub proxy: Option<String>,
    /// The server's certificate.
    pub certificate: Option<Certificate>,
    /// Why the certificate is not valid.
    pub distrust: Option<String>,
}

/// How long each phase took, if it was reached.
#[derive(Debug, Clone, Copy, Default)]
pub struct Phases {
    /// Finding the addresses of the name.
    pub look_up: Option<Duration>,
    /// Connecting, all addresses that were tried together.
    pub connect: Option<Duration>,
    /// The TLS handshake.
    pub tls: Option<Duration>,
    /// From the request to the first byte of the response.
    pub first_byte: Option<Duration>,
    /// From the beginning to the end of the response.
    pub total: Duration,
}

impl Answer {
    /// What is worth telling beside the exchange: label and text.
    pub fn notes(&self) -> Vec<(&'static str, String)> {
        let mut notes: Vec<_> = self.stopped.iter().map(|so_far| ("Stopped", so_far.clone())).collect();
        notes.push(("Timing", self.phases.in_words()));
        let failed = self.attempts.iter().filter_map(|(address, failure)| Some((address, failure.as_ref()?)));
        notes.extend(failed.map(|(address, failure)| ("Address", format!("{address}: {failure}"))));
        let reached = self.attempts.iter().find(|(_, failure)| failure.is_none());
        notes.extend(reached.map(|(address, _)| ("Address", address.to_string())));
        notes.extend(self.proxy.iter().map(|proxy| ("Proxy", proxy.clone())));
        notes.extend(self.certificate.iter().map(|certificate| ("Certificate", certificate.in_words())));
        notes.extend(self.distrust.iter().map(|why| ("Certificate", format!("not valid: {why}"))));
        notes
    }
}

impl Phases {
    fn in_words(&self) -> String {
        let phases = [
            ("name look-up", self.look_up),
            ("connect", self.connect),
            ("TLS", self.tls),
            ("first byte", self.first_byte),
            ("total", Some(self.total)),
        ];
        let words = phases.iter().filter_map(|(name, took)| Some(format!("{name} {}", milliseconds((*took)?))));
        words.collect::<Vec<_>>().join(", ")
    }
}

fn milliseconds(took: Duration) -> String {
    match took.as_micros() {
        micros if micros < 10_000 => format!("{:.1} ms", micros as f64 / 1000.0),
        micros if micros < 1_000_000 => format!("{} ms", micros / 1000),
        micros => format!("{:.1} s", micros as f64 / 1_000_000.0),
    }
}
