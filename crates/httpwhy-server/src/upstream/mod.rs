//! `--upstream URL`: a gateway that adds faults, and whose own 502, 504 and 508 are true.

mod back;
mod chance;
mod connect;
mod dice;
mod forwards;
mod gateway;
mod hop;
mod line;
mod out;
mod pattern;
mod rule;
mod settings;
mod trail;
mod trouble;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::plan::{Answer, Fault, Plan};
use crate::request::{Fields, Request};
use crate::site::Site;
use chance::Decided;
use forwards::Forwards;
pub use gateway::Gateway;
pub use pattern::Pattern;
pub use rule::{BadRule, Outcome, Rule};
pub use settings::{BadUpstream, Host, Upstream};
use trouble::{Kind, Trouble};

/// These are always our own, for whoever watches over the gateway.
const OWN: [&str; 2] = ["/healthz", "/metrics"];

/// Whether a request is for the upstream.
pub fn takes(site: &Site, request: &Request) -> bool {
    site.gateway.is_some() && !OWN.contains(&request.path.as_str())
}

/// The answer, if there is an upstream to ask.
pub fn answer(site: &Arc<Site>, request: &Request) -> Option<Answer> {
    takes(site, request).then(|| {
        let (site, request) = (site.clone(), request.clone());
        Answer::Later(Box::pin(async move { pass(&site, &request).await }))
    })
}

async fn pass(site: &Arc<Site>, request: &Request) -> Plan {
    let Some(gateway) = &site.gateway else { return Plan::new(500) };
    let left = match forwards::of(request) {
        Forwards::None => return forwards::end(request),
        Forwards::Left(left) => Some(left),
        Forwards::Unlimited => None,
    };
    if let Some(trouble) = refused(request) {
        return trouble.plan();
    }
    let decided = gateway.chance.decide(&request.method, &request.path);
    tokio::time::sleep(decided.delay).await;
    let plan = match decided.outcome {
        Outcome::Passed => gateway.ask(request, left).await,
        Outcome::Status(status) => faithful(site, request, status).await,
        Outcome::Reset => Plan { fault: Some(Fault::Reset), ..Plan::new(502) },
    };
    Decided::mark(&decided, plan)
}

/// What is not passed on at all.
fn refused(request: &Request) -> Option<Trouble> {
    if trail::is_loop(&request.fields) {
        return Some(Trouble::new(Kind::Loop, "Via or CDN-Loop names httpwhy twice already"));
    }
    // HTTP/2 in clear is an offer that may be left alone; who asks for another protocol can do nothing with HTTP.
    let mut asked = request.fields.all("upgrade").flat_map(|line| line.split(',')).map(str::trim);
    let other = asked.find(|asked| !asked.is_empty() && !asked.eq_ignore_ascii_case("h2c"));
    let is_asked = request.fields.lists("connection", "upgrade");
    let is_tunnel = request.method == "CONNECT";
    match other.filter(|_| is_asked) {
        Some(other) => Some(Trouble::new(Kind::Upgrade, other)),
        None => is_tunnel.then(|| Trouble::new(Kind::Upgrade, "CONNECT")),
    }
}

/// This status as the protocol means it, as our own endpoint for it answers. It hears of the request only what the form
/// depends on: what the upstream would have understood must not steer it.
async fn faithful(site: &Arc<Site>, request: &Request, status: u16) -> Plan {
    let mut fields = Fields::default();
    let counts = |(name, _): &(&str, &str)| name.starts_with("accept") || *name == "origin";
    request.fields.iter().filter(counts).for_each(|(name, value)| fields.push(name, value.as_bytes()));
    let asked = Request { path: format!("/status/{status}"), query: None, fields, ..request.clone() };
    match crate::status::answer(site, &asked) {
        Some(Answer::Now(plan)) => plan,
        Some(Answer::Later(plan)) => plan.await,
        None => Plan::new(status),
    }
}
