//! The house rules that no other tool knows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::knowledge::Problem;

/// A longer file has more than one idea.
const LONGEST_FILE: usize = 400;

pub fn run(root: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    for path in files(root, root) {
        let Ok(text) = fs::read_to_string(root.join(&path)) else { continue };
        let mut say = |line: usize, what: &str| {
            problems.push(Problem { file: path.display().to_string(), line, what: what.to_owned() })
        };
        let is_generated = path.to_string_lossy().contains("/generated") || path.ends_with("answers/answers.txt");
        if !is_generated {
            every_text(&text, &mut say);
        }
        if path.extension().is_some_and(|extension| extension == "rs") && !path.to_string_lossy().contains("/generated")
        {
            rust(&text, &mut say);
            if !is_declared(root, &path) {
                say(1, "no `mod` names this file, so it is never compiled");
            }
        }
        if is_public(&path) {
            public_items_have_doctests(&text, &mut say);
        }
    }
    problems.extend(edges(root));
    problems
}

/// Files of the library whose items outsiders use; the other modules are private.
fn is_public(path: &Path) -> bool {
    let private = ["generated", "search", "diagnose", "table.rs"];
    path.strip_prefix("crates/httpwhy-core/src")
        .is_ok_and(|inside| !private.iter().any(|private| inside.starts_with(private)))
}

/// Every file that belongs to the project and is text.
fn files(root: &Path, dir: &Path) -> Vec<PathBuf> {
    let known = ["rs", "md", "toml", "json", "css", "csv", "txt"];
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && name != ".git" {
            found.extend(files(root, &path));
        } else if path.extension().is_some_and(|extension| known.iter().any(|known| extension == *known)) {
            found.push(path.strip_prefix(root).expect("it was found below the root").to_owned());
        }
    }
    found.sort();
    found
}

fn every_text(text: &str, say: &mut impl FnMut(usize, &str)) {
    let mut is_fenced = false;
    for (at, line) in text.lines().enumerate() {
        // What a server wrote in a fence may end with a space: a status line without a reason phrase, a log line.
        is_fenced ^= line.starts_with("```");
        if line.ends_with([' ', '\t']) && !is_fenced {
            say(at + 1, "white space at the end of the line");
        }
        if line.contains(concat!("/wo", "rk/")) || line.contains(concat!("/ho", "me/")) && line.contains("/src/") {
            say(at + 1, "a path of one machine");
        }
    }
}

fn rust(text: &str, say: &mut impl FnMut(usize, &str)) {
    if !text.starts_with("//!") {
        say(1, "a file opens with one `//!` sentence that says what it is");
    }
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        say(LONGEST_FILE, &format!("{lines} lines: which second idea moves out?"));
    }
}

/// A file in `src` is compiled if the module above it names it; `main.rs` and `lib.rs` are roots.
fn is_declared(root: &Path, path: &Path) -> bool {
    let (Some(stem), Some(dir)) = (path.file_stem().and_then(|stem| stem.to_str()), path.parent()) else { return true };
    let is_source = path.components().any(|part| part.as_os_str() == "src");
    if !is_source || ["main", "lib"].contains(&stem) {
        return true;
    }
    let (module, above) = match (stem, dir.file_name().and_then(|name| name.to_str())) {
        ("mod", Some(name)) => (name, dir.parent().unwrap_or(dir)),
        _ => (stem, dir),
    };
    let beside = above.with_extension("rs");
    let places = [above.join("mod.rs"), above.join("main.rs"), above.join("lib.rs"), beside];
    places.iter().filter_map(|place| fs::read_to_string(root.join(place)).ok()).any(|text| {
        text.lines().any(|line| {
            let name = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ").strip_prefix("mod ");
            name.is_some_and(|name| name.trim_start_matches("r#").trim_end_matches(';') == module)
        })
    })
}

/// docs.rs alone must be enough, so each public item shows how it is used.
fn public_items_have_doctests(text: &str, say: &mut impl FnMut(usize, &str)) {
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let item = ["pub fn ", "pub const fn ", "pub struct ", "pub enum ", "pub const ", "pub static "];
        if !item.iter().any(|start| line.trim_start().starts_with(start)) {
            continue;
        }
        let above: Vec<&str> = lines[..at]
            .iter()
            .rev()
            .map(|line| line.trim())
            .take_while(|line| line.starts_with("///") || line.starts_with("#["))
            .collect();
        let is_documented = above.iter().any(|line| line.starts_with("///"));
        let is_hidden = above.iter().any(|line| line.contains("doc(hidden)"));
        if is_documented && !is_hidden && !above.iter().any(|line| line.contains("```")) {
            say(at + 1, "a public item without a doctest");
        }
    }
}

/// The edges between crates are those drawn in ARCHITECTURE.md.
fn edges(root: &Path) -> Vec<Problem> {
    let drawn = drawn_edges(&fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap_or_default());
    let mut problems = Vec::new();
    for entry in fs::read_dir(root.join("crates")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml")).unwrap_or_default();
        let real = dependencies(&manifest);
        let expected = drawn.get(&name).cloned().unwrap_or_default();
        if real != expected || !drawn.contains_key(&name) {
            let what = format!("depends on [{}], ARCHITECTURE.md draws [{}]", real.join(" "), expected.join(" "));
            problems.push(Problem { file: format!("crates/{name}/Cargo.toml"), line: 1, what });
        }
    }
    problems
}

/// The block ```edges: one line a crate, `name: the crates it depends on`.
fn drawn_edges(text: &str) -> BTreeMap<String, Vec<String>> {
    let block = text.split("```edges\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_default();
    let edge = |line: &str| {
        let (name, to) = line.split_once(':')?;
        Some((name.trim().to_owned(), to.split_whitespace().map(str::to_owned).collect()))
    };
    block.lines().filter_map(edge).collect()
}

/// The crates of this project that a manifest depends on, development dependencies left out.
fn dependencies(manifest: &str) -> Vec<String> {
    let table: toml::Table = manifest.parse().unwrap_or_default();
    let dependencies = table.get("dependencies").and_then(|value| value.as_table()).into_iter().flatten();
    let ours = dependencies.filter(|(_, value)| value.get("path").is_some());
    ours.map(|(name, _)| name.clone()).collect()
}
