//! The report on one sub-code: what the vendor adds, on top of the code a client sees.

use httpwhy_core::{Class, Code, Likely, Often, Subcode, Verdict, Who};

use super::code::{AdviceJson, CodeReport, RetryJson, empty};
use super::parts::{CauseJson, SourceJson, tone};

pub fn report(subcode: Subcode) -> CodeReport {
    let vendor = subcode.vendor;
    let code = subcode.status.and_then(Code::get);
    let class = code.map_or(Class::None, |code| code.class);
    CodeReport {
        code: subcode.status,
        subcode: Some(subcode.code),
        name: Some(subcode.name),
        by: Some(vendor.name),
        standing: Some("vendor"),
        summary: subcode.meaning.to_owned(),
        meaning: meaning(subcode, code),
        advice: advice(subcode),
        retry: retry(subcode),
        cacheable_by_default: code.map(|code| code.cacheable_by_default),
        content: code.map(|code| code.content.word()),
        causes: subcode.cause.map(|cause| CauseJson::of(Likely { cause, often: Often::Usual })).into_iter().collect(),
        related: subcode.status.into_iter().collect(),
        sources: SourceJson::all(vendor.sources),
        tone: tone(class),
        ..empty(class)
    }
}

fn meaning(subcode: Subcode, code: Option<Code>) -> String {
    let vendor = subcode.vendor;
    let seen = match code {
        Some(code) => format!("The client sees **{} {}**.", code.number, code.name),
        None => "Which status the client sees is not documented.".to_owned(),
    };
    let also = subcode.also.map(|also| format!("\n\nAlso: {also}")).unwrap_or_default();
    let who = format!("Who must act: {}.", subcode.who_must_act.word());
    format!("{seen} {who}\n\n{} {}{also}", vendor.about, vendor.where_shown)
}

/// What to do stands with whoever must do it; who meets a client's code at a browser is its caller too.
fn advice(subcode: Subcode) -> AdviceJson {
    let action = Some(subcode.action);
    match subcode.who_must_act {
        Who::Visitor | Who::Caller => AdviceJson { visitor: action, caller: action, ..AdviceJson::default() },
        Who::Owner | Who::Provider | Who::Nobody | Who::Unknown => {
            AdviceJson { operator: action, ..AdviceJson::default() }
        }
    }
}

fn known(verdict: Verdict) -> Option<&'static str> {
    (verdict != Verdict::Unknown).then(|| verdict.word())
}

fn retry(subcode: Subcode) -> RetryJson {
    match subcode.cause {
        Some(cause) => RetryJson { verdict: known(cause.retryable), note: cause.retry_note },
        None => RetryJson { verdict: None, note: None },
    }
}
