//! The table of causes.

use super::pool::{Pool, row};
use super::{cause, citations, head};
use crate::knowledge::Knowledge;
use crate::knowledge::record::{CauseFile, Step};

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for (id, file) in &knowledge.causes {
        let row = one(knowledge, pool, id, file);
        pool.list("CAUSES", "CauseRow", vec![row]);
    }
    let uses = [
        "crate::cause::{CauseRow, MistakeRow, StepRow}",
        "crate::table::{At, List, Str}",
        "crate::{Family, Verdict, Who}",
    ];
    head("Causes.", &uses) + &pool.spell(&["CAUSES", "MISTAKES", "STEPS", "WHO"])
}

fn one(knowledge: &Knowledge, pool: &mut Pool, id: &str, CauseFile { head, body }: &CauseFile) -> String {
    let mistakes = head
        .mistaken_for
        .iter()
        .map(|other| row("MistakeRow", &[("cause", cause(knowledge, &other.id)), ("how", pool.text(&other.how))]));
    let mistakes: Vec<String> = mistakes.collect();
    let who = head.who_else.iter().map(|who| format!("Who::{}", who.variant())).collect();
    let fields = [
        ("id", pool.text(id)),
        ("title", pool.text(&head.title)),
        ("family", format!("Family::{}", head.family.variant())),
        ("who_must_act", format!("Who::{}", head.who_must_act.variant())),
        ("who_else", pool.list("WHO", "Who", who)),
        ("retryable", format!("Verdict::{}", head.retryable.variant())),
        ("retry_note", pool.option(head.retry_note.as_deref())),
        ("keywords", pool.texts(&head.keywords)),
        ("meaning", pool.text(&body.meaning)),
        ("visitor", pool.option(body.visitor.as_deref())),
        ("caller", pool.option(body.caller.as_deref())),
        ("confirm", steps(knowledge, pool, &head.confirm)),
        ("fix", steps(knowledge, pool, &head.fix)),
        ("mistaken_for", pool.list("MISTAKES", "MistakeRow", mistakes)),
        ("sources", citations(knowledge, pool, &head.sources)),
    ];
    row("CauseRow", &fields)
}

fn steps(knowledge: &Knowledge, pool: &mut Pool, steps: &[Step]) -> String {
    let step = |pool: &mut Pool, step: &Step| {
        let platform = step.platform.as_ref().map(|id| knowledge.platforms[id].as_str());
        let command = step.command.as_deref().map(str::trim);
        row(
            "StepRow",
            &[
                ("action", pool.text(&step.action)),
                ("command", pool.option(command)),
                ("platform", pool.option(platform)),
            ],
        )
    };
    let rows = steps.iter().map(|one| step(pool, one)).collect();
    pool.list("STEPS", "StepRow", rows)
}
