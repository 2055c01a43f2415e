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
pub(crate) mod range;
mod representation;
mod resource;
mod response_fields;
mod samples;
mod simple;
mod socket;
mod store;
mod table;
pub(crate) mod tag;
mod visits;

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;
use crate::status::cors;

pub(crate) use self::{
    method::Methods,
    table::{ENDPOINTS, Endpoint},
};
use ask::{Ask, Checked};

/// What the endpoints remember of earlier requests.
#[derive(Default)]
pub(crate) struct State {
    store: store::Shelf,
    limits: limit::Windows,
    captive: captive::Known,
    secret: credentials::Secret,
}

/// The answer that needs no content of the request. A read without content is answered at once, so it has none.
pub fn refusal(site: &Site, request: &Request) -> Option<Plan> {
    let announces = |name: &&str| request.fields.get(name).is_some();
    if request.is_read() && !["content-length", "transfer-encoding", "expect"].iter().any(announces) {
        return None;
    }
    let (endpoint, ask) = find(site, request)?;
    endpoint.admits(&ask).err().map(|plan| cors::allow(*plan))
}

/// The answer, if the path is ours.
pub fn answer(site: &Arc<Site>, request: &Request) -> Option<Answer> {
    let (endpoint, ask) = find(site, request)?;
    if cors::is_preflight(request) {
        return Some(cors::preflight(request).into());
    }
    if let Some(options) = endpoint.methods.options(&ask) {
        return Some(cors::allow(options).into());
    }
    let plan = endpoint.admits(&ask).and_then(|()| (endpoint.answer)(&ask)).unwrap_or_else(|refused| *refused);
    Some(cors::allow(plan).into())
}

impl Endpoint {
    fn admits(&self, ask: &Ask) -> Checked {
        self.methods.check(ask)?;
        (self.check)(ask)
    }
}

fn find<'a>(site: &'a Site, request: &'a Request) -> Option<(&'static Endpoint, Ask<'a>)> {
    // Pages come by here, too; a look at the first segment rules nearly all rows out.
    let first = first_segment(&request.path)?;
    let mut rows = ENDPOINTS.iter().filter(|row| row.path.starts_with(first));
    let (endpoint, parts) = rows.find_map(|row| Some((row, ask::matches(row.path, &request.path)?)))?;
    Some((endpoint, Ask { site, request, parts, now: Instant::now(), time: SystemTime::now() }))
}

/// The first segment of a path, with its slash.
fn first_segment(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/').filter(|rest| !rest.is_empty())?;
    Some(&path[..=rest.find('/').unwrap_or(rest.len())])
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
