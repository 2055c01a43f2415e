//! Writes the tables of `httpwhy-core` from the knowledge. The files are committed; a test compares them.

mod causes;
mod codes;
mod comparisons;
mod constants;
mod lists;
mod rust;
mod sources;
mod subcodes;

use std::fs;
use std::io;
use std::path::Path;

use crate::knowledge::Knowledge;

/// File name and content of every generated file, in the order they are written.
pub fn files(knowledge: &Knowledge) -> Vec<(&'static str, String)> {
    vec![
        ("mod.rs", module()),
        ("sources.rs", sources::emit(knowledge)),
        ("causes.rs", causes::emit(knowledge)),
        ("codes.rs", codes::emit(knowledge)),
        ("subcodes.rs", subcodes::emit(knowledge)),
        ("comparisons.rs", comparisons::emit(knowledge)),
        ("constants.rs", constants::emit(knowledge)),
        ("classes.rs", lists::classes(knowledge)),
        ("grpc.rs", lists::grpc(knowledge)),
        ("redirects.rs", lists::redirects(knowledge)),
        ("retries.rs", lists::retries(knowledge)),
    ]
}

/// Where the generated files stand, from the root of the project.
pub const PLACE: &str = "crates/httpwhy-core/src/generated";

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

fn module() -> String {
    let names = [
        "causes",
        "classes",
        "codes",
        "comparisons",
        "constants",
        "grpc",
        "redirects",
        "retries",
        "sources",
        "subcodes",
    ];
    names.iter().fold(rust::head("The tables, one file a kind."), |all, name| format!("{all}pub(crate) mod {name};\n"))
}
