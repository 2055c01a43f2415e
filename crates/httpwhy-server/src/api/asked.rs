//! What a request of the API asks: the values in its path, and its parameters, which must be known.

use crate::request::Request;

use super::problem::Problem;
use super::routes::{Parameter, Route};

/// A request whose parameters are ones that its route knows.
pub struct Asked<'a> {
    /// As it came.
    pub request: &'a Request,
    /// What stands for `{…}` in the path, decoded.
    pub values: &'a [String],
    /// Names and values of the query, each name once.
    pub parameters: Vec<(String, String)>,
}

impl Asked<'_> {
    /// What stands for the first `{…}`.
    pub fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The parameters, if the route knows them all. A name that is misspelt would otherwise ask for something else.
pub fn parameters(route: &Route, request: &Request) -> Result<Vec<(String, String)>, Problem> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (name, value) in request.parameters() {
        if !route.query().any(|known| known.name == name) {
            return Err(unknown(&name, route));
        }
        if all.iter().any(|(known, _)| *known == name) {
            return Err(Problem::parameter(&name, "It stands there twice.", "Give it once."));
        }
        all.push((name.into_owned(), value.into_owned()));
    }
    Ok(all)
}

fn unknown(name: &str, route: &Route) -> Problem {
    let known: Vec<&str> = route.query().map(|parameter: &Parameter| parameter.name).collect();
    let help = if known.is_empty() {
        "This path takes no parameters.".to_owned()
    } else {
        format!("This path takes: {}.", known.join(", "))
    };
    Problem::parameter(name, "There is no such parameter here.", &help)
}
