//! `/status/CODE`: any status, as the protocol means it.

mod change;
mod choice;
mod compose;
mod content;
mod control;
pub(crate) mod cors;
mod explained;
mod fields;
mod marked;
pub(crate) mod peers;
mod range;
mod redirects;
mod sequence;
mod series;
mod target;
pub(crate) mod upgrade;

use std::sync::Arc;

#[cfg(test)]
pub(crate) use control::NAMES as CONTROLS;
pub(crate) use series::Series;

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;
use target::Target;

/// The answer that needs no content of the request, such as 417 or 413 before `100 Continue`.
pub fn refusal(site: &Site, request: &Request) -> Option<Plan> {
    if !announces_content(request) {
        return None;
    }
    let Target::Code(code) = Target::of(request)? else { return None };
    (is_told_by_the_head(code) && !control::picks(request)).then(|| plan(site, request, Target::Code(code)))
}

/// The answer, if the path is ours.
pub fn answer(site: &Arc<Site>, request: &Request) -> Option<Answer> {
    let target = Target::of(request)?;
    if cors::is_preflight(request) {
        return Some(cors::preflight(request).into());
    }
    Some(plan(site, request, target).into())
}

fn plan(site: &Site, request: &Request, target: Target) -> Plan {
    match target {
        Target::Code(code) if !control::is_asked(request) => compose::plain(request, code),
        target => compose::with_control(site, request, target).unwrap_or_else(|refused| refused.plan()),
    }
}

fn announces_content(request: &Request) -> bool {
    let fields = &request.fields;
    fields.get("transfer-encoding").is_some() || fields.get("content-length").is_some_and(|length| length != "0")
}

/// What a server can refuse before it has seen the content (RFC 9110, section 10.1.1).
fn is_told_by_the_head(code: u16) -> bool {
    matches!(code, 401..=405 | 407 | 411..=415 | 417 | 421 | 425 | 426 | 428 | 429 | 431 | 501 | 503 | 505 | 511)
}

#[cfg(test)]
mod tests;
