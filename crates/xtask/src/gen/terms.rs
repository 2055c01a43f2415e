//! The texts a search walks: what each thing can be found by, and how much that weighs.

use super::head;
use super::pool::Pool;
use crate::knowledge::Knowledge;
use crate::knowledge::record::{CodeHead, Standing};

/// A name counts most, a sentence least. Between equal texts a code of the registry comes first, then a cause, then a
/// code or sub-code that only one vendor has. What weighs `NAMES` (in `search/score.rs`) or more names its target.
struct Weights {
    name: u8,
    also_named: u8,
    keyword: u8,
}

const REGISTERED: Weights = Weights { name: 12, also_named: 11, keyword: 9 };
const VENDOR: Weights = Weights { name: 7, also_named: 7, keyword: 5 };
const CAUSE: Weights = Weights { name: 8, also_named: 5, keyword: 7 };
const QUESTION: u8 = 5;
const ELSEWHERE: u8 = 6;
const SUBCODE: u8 = 6;
const BY: u8 = 3;
const SENTENCE: u8 = 2;

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for (place, file) in knowledge.codes.values().enumerate() {
        code(pool, place, &file.head);
    }
    for (place, (id, file)) in knowledge.causes.iter().enumerate() {
        let mut term = |text: &str, weight| put(pool, "Cause", place, text, weight);
        term(id, CAUSE.name);
        file.head.keywords.iter().for_each(|words| term(words, CAUSE.keyword));
        term(&file.head.title, CAUSE.also_named);
    }
    for (place, file) in knowledge.comparisons.values().enumerate() {
        let mut term = |text: &str| put(pool, "Comparison", place, text, QUESTION);
        term(&file.head.question);
        file.head.also_asked.iter().for_each(|words| term(words));
    }
    let subcodes =
        knowledge.subcodes.values().flat_map(|list| list.subcode.iter().map(|subcode| (&list.name, subcode)));
    for (place, (vendor, subcode)) in subcodes.enumerate() {
        let mut term = |text: &str, weight| put(pool, "Subcode", place, text, weight);
        term(&subcode.name, SUBCODE);
        term(vendor, SENTENCE);
        term(&subcode.meaning, SENTENCE);
    }
    head("What a search walks.", &["crate::search::terms::{Kind, Term}", "crate::table::Str"]) + &pool.spell(&["TERMS"])
}

fn code(pool: &mut Pool, place: usize, head: &CodeHead) {
    // 0 is no vendor's: every tool has it.
    let weights = if head.standing == Standing::Vendor && head.code > 0 { VENDOR } else { REGISTERED };
    let mut term = |text: &str, weight| put(pool, "Code", place, text, weight);
    term(&head.name, weights.name);
    head.also_named.iter().for_each(|name| term(name, weights.also_named));
    head.keywords.iter().for_each(|words| term(words, weights.keyword));
    head.elsewhere.iter().for_each(|other| term(&other.name, ELSEWHERE));
    term(&head.by, BY);
    term(&head.summary, SENTENCE);
}

fn put(pool: &mut Pool, kind: &str, place: usize, text: &str, weight: u8) {
    let text = pool.text(text);
    pool.list(
        "TERMS",
        "Term",
        vec![format!("Term {{ text: {text}, kind: Kind::{kind}, place: {place}, weight: {weight} }}")],
    );
}
