//! `/api/v1/…`: the reports as JSON.

use std::sync::Arc;

use crate::plan::Answer;
use crate::request::Request;
use crate::site::Site;

/// Whether content of this path is evidence, which may be long.
pub fn takes_evidence(path: &str) -> bool {
    path == "/api/v1/diagnose"
}

/// The answer, if the path is ours.
pub fn answer(_site: &Arc<Site>, _request: &Request) -> Option<Answer> {
    None
}
