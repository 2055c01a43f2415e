//! `explain=1`: the plan that would be carried out, as JSON.

use serde_json::{Value, json};

use super::{cors, marked};
use crate::plan::{Before, Content, Field, Plan};

/// What would be sent for this code.
pub fn plan(code: u16, plan: Plan) -> Plan {
    let object = json!({
        "schema": 1,
        "kind": "plan",
        "asked": code,
        "before": plan.before.iter().map(before).collect::<Vec<_>>(),
        "status": plan.status,
        "reason": plan.reason.as_deref().or(httpwhy_core::name(plan.status)),
        "fields": pairs(&plan.fields),
        "content": content(&plan.content),
        "trailers": pairs(&plan.trailers),
        "closes": plan.closes,
        "fault": plan.fault.as_ref().map(|fault| format!("{fault:?}")),
        "switch": plan.switch.map(|switch| format!("{switch:?}")),
        "source": marked::source(code).url().to_string(),
    });
    let answer = cors::allow(Plan::new(200)).field("Cache-Control", "no-store");
    answer.content("application/json", format!("{object:#}\n"))
}

fn before(before: &Before) -> Value {
    match before {
        Before::Wait(wait) => json!({ "wait_ms": wait.as_millis() as u64 }),
        Before::Interim(code, fields) => json!({ "interim": code, "fields": pairs(fields) }),
    }
}

fn pairs(fields: &[Field]) -> Value {
    fields.iter().map(|(name, value)| json!([name, value])).collect()
}

fn content(content: &Content) -> Value {
    let whole = |bytes: &[u8]| json!({ "length": bytes.len(), "text": String::from_utf8_lossy(bytes) });
    match content {
        Content::Empty | Content::Stream(_) => Value::Null,
        Content::Whole(bytes) => whole(bytes),
        Content::Pieces { bytes, piece, every, .. } => {
            let mut object = whole(bytes);
            object["piece"] = (*piece).into();
            object["every_ms"] = (every.as_millis() as u64).into();
            object
        }
    }
}
