//! Development tasks. Run as `cargo xtask TASK`.

mod r#gen;
mod knowledge;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK

  gen            write the tables of httpwhy-core from knowledge/
  gen --check    say what is wrong in knowledge/ and which tables are stale; write nothing";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["gen"] => generate(),
        ["gen", "--check"] => check(),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// The root of the project, from where this crate stands.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn generate() -> ExitCode {
    let (knowledge, problems) = knowledge::read(&root().join("knowledge"));
    if !report(&problems) {
        return ExitCode::FAILURE;
    }
    match r#gen::write(&root(), &knowledge) {
        Ok(changed) if changed.is_empty() => println!("the tables are fresh"),
        Ok(changed) => println!("written: {}", changed.join(", ")),
        Err(error) => {
            eprintln!("{}: {error}", r#gen::PLACE);
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn check() -> ExitCode {
    let (knowledge, problems) = knowledge::read(&root().join("knowledge"));
    if !report(&problems) {
        return ExitCode::FAILURE;
    }
    let stale = r#gen::stale(&root(), &knowledge);
    if !stale.is_empty() {
        eprintln!("stale: {}\nhelp: run `cargo xtask gen` and commit what it writes", stale.join(", "));
        return ExitCode::FAILURE;
    }
    println!(
        "{} codes, {} causes, {} comparisons, {} sources",
        knowledge.codes.len(),
        knowledge.causes.len(),
        knowledge.comparisons.len(),
        knowledge.sources.len()
    );
    ExitCode::SUCCESS
}

/// Prints the problems; whether there were none.
fn report(problems: &[knowledge::Problem]) -> bool {
    for problem in problems {
        eprintln!("{problem}");
    }
    problems.is_empty()
}
