//! The table of comparisons.

use super::pool::{Pool, row};
use super::{citations, head};
use crate::knowledge::Knowledge;
use crate::knowledge::record::When;

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for (id, file) in &knowledge.comparisons {
        let head = &file.head;
        let when = head.when.iter().map(|when| self::when(pool, when)).collect();
        let fields = [
            ("id", pool.text(id)),
            ("question", pool.text(&head.question)),
            ("also_asked", pool.texts(&head.also_asked)),
            ("codes", pool.numbers(&head.codes)),
            ("answer", pool.text(&head.answer)),
            ("when", pool.list("WHEN", "WhenRow", when)),
            ("text", pool.text(&file.text)),
            ("sources", citations(knowledge, pool, &head.sources)),
        ];
        pool.list("COMPARISONS", "ComparisonRow", vec![row("ComparisonRow", &fields)]);
    }
    let uses = ["crate::comparison::{ChoiceRow, ComparisonRow, WhenRow}", "crate::table::{List, Str}"];
    head("Comparisons.", &uses) + &pool.spell(&["COMPARISONS", "WHEN"])
}

fn when(pool: &mut Pool, when: &When) -> String {
    let choice = match (&when.code, &when.choice) {
        (Some(code), _) => format!("ChoiceRow::Code({code})"),
        (None, words) => format!("ChoiceRow::Words({})", pool.option(words.as_deref())),
    };
    row("WhenRow", &[("choice", choice), ("condition", pool.text(&when.condition))])
}
