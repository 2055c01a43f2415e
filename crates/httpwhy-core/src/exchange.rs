//! One exchange: what was seen of a request and its response, and what was not shown.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::Logged;

/// A request and what came back. What was not shown is `None`, never "absent".
///
/// ```
/// let nothing_shown = httpwhy_core::Exchange::default();
/// assert!(nothing_shown.response.is_none());
/// assert_eq!(nothing_shown.status(), 0);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exchange {
    /// The request, if it was shown.
    pub request: Option<Request>,
    /// Where redirects before it led, in order.
    pub followed: Vec<String>,
    /// The request that was sent first, if redirects led from it to this one.
    pub first: Option<Request>,
    /// Interim responses (1xx), in order.
    pub interim: Vec<Response>,
    /// The final response; `None` if none came.
    pub response: Option<Response>,
    /// Why no response came, or why it broke off.
    pub failure: Option<Failure>,
    /// From the request to the response.
    pub took: Option<Duration>,
    /// When the response was written by its `Date`, in seconds since 1970.
    pub answered_at: Option<i64>,
    /// The times of the token that the request had.
    pub token: Option<Token>,
    /// What logs say of it, if logs were given.
    pub logged: Option<Logged>,
    /// The experiments made on it.
    pub tried: Vec<Tried>,
}

/// The times that a JSON Web Token states of itself, in seconds since 1970 (RFC 7519, 4.1.4 and 4.1.5). The token itself
/// is not kept.
///
/// ```
/// assert_eq!(httpwhy_core::Token::default().expires, None);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Token {
    /// `exp`: it is valid before that.
    pub expires: Option<i64>,
    /// `nbf`: it is valid from then on.
    pub not_before: Option<i64>,
}

/// An experiment and the answers to its requests.
///
/// ```
/// let tried = httpwhy_core::Tried { experiment: "root", exchanges: vec![] };
/// assert!(httpwhy_core::EXPERIMENTS.iter().any(|experiment| experiment.id == tried.experiment));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// Its id.
    pub experiment: &'static str,
    /// The requests and their answers, in order.
    pub exchanges: Vec<Exchange>,
}

impl Exchange {
    /// The final status code; 0 if no response came.
    ///
    /// ```
    /// use httpwhy_core::{Exchange, Response};
    /// let exchange = Exchange { response: Some(Response::new(404)), ..Exchange::default() };
    /// assert_eq!(exchange.status(), 404);
    /// ```
    pub fn status(&self) -> u16 {
        self.response.as_ref().map_or(0, |response| response.status)
    }

    /// The final status code; if no response came, the one that the server's log has.
    ///
    /// ```
    /// use httpwhy_core::{Exchange, Logged};
    /// let logged = Logged { status: Some(408), ..Logged::default() };
    /// assert_eq!(Exchange { logged: Some(logged), ..Exchange::default() }.status_or_logged(), 408);
    /// ```
    pub fn status_or_logged(&self) -> u16 {
        match (&self.response, &self.logged) {
            (None, Some(logged)) => logged.status.unwrap_or_default(),
            _ => self.status(),
        }
    }
}

/// A request, as far as it was shown.
///
/// ```
/// let request = httpwhy_core::Request { method: "GET".into(), target: "/".into(), fields: None };
/// assert!(request.fields.is_none());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The target as it was sent or given: a path, or a whole URL.
    pub target: String,
    /// The fields; `None` if they were not shown.
    pub fields: Option<Fields>,
}

/// A response.
///
/// ```
/// let response = httpwhy_core::Response::new(503);
/// assert!(response.fields.is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Response {
    /// `HTTP/1.1`, `HTTP/2`, …; `None` if not shown.
    pub version: Option<String>,
    /// The status code.
    pub status: u16,
    /// The reason phrase; HTTP/2 and HTTP/3 have none.
    pub reason: Option<String>,
    /// The fields; `None` if they were not shown.
    pub fields: Option<Fields>,
    /// The first bytes of the content.
    pub content: Vec<u8>,
    /// Whether `content` stops before the content did.
    pub is_cut: bool,
}

impl Response {
    /// A response with a status and nothing else.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Response::new(204).status, 204);
    /// ```
    pub fn new(status: u16) -> Response {
        Response { status, ..Response::default() }
    }

    /// The value of the first field line with this name, if it was shown.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Response::new(503).field("Retry-After"), None);
    /// ```
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.as_ref()?.get(name)
    }

    /// The values of every field line with this name that was shown.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Response::new(401).all("WWW-Authenticate").count(), 0);
    /// ```
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().flat_map(move |fields| fields.all(name))
    }
}

/// Fields in the order they came. Names are compared without regard to case.
///
/// ```
/// let mut fields = httpwhy_core::Fields::default();
/// fields.add("Allow", "GET");
/// fields.add("allow", "HEAD");
/// assert_eq!(fields.get("ALLOW"), Some("GET"));
/// assert_eq!(fields.all("Allow").count(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Adds a field line.
    ///
    /// ```
    /// let mut fields = httpwhy_core::Fields::default();
    /// fields.add("Server", "nginx");
    /// assert_eq!(fields.iter().count(), 1);
    /// ```
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// The value of the first line with this name.
    ///
    /// ```
    /// let mut fields = httpwhy_core::Fields::default();
    /// fields.add("Retry-After", "5");
    /// assert_eq!((fields.get("retry-after"), fields.get("Allow")), (Some("5"), None));
    /// ```
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// The values of every line with this name.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Fields::default().all("Link").count(), 0);
    /// ```
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Every line, name and value.
    ///
    /// ```
    /// let mut fields = httpwhy_core::Fields::default();
    /// fields.add("Via", "1.1 cache");
    /// assert_eq!(fields.iter().next(), Some(("Via", "1.1 cache")));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of the last line, to continue it.
    ///
    /// ```
    /// let mut fields = httpwhy_core::Fields::default();
    /// fields.add("Link", "</a>");
    /// fields.last_value_mut().unwrap().push_str("; rel=next");
    /// assert_eq!(fields.get("Link"), Some("</a>; rel=next"));
    /// ```
    pub fn last_value_mut(&mut self) -> Option<&mut String> {
        self.0.last_mut().map(|(_, value)| value)
    }

    /// Changes values in place, for redaction.
    ///
    /// ```
    /// let mut fields = httpwhy_core::Fields::default();
    /// fields.add("Cookie", "secret");
    /// fields.for_each_value(|_, value| *value = "(redacted)".into());
    /// assert_eq!(fields.get("Cookie"), Some("(redacted)"));
    /// ```
    pub fn for_each_value(&mut self, mut change: impl FnMut(&str, &mut String)) {
        for (name, value) in &mut self.0 {
            change(name, value);
        }
    }
}

/// Why there is no response.
///
/// ```
/// let failure = httpwhy_core::Failure { curl_exit: Some(7), message: "Failed to connect".into() };
/// assert_eq!(failure.curl_exit, Some(7));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// curl's exit status, if curl said it.
    pub curl_exit: Option<u8>,
    /// What the client said.
    pub message: String,
}
