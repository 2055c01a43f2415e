//! `/status/CODE`: any status, as the protocol means it.

use std::sync::Arc;

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;

/// The answer that needs no content of the request, such as 417 or 413 before `100 Continue`.
pub fn refusal(_site: &Site, _request: &Request) -> Option<Plan> {
    None
}

/// The answer, if the path is ours.
pub fn answer(_site: &Arc<Site>, request: &Request) -> Option<Answer> {
    let code = request.path.strip_prefix("/status/")?.get(..3)?.parse().ok()?;
    Some(Plan::new(code).content("text/plain", format!("{code}\n")).into())
}
