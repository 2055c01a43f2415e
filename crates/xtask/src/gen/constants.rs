//! The names of the codes in each target: a rule, then the exceptions.

use std::collections::BTreeMap;

use super::pool::{Pool, row};
use super::{citation, head};
use crate::knowledge::Knowledge;
use crate::knowledge::record::{CodeHead, Standing, Target};

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for (id, target) in &knowledge.constants {
        let named = names(knowledge, target);
        let named = named
            .iter()
            .map(|(number, names)| row("NamedRow", &[("number", number.to_string()), ("names", pool.texts(names))]));
        let named = named.collect();
        let fields = [
            ("id", pool.text(id)),
            ("target", pool.text(&target.target)),
            ("language", pool.text(&target.language)),
            ("named", pool.list("NAMED", "NamedRow", named)),
            ("source", citation(knowledge, pool, &target.source)),
        ];
        pool.list("CONSTANTS", "ConstantsRow", vec![row("ConstantsRow", &fields)]);
    }
    let uses =
        ["crate::constants::{ConstantsRow, NamedRow}", "crate::source::CitationRow", "crate::table::{At, List, Str}"];
    head("Names in languages and frameworks.", &uses) + &pool.spell(&["CONSTANTS", "NAMED"])
}

fn names(knowledge: &Knowledge, target: &Target) -> BTreeMap<u16, Vec<String>> {
    let named =
        |head: &CodeHead| head.standing != Standing::Vendor && head.code != 306 && !target.missing.contains(&head.code);
    let by_rule = knowledge.codes.values().map(|file| &file.head).filter(|head| named(head));
    let mut out: BTreeMap<u16, Vec<String>> = by_rule.map(|head| (head.code, vec![spell(target, head)])).collect();
    for (code, names) in target.names.iter().chain(&target.extra) {
        out.insert(code.parse().expect("a code is a number"), names.list());
    }
    out
}

fn spell(target: &Target, head: &CodeHead) -> String {
    // The registry keeps 418 as "(Unused)"; every library that has it uses the joke's phrase.
    let phrase = if head.code == 418 { "I'm a teapot" } else { &head.name };
    let words: Vec<String> = phrase
        .replace('\'', "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let snake = words.join("_").to_lowercase();
    let camel: String = words.iter().map(|word| capitalised(word, &target.acronyms)).collect();
    let lower_camel: String = words
        .iter()
        .enumerate()
        .map(|(at, word)| if at == 0 { word.to_lowercase() } else { capitalised(word, &target.acronyms) })
        .collect();
    target
        .pattern
        .replace("{code}", &head.code.to_string())
        .replace("{SNAKE}", &snake.to_uppercase())
        .replace("{snake}", &snake)
        .replace("{Camel}", &camel)
        .replace("{lowerCamel}", &lower_camel)
}

fn capitalised(word: &str, acronyms: &[String]) -> String {
    if acronyms.iter().any(|acronym| acronym.eq_ignore_ascii_case(word)) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}
