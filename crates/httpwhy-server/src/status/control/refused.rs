//! A wish that cannot be met: 400, with what was wrong and what is allowed.

use std::borrow::Cow;

use serde::Serialize;

use crate::plan::Plan;
use crate::status::{cors, marked};

/// A wish that cannot be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The value of a parameter.
    Value {
        /// The parameter; `path` for a part of the path.
        parameter: Cow<'static, str>,
        /// As it came, shortened.
        value: String,
        /// What would be taken.
        allowed: Cow<'static, str>,
    },
    /// 101 over HTTP/2.
    SwitchInHttp2,
}

const SHOWN: usize = 200;

impl Refused {
    /// Of a value.
    pub fn new(parameter: impl Into<Cow<'static, str>>, value: &str, allowed: impl Into<Cow<'static, str>>) -> Refused {
        let value = value.chars().take(SHOWN).collect();
        Refused::Value { parameter: parameter.into(), value, allowed: allowed.into() }
    }

    /// Problem details (RFC 9457).
    pub fn plan(&self) -> Plan {
        // Not `asked`: nobody asked for this 400.
        let plan = Plan::new(400).field(marked::NAME, marked::told("provoked", 400)).field("Cache-Control", "no-store");
        let content = serde_json::to_string(&self.problem()).expect("texts can be written as JSON") + "\n";
        cors::allow(plan).content("application/problem+json", content)
    }

    fn problem(&self) -> Problem<'_> {
        let blank = Problem { r#type: "about:blank", title: "Bad Request", status: 400, ..Problem::default() };
        match self {
            Refused::Value { parameter, value, allowed } => Problem {
                detail: format!("{parameter} cannot be \"{value}\". It takes {allowed}."),
                parameter: Some(parameter),
                value: Some(value),
                allowed: Some(allowed),
                ..blank
            },
            Refused::SwitchInHttp2 => Problem { detail: NO_SWITCH.to_owned(), ..blank },
        }
    }
}

const NO_SWITCH: &str = "HTTP/2 has no 101 (RFC 9113, section 8.6): nothing can be switched on a connection that others \
                         share. Ask by HTTP/1.1.";

#[derive(Default, Serialize)]
struct Problem<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Content;

    #[test]
    fn it_names_parameter_value_and_what_is_allowed() {
        let plan = Refused::new("delay", "soon", "a duration").plan();
        let Content::Whole(bytes) = &plan.content else { unreachable!() };
        let problem: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        assert_eq!((plan.status, plan.get("content-type")), (400, Some("application/problem+json")));
        assert_eq!(problem["parameter"], "delay");
        assert_eq!(problem["value"], "soon");
        assert_eq!(problem["allowed"], "a duration");
    }

    #[test]
    fn a_long_value_is_shortened() {
        let Refused::Value { value, .. } = Refused::new("body", &"ä".repeat(9000), "") else { unreachable!() };
        assert_eq!(value.chars().count(), SHOWN);
    }
}
