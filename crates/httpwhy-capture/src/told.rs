//! What a response tells of itself, in the order people want to read it.

use httpwhy_core::{Exchange, Response};

use crate::fields::allow;
use crate::fields::challenge::{self, Challenge};
use crate::fields::content_range::{self, ContentRange};
use crate::fields::link;
use crate::fields::location;
use crate::fields::problem::{self, Problem};
use crate::fields::proxy_status::{self, ProxyStatus};
use crate::fields::retry_after::{self, RetryAfter};
use crate::redact;

/// One thing a response tells.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// When to come back.
    RetryAfter(RetryAfter),
    /// A field that is there and cannot be read: its name and value.
    Unreadable(&'static str, String),
    /// Which credentials the origin server wants.
    Challenge(Challenge),
    /// Which credentials the proxy wants.
    ProxyChallenge(Challenge),
    /// The methods the target offers.
    Allow(Vec<String>),
    /// Where to go: as written, and resolved if that can be.
    Location(String, Option<String>),
    /// Which part this is, or how long the whole is.
    ContentRange(ContentRange),
    /// The error explained by the server.
    Problem(Problem),
    /// What an intermediary says.
    ProxyStatus(ProxyStatus),
    /// Who applies a block, by a link.
    BlockedBy(String),
}

/// Of one field, more than this tells nothing more.
const MOST_OF_ONE: usize = 8;

/// Everything the final response tells.
pub fn told(exchange: &Exchange) -> Vec<Told> {
    let Some(response) = &exchange.response else { return Vec::new() };
    let mut all: Vec<Told> = problem(response).map(Told::Problem).into_iter().collect();
    all.extend(several(response, "Proxy-Status", |value| {
        proxy_status::parse(value).into_iter().map(Told::ProxyStatus).collect()
    }));
    all.extend(several(response, "WWW-Authenticate", |value| {
        challenge::parse(value).into_iter().map(Told::Challenge).collect()
    }));
    all.extend(several(response, "Proxy-Authenticate", |value| {
        challenge::parse(value).into_iter().map(Told::ProxyChallenge).collect()
    }));
    all.extend(one(response, "Retry-After", |value| retry_after::parse(value).map(Told::RetryAfter)));
    all.extend(response.field("allow").map(|_| Told::Allow(response.all("allow").flat_map(allow::parse).collect())));
    all.extend(one(response, "Location", |value| Some(Told::Location(value.to_owned(), resolved(exchange, value)))));
    all.extend(one(response, "Content-Range", |value| content_range::parse(value).map(Told::ContentRange)));
    let links = response.all("link").flat_map(link::parse).filter(|link| link.has_relation("blocked-by"));
    all.extend(links.take(MOST_OF_ONE).map(|link| Told::BlockedBy(link.target)));
    all
}

/// A field that has one value.
fn one(response: &Response, name: &'static str, read: impl Fn(&str) -> Option<Told>) -> Option<Told> {
    let value = response.field(name)?;
    Some(read(value).unwrap_or_else(|| Told::Unreadable(name, value.to_owned())))
}

/// A field whose lines each have several.
fn several<'a>(
    response: &'a Response,
    name: &'static str,
    read: impl Fn(&str) -> Vec<Told> + 'a,
) -> impl Iterator<Item = Told> + 'a {
    let told = response.all(name).flat_map(move |value| match read(value) {
        none if none.is_empty() => vec![Told::Unreadable(name, value.to_owned())],
        several => several,
    });
    told.take(MOST_OF_ONE)
}

/// Problem details, if the content type says so or was not shown.
fn problem(response: &Response) -> Option<Problem> {
    let is_problem = |kind: &str| kind.to_ascii_lowercase().contains("problem+json");
    let may_be = response.fields.is_none() || response.field("content-type").is_some_and(is_problem);
    let mut problem = may_be.then(|| problem::parse(&response.content))??;
    redact::problem(&mut problem);
    Some(problem)
}

/// A transcript's request line has no scheme, so a `Location` is resolved only against a whole URL.
fn resolved(exchange: &Exchange, location: &str) -> Option<String> {
    location::resolve(location, &exchange.request.as_ref()?.target)
}
