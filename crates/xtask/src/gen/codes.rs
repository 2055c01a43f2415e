//! The table of codes, and the two arrays that find a code and a name by number.

use super::rust::{cause, citation, citations, head, list, numbers, option, text, texts};
use crate::knowledge::Knowledge;
use crate::knowledge::record::CodeFile;

/// Stands in `PLACES` for a number without a code.
const NOWHERE: u8 = u8::MAX;

pub fn emit(knowledge: &Knowledge) -> String {
    assert!(knowledge.codes.len() < usize::from(NOWHERE), "PLACES holds one byte a number");
    let mut out = head("Codes.");
    out.push_str("use super::causes::CAUSES;\nuse super::sources::cite;\n");
    out.push_str("use crate::{Advice, Class, Code, Confusion, Content, Elsewhere, FieldRule, Level, Likely, Often, Retry, Side, Standing, Verdict};\n\n");
    let numbers: Vec<u16> = knowledge.codes.keys().copied().collect();
    let place = |number: u16| numbers.binary_search(&number).ok();
    let places: Vec<String> =
        (0..1000).map(|number| place(number).map_or(NOWHERE, |place| place as u8).to_string()).collect();
    out.push_str(&format!("pub(crate) static PLACES: [u8; 1000] = [{}];\n\n", places.join(", ")));
    let names: Vec<String> =
        (0..1000).map(|number| option(knowledge.codes.get(&number).map(|file| file.head.name.as_str()))).collect();
    out.push_str(&format!("pub(crate) static NAMES: [Option<&str>; 1000] = [{}];\n\n", names.join(", ")));
    out.push_str(&format!("pub(crate) static CODES: [Code; {}] = [\n", numbers.len()));
    for file in knowledge.codes.values() {
        out.push_str(&row(knowledge, file));
    }
    out + "];\n"
}

fn row(knowledge: &Knowledge, CodeFile { head, body }: &CodeFile) -> String {
    let causes = list(&head.causes, |likely| {
        format!("Likely {{ cause: {}, often: Often::{} }}", cause(knowledge, &likely.id), likely.often.variant())
    });
    let rules = list(&head.fields, |rule| {
        format!(
            "FieldRule {{ name: {}, level: Level::{}, on: Side::{}, note: {}, source: {} }}",
            text(&rule.name),
            rule.level.variant(),
            rule.on.variant(),
            option(rule.note.as_deref()),
            citation(knowledge, &rule.source)
        )
    });
    let elsewhere = list(&head.elsewhere, |other| {
        format!(
            "Elsewhere {{ by: {}, name: {}, meaning: {}, tell: {}, source: {} }}",
            text(&other.by),
            text(&other.name),
            text(&other.meaning),
            option(other.tell.as_deref()),
            citation(knowledge, &other.source)
        )
    });
    let advice = format!(
        "Advice {{ visitor: {}, caller: {}, operator: {}, designer: {} }}",
        option(body.visitor.as_deref()),
        option(body.caller.as_deref()),
        option(body.operator.as_deref()),
        option(body.designer.as_deref())
    );
    let fields = [
        ("number", head.code.to_string()),
        ("name", text(&head.name)),
        ("by", text(&head.by)),
        ("also_named", texts(&head.also_named)),
        ("standing", format!("Standing::{}", head.standing.variant())),
        ("class", format!("Class::of({})", head.code)),
        ("summary", text(&head.summary)),
        ("keywords", texts(&head.keywords)),
        ("api_use", option(head.api_use.as_deref())),
        ("content", format!("Content::{}", head.content.variant())),
        ("cacheable_by_default", head.cacheable_by_default.to_string()),
        (
            "retry",
            format!("Retry {{ verdict: Verdict::{}, note: {} }}", head.retry.verdict.variant(), text(&head.retry.note)),
        ),
        ("causes", causes),
        ("fields", rules),
        (
            "confused_with",
            list(&head.confused_with, |other| {
                format!("Confusion {{ number: {}, how: {} }}", other.code, text(&other.how))
            }),
        ),
        ("elsewhere", elsewhere),
        ("related", numbers(&head.related)),
        ("meaning", text(&body.meaning)),
        ("advice", advice),
        ("situation", option(body.situation.as_deref())),
        ("example", option(body.example.as_deref())),
        ("sources", citations(knowledge, &head.sources)),
    ];
    let body: String = fields.iter().map(|(name, value)| format!("        {name}: {value},\n")).collect();
    format!("    Code {{\n{body}    }},\n")
}
