//! Development tasks. Run as `cargo xtask TASK`.

mod answers;
mod bench;
mod bench_serve;
mod fuzz;
mod r#gen;
mod knowledge;
mod new;
mod outside;
mod score;
mod test;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use knowledge::Problem;

const USAGE: &str = "\
usage: cargo xtask TASK

  gen                  write the tables of httpwhy-core from knowledge/
  gen --check          say what is wrong in knowledge/ and which tables are stale; write nothing
  tidy                 check the house rules that no other tool knows
  new cause ID CODE    write the template of a cause and name it under a code
  test                 everything: install what the full run needs, then format, lint, tables, tests, documents
  bench                measure look-ups and whole processes, and print the ratios
  bench serve          the server beside nginx: processor time a request (nginx, wrk, curl)
  score DIR            diagnose recorded failures (--verbose names those that are not right; --floors fails if it fell)
  fuzz SECONDS         run each fuzz target this long, seeded with the examples (Linux, a C++ compiler)
  dist                 build the static binary that is shipped (Linux)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let result = match words.as_slice() {
        ["gen"] => generate(&root),
        ["gen", "--check"] => check(&root),
        ["tidy"] => tidied(&root),
        ["new", "cause", id, code] => {
            new::cause(&root, id, code).map(|path| println!("{path} is to be filled; then run `cargo xtask gen`"))
        }
        ["test"] => test::run(&root),
        ["bench"] => bench::run(&root),
        ["bench", "serve"] => bench_serve::run(&root),
        ["fuzz", seconds] => fuzz::run(&root, seconds),
        ["score", lab, options @ ..] => {
            let has = |option| options.contains(&option);
            let options = score::Options { is_verbose: has("--verbose"), holds_floors: has("--floors") };
            score::run(&root, Path::new(lab), &options)
        }
        ["dist"] => bench::dist(&root).map(|path| println!("{}", path.display())),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the project: from where this crate stands, or a copy that a test names.
fn root() -> PathBuf {
    std::env::var_os("XTASK_ROOT").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), PathBuf::from)
}

fn generate(root: &Path) -> Result<(), String> {
    let (knowledge, problems) = knowledge::read(&root.join("knowledge"));
    none(&problems)?;
    let mut changed = r#gen::write(root, &knowledge).map_err(|error| format!("{}: {error}", r#gen::PLACE))?;
    let codes: Vec<u16> = knowledge.codes.keys().copied().collect();
    if answers::write(root, &codes)? {
        changed.push("answers");
    }
    println!(
        "{}",
        if changed.is_empty() { "the tables are fresh".to_owned() } else { format!("written: {}", changed.join(", ")) }
    );
    Ok(())
}

fn check(root: &Path) -> Result<(), String> {
    let (knowledge, problems) = knowledge::read(&root.join("knowledge"));
    none(&problems)?;
    let stale = r#gen::stale(root, &knowledge);
    if !stale.is_empty() {
        return Err(format!("stale: {}\nhelp: run `cargo xtask gen` and commit what it writes", stale.join(", ")));
    }
    let (codes, causes, sources) = (knowledge.codes.len(), knowledge.causes.len(), knowledge.sources.len());
    println!("{codes} codes, {causes} causes, {} comparisons, {sources} sources", knowledge.comparisons.len());
    Ok(())
}

fn tidied(root: &Path) -> Result<(), String> {
    none(&tidy::run(root))
}

/// Fails with all of the problems, if there are any.
fn none(problems: &[Problem]) -> Result<(), String> {
    if problems.is_empty() {
        return Ok(());
    }
    Err(problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))
}
