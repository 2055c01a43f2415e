//! Which room answers: a table of contents of the server.

use std::sync::Arc;

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;
use crate::{api, endpoints, health, mcp, pages, remembered, status, upstream};

/// What must be known before content is read.
#[derive(Debug)]
pub struct Admission {
    /// The most bytes of content that are read.
    pub most_content: usize,
    /// The answer that needs no content; then none is asked for (`Expect: 100-continue`).
    pub refusal: Option<Plan>,
}

/// Decides on the head alone.
pub fn admit(site: &Site, request: &Request) -> Admission {
    let limits = &site.config.limits;
    if upstream::takes(site, request) {
        return Admission { most_content: limits.most_content, refusal: None };
    }
    let is_evidence = api::takes_evidence(&request.path) || request.path == "/why" || request.path == "/mcp";
    let most_content = if is_evidence { limits.most_evidence } else { limits.most_content };
    let refusal = status::refusal(site, request).or_else(|| endpoints::refusal(site, request));
    Admission { most_content, refusal }
}

/// Answers a whole request. The first room that knows the path answers; what nobody knows is a page that helps.
pub fn respond(site: &Arc<Site>, request: &Request) -> Answer {
    upstream::answer(site, request)
        .or_else(|| status::answer(site, request))
        .or_else(|| health::answer(site, request).map(Answer::Now))
        .or_else(|| endpoints::answer(site, request))
        .unwrap_or_else(|| told(site, request))
}

/// What is told is the same for all who ask alike, so it is made once.
fn told(site: &Arc<Site>, request: &Request) -> Answer {
    let may_be_kept = remembered::may_be_kept(request);
    if let (true, Some(plan)) = (may_be_kept, site.remembered.plan(request)) {
        return plan.into();
    }
    let answer = api::answer(site, request)
        .or_else(|| mcp::answer(site, request))
        .unwrap_or_else(|| pages::answer(site, request));
    if let (true, Answer::Now(plan)) = (may_be_kept, &answer) {
        site.remembered.keep(request, plan);
    }
    answer
}
