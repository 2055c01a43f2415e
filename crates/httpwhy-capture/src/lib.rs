//! Reads what people have at hand into exchanges, and what a response tells of itself.
//!
//! ```
//! let pasted = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\n\r\n";
//! let capture = httpwhy_capture::read(&pasted[..]).unwrap();
//! assert_eq!(capture.last().status(), 429);
//!
//! let told = httpwhy_capture::told(capture.last());
//! assert!(matches!(told[0], httpwhy_capture::Told::RetryAfter(_)));
//! ```
//!
//! Secrets are redacted here, before anything leaves: credentials, cookies, and tokens in URLs.

#![warn(missing_docs)]

mod client_notes;
mod clock;
mod content;
mod error;
pub mod fields;
pub mod har;
mod head;
mod input;
mod problem_only;
mod raw;
mod redact;
mod token;
mod told;
mod transcript;

use std::io::Read;
use std::time::Duration;

use httpwhy_core::{Exchange, Logged, Request, Response, Tried};

pub use error::Error;
pub use redact::text as redacted;
pub use told::{Told, told};

/// The exchanges found in one input, in order: redirects first, the one that counts last.
#[derive(Debug)]
pub struct Capture {
    exchanges: Vec<Exchange>,
    /// Lines that were neither HTTP nor content nor a note of the client.
    pub not_understood: usize,
    /// What is known of how the exchange came about, each with a label: its timing, its certificate.
    pub notes: Vec<(&'static str, String)>,
    /// The requests that were sent to find out, in order.
    pub asked: Vec<Asked>,
}

/// A request that was sent, and how it was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// The status; 0 if no response came.
    pub status: u16,
    /// From the request to the response.
    pub took: Duration,
    /// What it was sent for.
    pub why: String,
}

impl Asked {
    /// The request of an exchange that was made.
    pub fn of(exchange: &Exchange, why: &str) -> Asked {
        let request = exchange.request.as_ref();
        Asked {
            method: request.map(|request| request.method.clone()).unwrap_or_default(),
            url: request.map(|request| request.target.clone()).unwrap_or_default(),
            status: exchange.status(),
            took: exchange.took.unwrap_or_default(),
            why: why.to_owned(),
        }
    }
}

impl Capture {
    /// The exchange that counts.
    pub fn last(&self) -> &Exchange {
        self.exchanges.last().expect("a capture has at least one exchange")
    }

    /// What led there: redirects, and a proxy's answer to CONNECT.
    pub fn before(&self) -> &[Exchange] {
        &self.exchanges[..self.exchanges.len() - 1]
    }

    /// Adds another view of the same exchange: `curl -v` shows the request, `curl -i` the content. False if it is of
    /// another exchange.
    pub fn merge(&mut self, other: Capture) -> bool {
        let mut exchanges = other.exchanges;
        let theirs = exchanges.pop().expect("a capture has at least one exchange");
        let ours = self.exchanges.last_mut().expect("a capture has at least one exchange");
        if ours.response.is_some() && theirs.response.is_some() && ours.status() != theirs.status() {
            return false;
        }
        ours.request = ours.request.take().or(theirs.request);
        ours.token = ours.token.or(theirs.token);
        ours.answered_at = ours.answered_at.or(theirs.answered_at);
        // A connection that ended after the response is no failure.
        if ours.response.is_some() == theirs.response.is_some() {
            ours.failure = ours.failure.take().or(theirs.failure);
        } else if ours.response.is_none() {
            ours.failure = None;
            ours.response = theirs.response;
            return true;
        }
        if let (Some(ours), Some(theirs)) = (&mut ours.response, theirs.response) {
            ours.fields = ours.fields.take().or(theirs.fields);
            if ours.content.is_empty() {
                (ours.content, ours.is_cut) = (theirs.content, theirs.is_cut);
            }
        }
        true
    }

    /// A request whose response nobody saw.
    pub fn of_request(request: Request) -> Capture {
        Capture::of_exchanges(vec![Exchange { request: Some(request), ..Exchange::default() }])
    }

    /// Exchanges that were made, redirects first; there is at least one. What they hold of secrets is redacted.
    pub fn of_exchanges(mut exchanges: Vec<Exchange>) -> Capture {
        for response in exchanges.iter_mut().filter_map(|exchange| exchange.response.as_mut()) {
            let bytes = std::mem::take(&mut response.content);
            response.content.clone_from(&bytes);
            // Whoever made the exchange has put the chunks together.
            content::unpack(response, &bytes);
        }
        let mut capture = Capture::of(exchanges, 0);
        capture.finish();
        capture
    }

    fn of(exchanges: Vec<Exchange>, not_understood: usize) -> Capture {
        Capture { exchanges, not_understood, notes: Vec::new(), asked: Vec::new() }
    }

    fn finish(&mut self) {
        self.exchanges.iter_mut().for_each(finish);
        let location = |exchange: &Exchange| exchange.response.as_ref()?.field("location").map(str::to_owned);
        let followed = self.before().iter().filter_map(location).collect();
        let first = self.before().first().and_then(|first| first.request.clone());
        if let Some(last) = self.exchanges.last_mut() {
            last.followed = followed;
            last.first = first;
        }
    }

    /// Adds an experiment on the last exchange; what its answers hold of secrets is redacted.
    pub fn add_tried(&mut self, mut tried: Tried) {
        tried.exchanges.iter_mut().for_each(finish);
        let last = self.exchanges.last_mut().expect("a capture has at least one exchange");
        last.tried.push(tried);
    }

    /// Adds a request that was sent; its URL is redacted.
    pub fn add_asked(&mut self, asked: Asked) {
        self.asked.push(Asked { url: redact::text(&asked.url), ..asked });
    }

    /// Keeps so many bytes of each content, for output to people who may not see more.
    ///
    /// ```
    /// let mut capture = httpwhy_capture::read(&b"HTTP/1.1 500 Oh\r\n\r\nlong"[..]).unwrap();
    /// capture.cut(2);
    /// let response = capture.last().response.as_ref().unwrap();
    /// assert!(response.content == b"lo" && response.is_cut);
    /// ```
    pub fn cut(&mut self, most: usize) {
        for exchange in &mut self.exchanges {
            exchange.response.iter_mut().for_each(|response| cut(response, most));
            let tried = exchange.tried.iter_mut().flat_map(|tried| &mut tried.exchanges);
            tried.filter_map(|exchange| exchange.response.as_mut()).for_each(|response| cut(response, most));
        }
    }

    /// States how long the last exchange took.
    pub fn set_took(&mut self, took: Duration) {
        self.exchanges.last_mut().expect("a capture has at least one exchange").took = Some(took);
    }

    /// Adds what logs say of the last exchange; what they hold of secrets is redacted. If nobody saw the response and
    /// nothing tells why, the status is what the server logged.
    pub fn set_logged(&mut self, mut logged: Logged) {
        logged.lines.iter_mut().for_each(|line| line.text = redact::log_entry(&line.text));
        let last = self.exchanges.last_mut().expect("a capture has at least one exchange");
        if last.response.is_none() && last.failure.is_none() {
            last.response = logged.status.map(Response::new);
        }
        last.logged = Some(logged);
    }

    /// States the request of the last exchange; what it holds of secrets is redacted. Fields that were shown are kept if
    /// none are stated.
    pub fn set_request(&mut self, mut request: Request) {
        let last = self.exchanges.last_mut().expect("a capture has at least one exchange");
        request.fields = request.fields.or(last.request.take().and_then(|shown| shown.fields));
        last.request = Some(request);
        finish(last);
    }
}

fn cut(response: &mut Response, most: usize) {
    response.is_cut |= response.content.len() > most;
    response.content.truncate(most);
}

/// What has to be known of a secret is computed before it is redacted.
fn finish(exchange: &mut Exchange) {
    exchange.answered_at = clock::answered_at(exchange).or(exchange.answered_at);
    exchange.token = token::of(exchange).or(exchange.token);
    redact::exchange(exchange);
}

/// Whether a text, as far as it is shown, is an exchange: a raw response, a transcript, a problem details document.
pub fn is_exchange(text: &str) -> bool {
    transcript::is_one(text) || raw::is_one(text) || problem_only::read(text).is_some()
}

/// Reads one input: a raw response, a transcript of `curl -v`, or a problem details document.
///
/// At most 4 MiB are kept, whatever the input holds. Fails when no response is in there, and says what is.
pub fn read(input: impl Read) -> Result<Capture, Error> {
    let input = input::read(input)?;
    let mut capture = if transcript::is_one(&input.text) {
        transcript::read(&input)?
    } else if let Some(exchange) = problem_only::read(&input.text) {
        Capture::of(vec![exchange], 0)
    } else {
        raw::read(&input)?
    };
    let response = capture.exchanges.last_mut().and_then(|exchange| exchange.response.as_mut());
    if let (Some(response), Some(bytes)) = (response, input.content()) {
        content::decode(response, bytes);
    }
    capture.finish();
    Ok(capture)
}
