//! The answer to a client that did what a status is for: problem details (RFC 9457), and a field that says it is meant.

use httpwhy_core::Code;
use serde_json::{Map, Value, json};

use crate::marked;
use crate::plan::Plan;

/// This status, with a sentence on what the client did and what to change.
pub fn provoked(code: u16, detail: impl Into<String>) -> Plan {
    provoked_with(code, detail, json!({}))
}

/// The same with more members of the problem details.
pub fn provoked_with(code: u16, detail: impl Into<String>, members: Value) -> Plan {
    let mut problem = Map::new();
    problem.insert("title".to_owned(), Code::get(code).map_or("Unknown", |code| code.name).into());
    problem.insert("status".to_owned(), code.into());
    problem.insert("detail".to_owned(), detail.into().into());
    if let Value::Object(members) = members {
        problem.extend(members);
    }
    marked(Plan::new(code)).content("application/problem+json", format!("{:#}\n", Value::Object(problem)))
}

/// The plan with the field that says a failure was provoked; it must not be cached (RFC 9110, 15.1 allows some to be).
pub fn marked(plan: Plan) -> Plan {
    let told = marked::told("provoked", plan.status);
    plan.field(marked::NAME, told).field("Cache-Control", "no-store")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provoked_answer_says_so() {
        let plan = provoked(412, "If-Match names another version.");
        assert_eq!(plan.get("httpwhy"), Some("provoked; code=412; source=\"RFC 9110, 15.5.13\""));
        assert_eq!(plan.get("content-type"), Some("application/problem+json"));
        assert_eq!(plan.get("cache-control"), Some("no-store"));
    }

    #[test]
    fn the_mark_is_a_field_value_for_every_code() {
        for code in 400..600 {
            let plan = marked(Plan::new(code));
            assert!(plan.get("httpwhy").is_some_and(|value| value.is_ascii()), "{code}");
        }
    }
}
