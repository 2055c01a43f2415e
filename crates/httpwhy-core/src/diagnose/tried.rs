//! What experiments showed: the signs of an answer to the same question, and the outcomes that hold.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use super::sign::{self, Fired};
use super::{Evidence, Place};
use crate::{Cause, Component, EXPERIMENTS, Exchange, Experiment, List, Outcome, Pace, Shift, Shows, Strength, Tried};

/// Quicker than this is at once, slower than that is slow.
const AT_ONCE: Duration = Duration::from_millis(500);
const SLOW: Duration = Duration::from_secs(2);

/// Everything that the experiments on an exchange say, beside what `known` says already.
pub fn fired(exchange: &Exchange, known: &[Fired]) -> Vec<Fired> {
    let mut all = Vec::new();
    for tried in &exchange.tried {
        let Some(experiment) = EXPERIMENTS.iter().find(|experiment| experiment.id == tried.experiment) else {
            continue;
        };
        if experiment.asks_again {
            all.extend(
                tried.exchanges.iter().filter(|again| again.status() == exchange.status()).flat_map(sign::fired),
            );
        }
        let outcome = experiment.outcomes.iter().find(|outcome| holds(*outcome, exchange, tried));
        all.extend(outcome.into_iter().flat_map(|outcome| said(experiment, outcome, tried)));
    }
    let is_new = |fired: &Fired| {
        let is_same = |other: &&Fired| other.place == fired.place && other.component().id == fired.component().id;
        fired.place.is_none() || !known.iter().any(|other| is_same(&other))
    };
    all.retain(is_new);
    all
}

fn holds(outcome: Outcome, exchange: &Exchange, tried: &Tried) -> bool {
    let saw = outcome.saw.iter().zip(&tried.exchanges).all(|(word, answer)| is_seen(word, exchange, answer));
    let is_paced = |answer: &Exchange| match outcome.pace {
        None => true,
        Some(Pace::AtOnce) => answer.took.is_some_and(|took| took < AT_ONCE),
        Some(Pace::Slow) => answer.took.is_some_and(|took| took > SLOW),
    };
    saw && outcome.saw.len() == tried.exchanges.len() && tried.exchanges.iter().all(is_paced)
}

fn is_seen(word: &str, first: &Exchange, answer: &Exchange) -> bool {
    let content = |exchange: &Exchange| exchange.response.as_ref().map(|response| response.content.clone());
    match word {
        "ok" => (200..300).contains(&answer.status()),
        "error" => answer.status() >= 400,
        "same" => answer.status() == first.status(),
        "same-page" => answer.status() == first.status() && content(answer) == content(first),
        status => status.parse() == Ok(answer.status()),
    }
}

/// An outcome speaks for its causes, each with its strength.
fn said(experiment: Experiment, outcome: Outcome, tried: &Tried) -> Vec<Fired> {
    let saw = |exchange: &Exchange| {
        let request = exchange.request.as_ref().map(|request| format!("{} {}: ", request.method, request.target));
        format!("{}{}", request.unwrap_or_default(), exchange.status())
    };
    let quote = tried.exchanges.iter().map(saw).collect::<Vec<String>>().join(", ");
    let one = |shift: Shift, causes: Vec<Cause>, against: Vec<Cause>| Fired {
        shows: Shows::OnPath,
        causes,
        against,
        place: None,
        evidence: Evidence {
            component: standard(),
            place: Place::Experiment,
            quote: quote.clone(),
            at: Some(experiment.id.into()),
            strength: shift.strength,
        },
    };
    let supports = outcome.supports.iter().map(|shift| one(shift, alloc::vec![shift.cause], Vec::new()));
    supports.chain(outcome.opposes.iter().map(|shift| one(shift, Vec::new(), alloc::vec![shift.cause]))).collect()
}

/// An experiment is nobody's sign.
fn standard() -> Component {
    Component::get("standard").expect("the knowledge has the standard")
}

/// How far an outcome moves a cause, in decibans.
fn decibans(shifts: List<Shift>, cause: Cause) -> f64 {
    let strength = shifts.iter().find(|shift| shift.cause.id == cause.id).map(|shift| shift.strength);
    strength.map_or(0.0, |strength| match strength {
        Strength::Weak => 3.0,
        Strength::Moderate => 7.0,
        Strength::Strong => 13.0,
        Strength::Proof => 20.0,
    })
}

/// What an experiment can tell of causes with these probabilities, for its price: how far its best outcome parts them.
pub fn worth(experiment: Experiment, causes: &[(Cause, f64)]) -> f64 {
    let parts = |outcome: Outcome| -> f64 {
        let moved = |cause: Cause| decibans(outcome.supports, cause) - decibans(outcome.opposes, cause);
        let moves: Vec<(f64, f64)> = causes.iter().map(|(cause, probability)| (*probability, moved(*cause))).collect();
        let pairs =
            moves.iter().enumerate().flat_map(|(at, one)| moves[at + 1..].iter().map(move |other| (one, other)));
        pairs.map(|(one, other)| one.0 * other.0 * (one.1 - other.1).abs()).sum()
    };
    let best = experiment.outcomes.iter().map(parts).fold(f64::from(experiment.worth), f64::max);
    best / (1.0 + experiment.sends.len() as f64)
}
