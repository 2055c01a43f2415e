//! The site for people.

use std::sync::Arc;

use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;

/// A page; of an unknown path one that helps.
pub fn answer(_site: &Arc<Site>, _request: &Request) -> Answer {
    Plan::new(404).content("text/plain", "Nothing here.\n").into()
}
