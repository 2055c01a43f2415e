//! Runs recorded failures of real servers through the command and counts what came out, beside two baselines.
//!
//! A case is a folder with `case.json` (the request and the truth) and `evidence/response.txt`. Only the response and
//! the request are shown to the command.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: String,
    stack: Vec<String>,
    request: Asked,
    truth: String,
    #[serde(default)]
    also_acceptable: Vec<String>,
    tier: String,
}

#[derive(Deserialize)]
struct Asked {
    method: Option<String>,
    url: Option<String>,
}

/// What the command said.
#[derive(Deserialize)]
struct Said {
    verdict: String,
    causes: Vec<SaidCause>,
    answered_by: SaidAuthor,
}

#[derive(Deserialize)]
struct SaidCause {
    id: String,
    probability: Option<f64>,
}

#[derive(Deserialize)]
struct SaidAuthor {
    component: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// The cause was named.
    Right,
    /// Not decided, the truth among those shown.
    Shown,
    /// Not decided, the truth not among those shown.
    Missed,
    /// Another cause was named.
    Wrong,
}

#[derive(Default)]
struct Tally {
    outcomes: BTreeMap<Outcome, usize>,
    brier: f64,
}

pub fn run(root: &Path, lab: &str, verbose: bool) -> Result<(), String> {
    let status = Command::new("cargo").args(["build", "--quiet", "--package", "httpwhy"]).current_dir(root).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err("cargo build failed".to_owned());
    }
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for dir in cases(Path::new(lab))? {
        let text = fs::read_to_string(dir.join("case.json")).map_err(|error| format!("{}: {error}", dir.display()))?;
        let case: Case = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", dir.display()))?;
        let Some(said) = said(root, &dir, &case) else { continue };
        let outcome = outcome(&case, &said);
        if verbose && outcome != Outcome::Right && !(outcome == Outcome::Shown && case.tier == "inside") {
            let shown: Vec<String> = said
                .causes
                .iter()
                .map(|cause| format!("{} {:.2}", cause.id, cause.probability.unwrap_or_default()))
                .collect();
            let author = said.answered_by.component.as_deref().unwrap_or("nobody");
            println!(
                "{} {} [{}] {}: {author}; {}",
                word(outcome),
                case.tier,
                case.stack.join(" "),
                case.id,
                shown.join(", ")
            );
            println!("    truth: {}", case.truth);
        }
        for name in [case.tier.clone(), "all".to_owned()] {
            let tally = tallies.entry(name).or_default();
            *tally.outcomes.entry(outcome).or_default() += 1;
            tally.brier += brier(&case, &said);
        }
    }
    println!("{:<10} {:>6} {:>6} {:>6} {:>6} {:>6}   Brier", "tier", "cases", "right", "shown", "missed", "wrong");
    for (name, tally) in &tallies {
        let count = |outcome| tally.outcomes.get(&outcome).copied().unwrap_or_default();
        let all: usize = tally.outcomes.values().sum();
        let [right, shown, missed, wrong] =
            [Outcome::Right, Outcome::Shown, Outcome::Missed, Outcome::Wrong].map(count);
        println!("{name:<10} {all:>6} {right:>6} {shown:>6} {missed:>6} {wrong:>6}   {:.3}", tally.brier / all as f64);
    }
    Ok(())
}

fn cases(lab: &Path) -> Result<Vec<PathBuf>, String> {
    let listing = fs::read_dir(lab).map_err(|error| {
        format!("{}: {error}\nhelp: cargo xtask score DIR, a folder of recorded cases", lab.display())
    })?;
    let mut cases: Vec<PathBuf> =
        listing.flatten().map(|entry| entry.path()).filter(|path| path.join("case.json").is_file()).collect();
    cases.sort();
    Ok(cases)
}

/// What the client saw: the response and its transcript.
fn is_of_client(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "response.txt" || name == "verbose.txt")
}

/// What the command says of the evidence.
fn said(root: &Path, dir: &Path, case: &Case, shown: Shown) -> Option<Said> {
    let mut command = Command::new(root.join("target/debug/httpwhy"));
    command.arg("--json");
    if let (Some(method), Some(url)) = (&case.request.method, &case.request.url) {
        command.args(["--request", &format!("{method} {url}")]);
    }
    let evidence = fs::read_dir(dir.join("evidence")).ok()?.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = evidence.filter(|file| shown == Shown::Logs || is_of_client(file)).collect();
    files.sort();
    let output = command.args(files).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

fn is_true(case: &Case, id: &str) -> bool {
    case.truth == id || case.also_acceptable.iter().any(|other| other == id)
}

fn outcome(case: &Case, said: &Said) -> Outcome {
    let is_shown = said.causes.iter().any(|cause| is_true(case, &cause.id));
    match (said.verdict.as_str(), said.causes.first()) {
        ("cause", Some(first)) if is_true(case, &first.id) => Outcome::Right,
        ("cause", _) => Outcome::Wrong,
        _ if is_shown => Outcome::Shown,
        _ => Outcome::Missed,
    }
}

/// The squared distance of the first cause's probability from the truth.
fn brier(case: &Case, said: &Said) -> f64 {
    let Some(first) = said.causes.first() else { return 1.0 };
    let truth = if is_true(case, &first.id) { 1.0 } else { 0.0 };
    (first.probability.unwrap_or_default() - truth).powi(2)
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Right => "right ",
        Outcome::Shown => "timid ",
        Outcome::Missed => "missed",
        Outcome::Wrong => "WRONG ",
    }
}
