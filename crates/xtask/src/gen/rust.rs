//! Spells values the way Rust source does.

use crate::knowledge::Knowledge;

/// The first lines of a generated file.
pub fn head(what: &str) -> String {
    format!("//! {what}\n//!\n//! Written by `cargo xtask gen` from `knowledge/`; edit there.\n\n")
}

pub fn text(value: &str) -> String {
    format!("{value:?}")
}

pub fn option(value: Option<&str>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({value:?})"))
}

pub fn list<T>(values: &[T], spell: impl Fn(&T) -> String) -> String {
    let inner: Vec<String> = values.iter().map(spell).collect();
    format!("&[{}]", inner.join(", "))
}

pub fn texts(values: &[String]) -> String {
    list(values, |value| text(value))
}

pub fn numbers(values: &[u16]) -> String {
    list(values, u16::to_string)
}

/// A citation written `"rfc9110 15.5.4"` in the knowledge.
pub fn citation(knowledge: &Knowledge, reference: &str) -> String {
    let (id, section) = reference.split_once(' ').unwrap_or((reference, ""));
    let place = knowledge.sources.keys().position(|known| known == id).expect("checked: every source exists");
    format!("cite({place}, {section:?})")
}

pub fn citations(knowledge: &Knowledge, references: &[String]) -> String {
    list(references, |reference| citation(knowledge, reference))
}

/// A reference to the table of causes.
pub fn cause(knowledge: &Knowledge, id: &str) -> String {
    let place = knowledge.causes.keys().position(|known| known == id).expect("checked: every cause exists");
    format!("&CAUSES[{place}]")
}
