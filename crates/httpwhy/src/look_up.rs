//! Looks a query up.

use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_report::Report;

use crate::error::Error;

/// What a query leads to, and how it was read if that is not plain.
pub fn look_up(query: &str) -> Result<(Report, Option<String>), Error> {
    if query.trim().is_empty() {
        return Err(Error::NothingGiven);
    }
    match ask(query) {
        Answer::One(target) => Ok((Report::target(target), read_as(query, target))),
        Answer::Several(targets) => Ok((Report::several(&targets), None)),
        Answer::Nothing { nearest } => {
            let nearest = nearest.into_iter().flat_map(|target| Report::several(&[target]).brief()).collect();
            Err(Error::NothingFound { query: query.to_owned(), nearest })
        }
    }
}

fn read_as(query: &str, target: Target) -> Option<String> {
    let name = match target {
        Target::Code(code) => format!("{:03} {}", code.number, code.name),
        Target::Cause(cause) => cause.id.to_owned(),
        Target::Comparison(comparison) => comparison.question.to_owned(),
        Target::Subcode(subcode) => format!("{} {}", subcode.code, subcode.name),
        Target::Number(_) => return None,
    };
    (!name.to_lowercase().contains(&query.to_lowercase())).then(|| format!("“{query}” is read as {name}"))
}
