//! What the API refuses, as problem details (RFC 9457): what, where, and what to do.

use httpwhy_core::Code;
use serde_json::{Map, Value, json};

use crate::plan::{Field, Plan};
use crate::reports::Refusal;
use crate::request::Request;

use super::routes::{Media, Route, allowed};

/// A refusal.
#[derive(Debug)]
pub struct Problem {
    status: u16,
    detail: String,
    /// More that a program may read.
    members: Map<String, Value>,
    fields: Vec<Field>,
}

impl Problem {
    /// What is wrong, and what to do.
    pub fn new(status: u16, what: &str, help: &str) -> Problem {
        let detail = format!("{what} {help}").trim_end().to_owned();
        Problem { status, detail, members: Map::new(), fields: Vec::new() }
    }

    /// A name that leads nowhere; the path of the list has all.
    pub fn unknown(refusal: Refusal, list: &str) -> Problem {
        let nearest = json!(refusal.nearest);
        let is_near = !refusal.nearest.is_empty();
        let problem = Problem::new(404, &String::from(refusal), &format!("GET {list} lists all."));
        if is_near { problem.member("nearest", nearest) } else { problem }
    }

    /// A parameter that cannot be used.
    pub fn parameter(name: &str, what: &str, help: &str) -> Problem {
        Problem::new(400, &format!("Parameter “{name}”: {what}"), help).member("parameter", json!(name))
    }

    /// The path is known, the method is not (RFC 9110, 15.5.6).
    pub fn method(routes: &[(&Route, Vec<String>)]) -> Problem {
        let methods = allowed(routes);
        let mut problem = Problem::new(405, "This path does not take that method.", &format!("It takes {methods}."));
        problem.fields.push(("Allow".into(), methods.into()));
        problem
    }

    /// Content of another type (RFC 9110, 15.5.16).
    pub fn media_type(given: &str, media: &[Media]) -> Problem {
        let types = media.iter().map(|media| media.name).collect::<Vec<_>>().join(", ");
        let what = format!("Content of the type “{given}” is not read here.");
        let mut problem = Problem::new(415, &what, &format!("Send it as {types}."));
        problem.fields.push(("Accept".into(), types.into()));
        problem
    }

    /// Every coding was excluded (RFC 9110, 12.5.3).
    pub fn no_coding() -> Problem {
        let help = "Name gzip in it, or leave out identity;q=0.";
        let mut problem = Problem::new(406, "Your Accept-Encoding excludes every form there is.", help);
        problem.fields.push(("Vary".into(), "Accept-Encoding".into()));
        problem
    }

    /// The same with one member more.
    pub fn member(mut self, name: &str, value: Value) -> Problem {
        self.members.insert(name.to_owned(), value);
        self
    }

    /// As it goes out. Nobody keeps it: the next release may know what was asked for.
    pub fn plan(mut self, request: &Request) -> Plan {
        let known = [
            ("type", json!(format!("/{}", self.status))),
            ("title", json!(Code::get(self.status).map(|code| code.name))),
            ("status", json!(self.status)),
            ("detail", json!(self.detail)),
            ("instance", json!(request.path)),
        ];
        self.members.extend(known.map(|(name, value)| (name.to_owned(), value)));
        let content = format!("{:#}\n", Value::Object(self.members));
        let mut plan = Plan::new(self.status)
            .field("Cache-Control", "no-store")
            .field("Access-Control-Allow-Origin", "*")
            .content("application/problem+json", content);
        plan.fields.extend(self.fields);
        plan
    }
}
