//! Why there is no response: the phase that failed, by the number curl has for it.

use std::fmt;
use std::io;

use crate::connect::Reached;

/// A failure before a response.
#[derive(Debug)]
pub struct Failure {
    /// curl's exit status for the same failure: its numbers are what people know, and what the knowledge is about.
    pub number: u8,
    /// What happened, in words.
    pub message: String,
}

impl Failure {
    /// The name has no address.
    pub fn look_up(host: &str, error: &io::Error) -> Failure {
        Failure { number: 6, message: format!("Could not resolve host: {host} ({error})") }
    }

    /// The proxy cannot be used.
    pub fn proxy(message: String) -> Failure {
        Failure { number: 97, message }
    }

    /// No address could be connected to.
    pub fn connect(host: &str, port: u16, attempts: &[String], is_timeout: bool) -> Failure {
        let message = format!("Failed to connect to {host} port {port}: {}", attempts.join("; "));
        Failure { number: if is_timeout { 28 } else { 7 }, message }
    }

    /// The name has an address that may not be asked. The address is not told.
    pub fn forbidden(host: &str) -> Failure {
        Failure { number: 7, message: format!("Failed to connect to {host}: its address may not be asked") }
    }

    /// The TLS handshake failed.
    pub fn tls(error: &dyn fmt::Display, distrust: Option<&str>) -> Failure {
        match distrust {
            Some(why) => Failure { number: 60, message: format!("SSL certificate problem: {why}") },
            None => Failure { number: 35, message: format!("TLS connect error: {error}") },
        }
    }

    /// Nothing came in time. The words are curl's, which tell how far it got.
    pub fn timeout(reached: &Reached, seconds: u64) -> Failure {
        let what = match (reached.has_addresses(), reached.connect) {
            (false, _) => format!("Resolving timed out after {seconds} s"),
            (true, None) => format!("Connection timed out after {seconds} s"),
            (true, Some(_)) => format!("Operation timed out after {seconds} s with 0 bytes received"),
        };
        Failure { number: 28, message: what }
    }

    /// The connection ended or what came was no HTTP.
    pub fn exchange(error: &hyper::Error, heard: &[u8]) -> Failure {
        let said = String::from_utf8_lossy(&heard[..heard.len().min(60)]).trim().to_owned();
        // hyper tells this apart for servers only.
        if error.is_parse() && error.to_string().contains("too large") {
            return Failure { number: 56, message: "Too large response headers".to_owned() };
        }
        if error.is_parse() || error.is_parse_status() || error.is_parse_version_h2() {
            return Failure { number: 1, message: format!("Received no HTTP but “{}”", said.escape_debug()) };
        }
        if error.is_incomplete_message() {
            return Failure { number: 52, message: "Empty reply from server".to_owned() };
        }
        Failure { number: 56, message: format!("The connection broke off: {}", causes(error)) }
    }
}

/// An error with the errors behind it.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(": ");
        text.push_str(&error.to_string());
        source = error.source();
    }
    text
}
