//! `explain=1`: the plan that would be carried out, as JSON.

use serde::Serialize;

use super::{cors, marked};
use crate::plan::{Before, Content, Field, Plan};

#[derive(Serialize)]
struct Explained<'a> {
    schema: u8,
    kind: &'static str,
    asked: u16,
    before: Vec<Step<'a>>,
    status: u16,
    reason: Option<&'a str>,
    fields: &'a [Field],
    content: Option<Shown<'a>>,
    trailers: &'a [Field],
    closes: bool,
    fault: Option<String>,
    switch: Option<String>,
    source: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Step<'a> {
    Wait { wait_ms: u64 },
    Interim { interim: u16, fields: &'a [Field] },
}

#[derive(Serialize)]
struct Shown<'a> {
    length: usize,
    text: std::borrow::Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    piece: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    every_ms: Option<u64>,
}

/// What would be sent for this code.
pub fn plan(code: u16, plan: &Plan) -> Plan {
    let explained = Explained {
        schema: 1,
        kind: "plan",
        asked: code,
        before: plan.before.iter().map(step).collect(),
        status: plan.status,
        reason: plan.reason.as_deref().or(httpwhy_core::name(plan.status)),
        fields: &plan.fields,
        content: shown(&plan.content),
        trailers: &plan.trailers,
        closes: plan.closes,
        fault: plan.fault.as_ref().map(|fault| format!("{fault:?}")),
        switch: plan.switch.map(|switch| format!("{switch:?}")),
        source: marked::source(code).url().to_string(),
    };
    let content = serde_json::to_string_pretty(&explained).expect("numbers and texts can be written as JSON") + "\n";
    cors::allow(Plan::new(200)).field("Cache-Control", "no-store").content("application/json", content)
}

fn step(before: &Before) -> Step<'_> {
    match before {
        Before::Wait(wait) => Step::Wait { wait_ms: wait.as_millis() as u64 },
        Before::Interim(interim, fields) => Step::Interim { interim: *interim, fields },
    }
}

fn shown(content: &Content) -> Option<Shown<'_>> {
    let whole =
        |bytes| Shown { length: <[u8]>::len(bytes), text: String::from_utf8_lossy(bytes), piece: None, every_ms: None };
    match content {
        Content::Empty | Content::Stream { .. } => None,
        Content::Whole(bytes) => Some(whole(bytes)),
        Content::Pieces { bytes, piece, every, .. } => {
            Some(Shown { piece: Some(*piece), every_ms: Some(every.as_millis() as u64), ..whole(bytes) })
        }
    }
}
