//! Which causes fit: a prior by (component, status), times the signs; then commit or abstain.

use alloc::vec::Vec;

use super::sign::Fired;
use super::{Author, Likelihood, weight_of};
use crate::{Cause, Code, Often};

/// What a cause that nobody thought of keeps, beside a prior of 1 for all others together.
const OTHER: f64 = 0.05;
/// What a cause has before a sign if the answers of the component do not name it.
const UNEXPECTED: f64 = 0.05;
/// Clearly ahead: this probable, and this far before the next.
const ENOUGH: f64 = 0.60;
const AHEAD: f64 = 0.15;
/// Undecided, the causes shown hold this much together; more than four are no answer.
const HELD: f64 = 0.80;
const MOST_SHOWN: usize = 4;
/// Beside a cause that is decided, others are named that are at least this probable.
const WORTH_A_WORD: f64 = 0.05;

/// Every cause that comes into question, most probable first.
pub fn weigh(
    code: Option<Code>,
    status: u16,
    is_error: bool,
    author: Option<&Author>,
    fired: &[Fired],
) -> Vec<Likelihood> {
    if !is_error {
        return Vec::new();
    }
    let mut table = prior(code, status, author);
    for fired in fired {
        fired.causes.iter().for_each(|cause| entry(&mut table, *cause).supporting.push(fired.evidence.clone()));
        for cause in &fired.against {
            if let Some(known) = table.iter_mut().find(|known| known.cause.id == cause.id) {
                known.opposing.push(fired.evidence.clone());
            }
        }
    }
    for known in &mut table {
        known.probability *= weight_of(&known.supporting) / weight_of(&known.opposing);
    }
    let total: f64 = table.iter().map(|known| known.probability).sum::<f64>() + OTHER;
    table.iter_mut().for_each(|known| known.probability /= total);
    table.sort_by(|left, right| right.probability.total_cmp(&left.probability));
    table
}

fn entry(table: &mut Vec<Likelihood>, cause: Cause) -> &mut Likelihood {
    let at = table.iter().position(|known| known.cause.id == cause.id).unwrap_or_else(|| {
        table.push(Likelihood { cause, probability: UNEXPECTED, supporting: Vec::new(), opposing: Vec::new() });
        table.len() - 1
    });
    &mut table[at]
}

/// What stands behind this status when this component wrote it; of an unknown author, what stands behind the code.
fn prior(code: Option<Code>, status: u16, author: Option<&Author>) -> Vec<Likelihood> {
    let answers = author.and_then(|author| author.component.answers.iter().find(|answers| answers.status == status));
    let weights: Vec<(Cause, u32)> = match answers {
        Some(answers) => answers.causes.iter().map(|prior| (prior.cause, u32::from(prior.weight))).collect(),
        None => {
            code.into_iter().flat_map(|code| code.causes).map(|likely| (likely.cause, weight(likely.often))).collect()
        }
    };
    let total: u32 = weights.iter().map(|(_, weight)| weight).sum();
    let likelihood = |(cause, weight): (Cause, u32)| Likelihood {
        cause,
        probability: f64::from(weight) / f64::from(total.max(1)),
        supporting: Vec::new(),
        opposing: Vec::new(),
    };
    weights.into_iter().map(likelihood).collect()
}

fn weight(often: Often) -> u32 {
    match often {
        Often::Usual => 8,
        Often::Common => 4,
        Often::Occasional => 2,
        Often::Rare => 1,
    }
}

/// Leaves the causes to show; whether the first is the cause.
pub fn commit_or_abstain(table: &mut Vec<Likelihood>) -> bool {
    let probability = |at: usize| table.get(at).map_or(0.0, |known: &Likelihood| known.probability);
    if probability(0) >= ENOUGH && probability(0) - probability(1) >= AHEAD {
        let others = table.iter().skip(1).take(MOST_SHOWN - 1).take_while(|known| known.probability >= WORTH_A_WORD);
        let shown = 1 + others.count();
        table.truncate(shown);
        return true;
    }
    let mut held = 0.0;
    let shown = table.iter().take(MOST_SHOWN).take_while(|known| {
        let goes_on = held < HELD;
        held += known.probability;
        goes_on
    });
    let shown = shown.count();
    table.truncate(shown);
    false
}
