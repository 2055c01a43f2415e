//! The protocol at `/mcp`, as its “streamable HTTP” has it: each POST is answered with JSON, and nothing is remembered.

use std::net::IpAddr;
use std::sync::Arc;

use super::{VERSIONS, handle};
use crate::beside;
use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;

/// The answer, if the path is ours.
pub fn answer(site: &Arc<Site>, request: &Request) -> Option<Answer> {
    (request.path == "/mcp").then(|| {
        let refused = refusal(site, request);
        refused.map_or_else(|| beside::answer(request, answered), Answer::Now)
    })
}

fn answered(request: &Request) -> Plan {
    match handle(&String::from_utf8_lossy(&request.content)) {
        Some(answer) => Plan::new(200).field("Cache-Control", "no-store").content("application/json", answer),
        // Nothing but notifications.
        None => Plan::new(202),
    }
}

fn refusal(site: &Site, request: &Request) -> Option<Plan> {
    if !is_from_here(site, request) {
        return Some(refused(
            403,
            "A page of another site sent this. The server answers programs, and pages of its own.",
        ));
    }
    if request.method == "OPTIONS" {
        return Some(Plan::new(204).field("Allow", "POST, OPTIONS"));
    }
    if request.method != "POST" {
        let why = "Send each message by POST; this server has no stream of its own.";
        return Some(refused(405, why).field("Allow", "POST, OPTIONS"));
    }
    let kind = request.fields.get("content-type").unwrap_or_default().split(';').next().unwrap_or_default();
    if !kind.trim().eq_ignore_ascii_case("application/json") {
        return Some(refused(415, "A message is application/json.").field("Accept", "application/json"));
    }
    let version = request.fields.get("mcp-protocol-version");
    let is_spoken = version.is_none_or(|version| VERSIONS.contains(&version));
    (!is_spoken).then(|| refused(400, &format!("MCP-Protocol-Version must be one of {}.", VERSIONS.join(", "))))
}

/// Whether no page of another site asks. A name that somebody else controls can be made to lead to this machine (DNS
/// rebinding), so of names only the one we were told and `localhost` count; an address cannot be made to lead elsewhere.
fn is_from_here(site: &Site, request: &Request) -> bool {
    let Some(origin) = request.fields.get("origin") else { return true };
    let is_told = site.config.public_url.as_deref().is_some_and(|url| url.trim_end_matches('/') == origin);
    let authority = request.authority.as_str();
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let is_certain = host == "localhost" || host.parse::<IpAddr>().is_ok();
    is_told || (is_certain && origin == request.origin())
}

fn refused(status: u16, why: &str) -> Plan {
    let problem = serde_json::json!({
        "type": format!("/{status}"),
        "title": httpwhy_core::name(status),
        "status": status,
        "detail": why,
        "instance": "/mcp",
    });
    Plan::new(status).field("Cache-Control", "no-store").content("application/problem+json", format!("{problem:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn post(fields: &[(&str, &str)], content: &'static str) -> Plan {
        let config = Config { public_url: Some("https://why.example/".to_owned()), ..Config::default() };
        let mut request = Request::get("/mcp").with("Content-Type", "application/json");
        request.method = "POST".to_owned();
        request.content = content.into();
        let request = fields.iter().fold(request, |request, (name, value)| request.with(name, value));
        match answer(&Arc::new(Site::new(config)), &request).unwrap() {
            Answer::Now(plan) => plan,
            Answer::Later(_) => panic!("a short message is answered at once"),
        }
    }

    const PING: &str = r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;

    #[test]
    fn a_message_is_answered_and_a_notification_accepted() {
        assert_eq!(post(&[], PING).status, 200);
        assert_eq!(post(&[], r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#).status, 202);
    }

    #[test]
    fn pages_of_other_sites_are_refused() {
        let from = |origin| post(&[("Origin", origin)], PING).status;
        assert_eq!((from("http://localhost"), from("https://why.example")), (200, 200));
        assert_eq!((from("https://evil.example"), from("null")), (403, 403));
    }

    #[test]
    fn a_name_that_was_made_to_lead_here_is_not_ours() {
        let mut request = Request::get("/mcp").with("Origin", "http://evil.example");
        request.authority = "evil.example".to_owned();
        assert!(!is_from_here(&Site::new(Config::default()), &request));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        assert_eq!(post(&[("MCP-Protocol-Version", "1999-01-01")], PING).status, 400);
        let site = Arc::new(Site::new(Config::default()));
        let Some(Answer::Now(plan)) = answer(&site, &Request::get("/mcp")) else { panic!() };
        assert_eq!((plan.status, plan.get("Allow")), (405, Some("POST, OPTIONS")));
    }
}
