//! Finds what somebody means.

use httpwhy_core::search::{Answer, ask};
use httpwhy_report::{Report, render};

use super::asked::Asked;
use super::problem::Problem;

/// Nobody types more.
const MOST_LETTERS: usize = 200;

pub fn search(asked: &Asked) -> Result<String, Problem> {
    let help = "Give a code, a name or words, as in /api/v1/search?q=forbidden.";
    let bad = |what: &str| Problem::parameter("q", what, help);
    let query = asked.parameter("q").ok_or_else(|| bad("It is missing."))?;
    if query.chars().count() > MOST_LETTERS {
        return Err(bad("It is longer than 200 characters."));
    }
    if !query.contains(|letter: char| letter.is_ascii_alphanumeric()) {
        return Err(bad("It has no letter or digit."));
    }
    Ok(render::json(&match ask(query) {
        Answer::One(target) => Report::target(target),
        Answer::Several(targets) => Report::several(&targets),
        Answer::Nothing { nearest } => Report::nothing(&nearest),
    }))
}
