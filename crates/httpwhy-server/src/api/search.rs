//! Finds what somebody means.

use httpwhy_report::render;

use super::asked::Asked;
use super::problem::Problem;
use crate::reports;

pub fn search(asked: &Asked) -> Result<String, Problem> {
    let help = "Give a code, a name or words, as in /api/v1/search?q=forbidden.";
    let bad = |what: &str| Problem::parameter("q", what, help);
    let query = asked.parameter("q").ok_or_else(|| bad("It is missing."))?;
    reports::found(query).map(|report| render::json(&report)).map_err(|refusal| bad(&refusal.says))
}
