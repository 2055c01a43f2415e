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

/// Everything the final response tells.
pub fn told(exchange: &Exchange) -> Vec<Told> {
    let Some(response) = &exchange.response else { return Vec::new() };
    let fields = &response.fields;
    let mut all: Vec<Told> = problem(response).map(Told::Problem).into_iter().collect();
    all.extend(fields.all("proxy-status").flat_map(proxy_status::parse).map(Told::ProxyStatus));
    all.extend(fields.all("www-authenticate").flat_map(challenge::parse).map(Told::Challenge));
    all.extend(fields.all("proxy-authenticate").flat_map(challenge::parse).map(Told::ProxyChallenge));
    all.extend(
        fields
            .get("retry-after")
            .map(|value| read("Retry-After", value, retry_after::parse(value).map(Told::RetryAfter))),
    );
    all.extend(fields.get("allow").map(|_| Told::Allow(fields.all("allow").flat_map(allow::parse).collect())));
    all.extend(fields.get("location").map(|value| Told::Location(value.to_owned(), resolved(exchange, value))));
    all.extend(
        fields
            .get("content-range")
            .map(|value| read("Content-Range", value, content_range::parse(value).map(Told::ContentRange))),
    );
    let links = fields.all("link").flat_map(link::parse).filter(|link| link.has_relation("blocked-by"));
    all.extend(links.map(|link| Told::BlockedBy(link.target)));
    all
}

fn read(name: &'static str, value: &str, told: Option<Told>) -> Told {
    told.unwrap_or_else(|| Told::Unreadable(name, value.to_owned()))
}

fn problem(response: &Response) -> Option<Problem> {
    let is_problem =
        response.fields.get("content-type").is_some_and(|kind| kind.to_ascii_lowercase().contains("problem+json"));
    is_problem.then(|| problem::parse(&response.content))?
}

/// A transcript's request line has no scheme, so a `Location` is resolved only against a whole URL.
fn resolved(exchange: &Exchange, location: &str) -> Option<String> {
    location::resolve(location, &exchange.request.as_ref()?.target)
}
