//! Little resources that are real: ranges, preconditions, a store, credentials, limits.

use std::sync::Arc;

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;

/// The answer that needs no content of the request.
pub fn refusal(_site: &Site, _request: &Request) -> Option<Plan> {
    None
}

/// The answer, if the path is ours.
pub fn answer(_site: &Arc<Site>, _request: &Request) -> Option<Answer> {
    None
}
