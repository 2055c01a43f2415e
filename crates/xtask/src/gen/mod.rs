//! Writes the tables of `httpwhy-core` from the knowledge. The files are committed; a test compares them.

mod causes;
mod codes;
mod comparisons;
mod components;
mod constants;
mod experiments;
mod lists;
mod pool;
mod sources;
mod subcodes;
mod terms;

use std::fs;
use std::io;
use std::path::Path;

use crate::knowledge::Knowledge;
use pool::Pool;

/// Where the generated files stand, from the root of the project.
pub const PLACE: &str = "crates/httpwhy-core/src/generated";

/// Name and content of every generated file.
pub fn files(knowledge: &Knowledge) -> Vec<(&'static str, String)> {
    let mut pool = Pool::default();
    // What is read together stands together in the text: first what a search walks, then one code after the other.
    let terms = terms::emit(knowledge, &mut pool);
    let codes = codes::emit(knowledge, &mut pool);
    let causes = causes::emit(knowledge, &mut pool);
    let rest = [
        ("sources.rs", sources::emit(knowledge, &mut pool)),
        ("components.rs", components::emit(knowledge, &mut pool)),
        ("subcodes.rs", subcodes::emit(knowledge, &mut pool)),
        ("comparisons.rs", comparisons::emit(knowledge, &mut pool)),
        ("constants.rs", constants::emit(knowledge, &mut pool)),
        ("classes.rs", lists::classes(knowledge, &mut pool)),
        ("grpc.rs", lists::grpc(knowledge, &mut pool)),
        ("redirects.rs", lists::redirects(knowledge, &mut pool)),
        ("retries.rs", lists::retries(knowledge, &mut pool)),
        ("experiments.rs", experiments::emit(knowledge, &mut pool)),
    ];
    let mut files = vec![("terms.rs", terms), ("codes.rs", codes), ("causes.rs", causes)];
    files.extend(rest);
    let sources = files.iter().position(|(name, _)| *name == "sources.rs").expect("it was just put there");
    // Citations are collected while the others are written.
    files[sources].1.push_str(&pool.spell(&["CITATIONS"]));
    files.push(("text.rs", text(&pool)));
    files.push(("text.txt", pool.whole_text().to_owned()));
    files.push(("mod.rs", module(&files)));
    files
}

/// Writes what changed; the names of the files that did.
pub fn write(root: &Path, knowledge: &Knowledge) -> io::Result<Vec<&'static str>> {
    let dir = root.join(PLACE);
    fs::create_dir_all(&dir)?;
    let mut changed = Vec::new();
    for (name, text) in files(knowledge) {
        if fs::read_to_string(dir.join(name)).ok().as_deref() != Some(&text) {
            fs::write(dir.join(name), text)?;
            changed.push(name);
        }
    }
    Ok(changed)
}

/// The generated files that differ from what the knowledge says now.
pub fn stale(root: &Path, knowledge: &Knowledge) -> Vec<&'static str> {
    let on_disk = |name: &str| fs::read_to_string(root.join(PLACE).join(name)).unwrap_or_default();
    files(knowledge).into_iter().filter(|(name, text)| on_disk(name) != *text).map(|(name, _)| name).collect()
}

/// The first lines of a generated file.
fn head(what: &str, uses: &[&str]) -> String {
    let uses: String = uses.iter().map(|path| format!("use {path};\n")).collect();
    format!("//! {what}\n//!\n//! Written by `cargo xtask gen` from `knowledge/`; edit there.\n\n{uses}\n")
}

fn text(pool: &Pool) -> String {
    let whole = "/// Every text, one behind the other.\npub(crate) static TEXT: &str = include_str!(\"text.txt\");\n\n";
    head("The one text, and lists of pieces of it.", &["crate::table::Str"])
        + whole
        + &pool.spell(&["NUMBERS", "TEXTS"])
}

fn module(files: &[(&'static str, String)]) -> String {
    let mut names: Vec<&str> = files.iter().filter_map(|(name, _)| name.strip_suffix(".rs")).collect();
    names.sort_unstable();
    let gate = |name: &str| if name == "terms" { "#[cfg(feature = \"alloc\")]\n" } else { "" };
    names.iter().fold(head("The tables, one file a kind.", &[]), |all, name| {
        format!("{all}{}pub(crate) mod {name};\n", gate(name))
    })
}

/// A citation written `"rfc9110 15.5.4"` in the knowledge, as a row.
fn citation(knowledge: &Knowledge, pool: &mut Pool, reference: &str) -> String {
    let (id, section) = reference.split_once(' ').unwrap_or((reference, ""));
    let place = knowledge.sources.keys().position(|known| known == id).expect("checked: every source exists");
    let section = pool.option(Some(section).filter(|section| !section.is_empty()));
    pool::row("CitationRow", &[("source", format!("At({place})")), ("section", section)])
}

fn citations(knowledge: &Knowledge, pool: &mut Pool, references: &[String]) -> String {
    let rows = references.iter().map(|reference| citation(knowledge, pool, reference)).collect();
    pool.list("CITATIONS", "CitationRow", rows)
}

/// A reference to the table of causes.
fn cause(knowledge: &Knowledge, id: &str) -> String {
    let place = knowledge.causes.keys().position(|known| known == id).expect("checked: every cause exists");
    format!("At({place})")
}
