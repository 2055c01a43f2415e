//! For machines that watch: `/healthz` and `/metrics`.

use crate::plan::Plan;
use crate::request::Request;
use crate::site::Site;

/// The answer, if the path is ours.
pub fn answer(site: &Site, request: &Request) -> Option<Plan> {
    let text = match request.path.as_str() {
        "/healthz" if site.is_stopping() => return Some(Plan::new(503).field("Retry-After", "1").close()),
        "/healthz" => "ok\n".to_owned(),
        "/metrics" => site.metrics.text(),
        _ => return None,
    };
    if !request.is_read() {
        return Some(Plan::new(405).field("Allow", "GET, HEAD"));
    }
    Some(Plan::new(200).field("Cache-Control", "no-store").content("text/plain; version=0.0.4; charset=utf-8", text))
}
