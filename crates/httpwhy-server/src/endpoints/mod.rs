//! Little resources that are real: ranges, preconditions, a store, credentials, limits.

mod ask;
mod bytes;
mod cached;
mod captive;
mod coded;
mod content;
mod cookies;
mod credentials;
mod drip;
mod duration;
mod early;
mod echo;
mod jobs;
mod lead;
mod limit;
mod method;
mod negotiated;
mod precondition;
mod provoked;
mod range;
mod representation;
mod resource;
mod response_fields;
mod samples;
mod simple;
mod socket;
mod store;
mod table;
mod tag;
mod visits;

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;

#[allow(unused_imports)]
pub(crate) use self::{
    method::Methods,
    table::{ENDPOINTS, Endpoint},
};
use ask::Ask;

/// What the endpoints remember of earlier requests.
#[derive(Default)]
pub(crate) struct State {
    store: store::Shelf,
    limits: limit::Windows,
    captive: captive::Known,
    secret: credentials::Secret,
}

/// The answer that needs no content of the request. A request without content is answered at once, so it has none.
pub fn refusal(site: &Site, request: &Request) -> Option<Plan> {
    if request.is_read()
        && !["content-length", "transfer-encoding", "expect"].iter().any(|name| request.fields.get(name).is_some())
    {
        return None;
    }
    let (endpoint, ask) = find(site, request)?;
    endpoint.methods.check(&ask).and_then(|()| (endpoint.check)(&ask)).err().map(|plan| *plan)
}

/// The answer, if the path is ours.
pub fn answer(site: &Arc<Site>, request: &Request) -> Option<Answer> {
    let (endpoint, ask) = find(site, request)?;
    if let Some(options) = endpoint.methods.options(&ask) {
        return Some(options.into());
    }
    let checked = endpoint.methods.check(&ask).and_then(|()| (endpoint.check)(&ask));
    Some(checked.and_then(|()| (endpoint.answer)(&ask)).unwrap_or_else(|refused| *refused).into())
}

fn find<'a>(site: &'a Site, request: &'a Request) -> Option<(&'static Endpoint, Ask<'a>)> {
    let found = |endpoint: &'static Endpoint| Some((endpoint, ask::matches(endpoint.path, &request.path)?));
    let (endpoint, parts) = ENDPOINTS.iter().find_map(found)?;
    Some((endpoint, Ask { site, request, parts, now: Instant::now(), time: SystemTime::now() }))
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// More JSON than this is not indented, because deep lists would become many times as long.
const MOST_INDENTED: usize = 4096;

/// JSON that nobody should cache.
fn json(value: &serde_json::Value) -> Plan {
    let text = value.to_string();
    let text = if text.len() > MOST_INDENTED { text } else { format!("{value:#}") };
    Plan::new(200).field("Cache-Control", "no-store").content("application/json", text + "\n")
}

#[cfg(test)]
mod tests;
