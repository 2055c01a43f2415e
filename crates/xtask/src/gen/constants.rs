//! The names of the codes in each target: a rule, then the exceptions.

use std::collections::BTreeMap;

use super::rust::{citation, head, text, texts};
use crate::knowledge::Knowledge;
use crate::knowledge::record::{CodeHead, Standing, Target};

pub fn emit(knowledge: &Knowledge) -> String {
    let mut out = head("Names in languages and frameworks.");
    out.push_str("use super::sources::cite;\nuse crate::{Constants, Named};\n\n");
    out.push_str(&format!("pub(crate) static CONSTANTS: [Constants; {}] = [\n", knowledge.constants.len()));
    for (id, target) in &knowledge.constants {
        let rows: String = names(knowledge, target)
            .iter()
            .map(|(number, names)| format!("            Named {{ number: {number}, names: {} }},\n", texts(names)))
            .collect();
        out.push_str(&format!(
            "    Constants {{\n        id: {},\n        target: {},\n        language: {},\n        named: &[\n{rows}        ],\n        source: {},\n    }},\n",
            text(id),
            text(&target.target),
            text(&target.language),
            citation(knowledge, &target.source),
        ));
    }
    out + "];\n"
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
