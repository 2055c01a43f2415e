//! OPTIONS: what a path takes, and what scripts of other sites may send (the Fetch standard's CORS protocol).

use crate::plan::Plan;
use crate::request::Request;

use super::routes::{Route, allowed};

/// What a script may send beside what it may send anyway.
const FIELDS: &str = "Accept, Content-Type, If-None-Match";

/// A day: a browser need not ask before each request.
const MAX_AGE: &str = "86400";

/// A preflight is told what it may send; anybody else what there is.
pub fn options(request: &Request, routes: &[(&Route, Vec<String>)]) -> Plan {
    let methods = allowed(routes);
    let plan = Plan::new(204).field("Access-Control-Allow-Origin", "*");
    if request.fields.get("access-control-request-method").is_some() {
        return plan
            .field("Access-Control-Allow-Methods", methods)
            .field("Access-Control-Allow-Headers", FIELDS)
            .field("Access-Control-Max-Age", MAX_AGE);
    }
    let types: Vec<&str> = routes.iter().flat_map(|(route, _)| route.takes).map(|media| media.name).collect();
    let plan = plan.field("Allow", methods);
    // Linked Data Platform 1.0, 7.1: the types a POST may have.
    if types.is_empty() { plan } else { plan.field("Accept-Post", types.join(", ")) }
}
