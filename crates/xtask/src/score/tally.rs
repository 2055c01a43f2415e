//! Counting what came out.

use std::collections::BTreeMap;

use super::case::{Case, Shown};
use super::said::Said;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The cause was named and is the true one.
    Right,
    /// Not decided, rightly: the evidence leaves it open, the truth is among those shown, and a next step is named.
    Undecided,
    /// Not decided, although the evidence shows it; the truth is among those shown.
    Timid,
    /// Not decided, and the truth is not among those shown.
    Missed,
    /// Another cause was named.
    Wrong,
}

pub const OUTCOMES: [(Outcome, &str); 5] = [
    (Outcome::Right, "right"),
    (Outcome::Undecided, "undecided"),
    (Outcome::Timid, "timid"),
    (Outcome::Missed, "missed"),
    (Outcome::Wrong, "WRONG"),
];

pub fn outcome(case: &Case, said: &Said, shown: Shown) -> Outcome {
    let is_shown = said.causes.iter().any(|cause| case.is_true(&cause.id));
    match (said.verdict.as_str(), said.first()) {
        ("cause", Some(first)) if case.is_true(first) => Outcome::Right,
        ("cause", _) => Outcome::Wrong,
        _ if !is_shown => Outcome::Missed,
        _ if case.is_decidable(shown) || said.next.is_empty() => Outcome::Timid,
        _ => Outcome::Undecided,
    }
}

/// One group of cases.
#[derive(Default)]
pub struct Tally {
    outcomes: BTreeMap<Outcome, usize>,
    brier: f64,
    first: usize,
    authors: usize,
    /// By tenths of the first cause's probability: how many, how many of them true.
    reliability: BTreeMap<usize, (usize, usize)>,
}

impl Tally {
    pub fn add(&mut self, case: &Case, said: &Said, outcome: Outcome) {
        *self.outcomes.entry(outcome).or_default() += 1;
        self.brier += brier(case, said);
        self.authors += usize::from(is_author_plausible(case, said));
        let Some(first) = said.causes.first() else { return };
        let is_true = case.is_true(&first.id);
        self.first += usize::from(is_true);
        let bin = self.reliability.entry(((first.probability * 10.0) as usize).min(9)).or_default();
        bin.0 += 1;
        bin.1 += usize::from(is_true);
    }

    pub fn count(&self, outcome: Outcome) -> usize {
        self.outcomes.get(&outcome).copied().unwrap_or_default()
    }

    pub fn all(&self) -> usize {
        self.outcomes.values().sum()
    }

    pub fn line(&self, name: &str) -> String {
        let counts: String = OUTCOMES.iter().map(|(outcome, _)| format!(" {:>9}", self.count(*outcome))).collect();
        let all = self.all().max(1);
        format!("{name:<38} {all:>5}{counts} {:>6} {:>7} {:>7.3}", self.first, self.authors, self.brier / all as f64)
    }

    pub fn reliability(&self) -> impl Iterator<Item = String> {
        self.reliability.iter().map(|(bin, (all, right))| {
            let share = 100 * right / all;
            format!("  said {:>3} to {:>3} %: {all:>4} cases, true in {share:>3} %", bin * 10, bin * 10 + 10)
        })
    }
}

pub fn heading(name: &str) -> String {
    let words: String = OUTCOMES.iter().map(|(_, word)| format!(" {word:>9}")).collect();
    format!("{name:<38} cases{words}  first authors   Brier")
}

/// Over all causes that are shown, and the truth if it is not among them.
fn brier(case: &Case, said: &Said) -> f64 {
    let mut is_truth_shown = false;
    let shown: f64 = said
        .causes
        .iter()
        .map(|cause| {
            let is_true = case.is_true(&cause.id) && !std::mem::replace(&mut is_truth_shown, true);
            (cause.probability - f64::from(u8::from(is_true))).powi(2)
        })
        .sum();
    shown + if is_truth_shown { 0.0 } else { 1.0 }
}

/// The cases do not say who answered; whoever is named must at least stand in the stack.
fn is_author_plausible(case: &Case, said: &Said) -> bool {
    let Some(author) = &said.answered_by.component else { return true };
    let kin: &[&str] = match author.as_str() {
        "werkzeug" => &["flask"],
        "starlette" => &["fastapi"],
        "php" => &["php-fpm", "mod_php"],
        "python" => &["flask", "django", "fastapi", "cgi"],
        "http-proxy-middleware" => &["express"],
        "java" => &["tomcat"],
        "rust" => &["axum"],
        _ => &[],
    };
    case.stack.iter().any(|component| component == author || kin.contains(&component.as_str()))
}
