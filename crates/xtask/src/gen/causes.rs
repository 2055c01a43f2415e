//! The table of causes.

use super::rust::{cause, citations, head, list, option, text, texts};
use crate::knowledge::Knowledge;
use crate::knowledge::record::{CauseFile, Step};

pub fn emit(knowledge: &Knowledge) -> String {
    let mut out = head("Causes.");
    out.push_str("use super::sources::cite;\nuse crate::{Cause, Family, Mistake, Step, Verdict, Who};\n\n");
    out.push_str(&format!("pub(crate) static CAUSES: [Cause; {}] = [\n", knowledge.causes.len()));
    for (id, file) in &knowledge.causes {
        out.push_str(&row(knowledge, id, file));
    }
    out + "];\n"
}

fn row(knowledge: &Knowledge, id: &str, CauseFile { head, body }: &CauseFile) -> String {
    let mistakes = list(&head.mistaken_for, |other| {
        format!("Mistake {{ cause: {}, how: {} }}", cause(knowledge, &other.id), text(&other.how))
    });
    let fields = [
        ("id", text(id)),
        ("title", text(&head.title)),
        ("family", format!("Family::{}", head.family.variant())),
        ("who_must_act", format!("Who::{}", head.who_must_act.variant())),
        ("who_else", list(&head.who_else, |who| format!("Who::{}", who.variant()))),
        ("retryable", format!("Verdict::{}", head.retryable.variant())),
        ("retry_note", option(head.retry_note.as_deref())),
        ("keywords", texts(&head.keywords)),
        ("meaning", text(&body.meaning)),
        ("visitor", option(body.visitor.as_deref())),
        ("caller", option(body.caller.as_deref())),
        ("confirm", list(&head.confirm, |step| self::step(knowledge, step))),
        ("fix", list(&head.fix, |step| self::step(knowledge, step))),
        ("mistaken_for", mistakes),
        ("sources", citations(knowledge, &head.sources)),
    ];
    let body: String = fields.iter().map(|(name, value)| format!("        {name}: {value},\n")).collect();
    format!("    Cause {{\n{body}    }},\n")
}

fn step(knowledge: &Knowledge, step: &Step) -> String {
    let platform = step.platform.as_ref().map(|id| knowledge.platforms[id].as_str());
    format!(
        "Step {{ action: {}, command: {}, platform: {} }}",
        text(&step.action),
        option(step.command.as_deref().map(str::trim)),
        option(platform)
    )
}
