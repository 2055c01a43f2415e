//! The table of codes, and the two arrays that find a code and a name by number.

use super::pool::{Pool, row};
use super::{cause, citation, citations, head};
use crate::knowledge::Knowledge;
use crate::knowledge::record::{CodeFile, CodeHead};

/// Stands in `PLACES` for a number without a code.
const NOWHERE: u8 = u8::MAX;

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    assert!(knowledge.codes.len() < usize::from(NOWHERE), "PLACES holds one byte a number");
    for file in knowledge.codes.values() {
        let row = one(knowledge, pool, file);
        pool.list("CODES", "CodeRow", vec![row]);
    }
    let uses = [
        "crate::code::{AdviceRow, CodeRow, ConfusionRow, ElsewhereRow, FieldRuleRow, LikelyRow, RetryRow}",
        "crate::source::CitationRow",
        "crate::table::{At, List, Str}",
        "crate::{Class, Content, Level, Often, Side, Standing, Verdict}",
    ];
    let tables = ["CODES", "CONFUSIONS", "ELSEWHERE", "FIELD_RULES", "LIKELY"];
    head("Codes.", &uses) + &by_number(knowledge) + &pool.spell(&tables)
}

/// `name` is one look into an array, so the names stand there as they are.
fn by_number(knowledge: &Knowledge) -> String {
    let numbers: Vec<u16> = knowledge.codes.keys().copied().collect();
    let place = |number: u16| numbers.binary_search(&number).map_or(NOWHERE, |place| place as u8).to_string();
    let name = |number: u16| {
        knowledge.codes.get(&number).map_or("None".to_owned(), |file| format!("Some({:?})", file.head.name))
    };
    let all = |spell: &dyn Fn(u16) -> String| (0..1000).map(spell).collect::<Vec<_>>().join(", ");
    format!(
        "pub(crate) static PLACES: [u8; 1000] = [{}];\n\npub(crate) static NAMES: [Option<&str>; 1000] = [{}];\n\n",
        all(&place),
        all(&name)
    )
}

fn one(knowledge: &Knowledge, pool: &mut Pool, CodeFile { head, body }: &CodeFile) -> String {
    let advice = [
        ("visitor", pool.option(body.visitor.as_deref())),
        ("caller", pool.option(body.caller.as_deref())),
        ("operator", pool.option(body.operator.as_deref())),
        ("designer", pool.option(body.designer.as_deref())),
    ];
    let retry =
        [("verdict", format!("Verdict::{}", head.retry.verdict.variant())), ("note", pool.text(&head.retry.note))];
    let fields = [
        ("number", head.code.to_string()),
        ("name", pool.text(&head.name)),
        ("by", pool.text(&head.by)),
        ("also_named", pool.texts(&head.also_named)),
        ("standing", format!("Standing::{}", head.standing.variant())),
        ("class", format!("Class::of({})", head.code)),
        ("summary", pool.text(&head.summary)),
        ("keywords", pool.texts(&head.keywords)),
        ("api_use", pool.option(head.api_use.as_deref())),
        ("content", format!("Content::{}", head.content.variant())),
        ("cacheable_by_default", head.cacheable_by_default.to_string()),
        ("retry", row("RetryRow", &retry)),
        ("causes", causes(knowledge, pool, head)),
        ("fields", rules(knowledge, pool, head)),
        ("confused_with", confusions(pool, head)),
        ("elsewhere", elsewhere(knowledge, pool, head)),
        ("related", pool.numbers(&head.related)),
        ("meaning", pool.text(&body.meaning)),
        ("advice", row("AdviceRow", &advice)),
        ("situation", pool.option(body.situation.as_deref())),
        ("example", pool.option(body.example.as_deref())),
        ("sources", citations(knowledge, pool, &head.sources)),
    ];
    row("CodeRow", &fields)
}

fn causes(knowledge: &Knowledge, pool: &mut Pool, head: &CodeHead) -> String {
    let likely = head.causes.iter().map(|likely| {
        row(
            "LikelyRow",
            &[("cause", cause(knowledge, &likely.id)), ("often", format!("Often::{}", likely.often.variant()))],
        )
    });
    let rows = likely.collect();
    pool.list("LIKELY", "LikelyRow", rows)
}

fn rules(knowledge: &Knowledge, pool: &mut Pool, head: &CodeHead) -> String {
    let rules = head.fields.iter().map(|rule| {
        let fields = [
            ("name", pool.text(&rule.name)),
            ("level", format!("Level::{}", rule.level.variant())),
            ("on", format!("Side::{}", rule.on.variant())),
            ("note", pool.option(rule.note.as_deref())),
            ("source", citation(knowledge, pool, &rule.source)),
        ];
        row("FieldRuleRow", &fields)
    });
    let rows = rules.collect();
    pool.list("FIELD_RULES", "FieldRuleRow", rows)
}

fn confusions(pool: &mut Pool, head: &CodeHead) -> String {
    let others = head
        .confused_with
        .iter()
        .map(|other| row("ConfusionRow", &[("number", other.code.to_string()), ("how", pool.text(&other.how))]));
    let rows = others.collect();
    pool.list("CONFUSIONS", "ConfusionRow", rows)
}

fn elsewhere(knowledge: &Knowledge, pool: &mut Pool, head: &CodeHead) -> String {
    let others = head.elsewhere.iter().map(|other| {
        let fields = [
            ("by", pool.text(&other.by)),
            ("name", pool.text(&other.name)),
            ("meaning", pool.text(&other.meaning)),
            ("tell", pool.option(other.tell.as_deref())),
            ("source", citation(knowledge, pool, &other.source)),
        ];
        row("ElsewhereRow", &fields)
    });
    let rows = others.collect();
    pool.list("ELSEWHERE", "ElsewhereRow", rows)
}
