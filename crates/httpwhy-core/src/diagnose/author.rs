//! Who wrote the response: the innermost component with proof, otherwise the one most speaks for.

use alloc::vec::Vec;

use super::sign::Fired;
use super::{Author, Evidence, Place};
use crate::{Component, Layer, Shows, Strength};

pub fn of(fired: &[Fired]) -> Option<Author> {
    let mut candidates: Vec<Author> = Vec::new();
    for fired in
        fired.iter().filter(|fired| fired.sign.shows != Shows::OnPath && fired.component().layer != Layer::Standard)
    {
        let known = candidates.iter_mut().find(|author| author.component.id == fired.component().id);
        match known {
            Some(author) => author.evidence.push(fired.evidence.clone()),
            None => candidates.push(Author {
                component: fired.component(),
                certainty: fired.sign.strength,
                evidence: alloc::vec![fired.evidence.clone()],
            }),
        }
    }
    for candidate in &mut candidates {
        candidate.certainty = certainty(&candidate.evidence);
    }
    let is_proved = |author: &Author| author.certainty == Strength::Proof;
    let innermost = candidates.iter().filter(|author| is_proved(author)).max_by_key(|author| author.component.layer);
    innermost.or_else(|| candidates.iter().max_by_key(|author| (author.certainty, author.component.layer))).cloned()
}

/// The strongest sign of each place, multiplied.
fn certainty(evidence: &[Evidence]) -> Strength {
    let strongest = |place: Place| {
        evidence.iter().filter(|evidence| evidence.place == place).map(|evidence| evidence.strength).max()
    };
    let places = [Place::Content, Place::Field, Place::Reason, Place::Request, Place::Client];
    let times: u32 = places.iter().filter_map(|place| strongest(*place)).map(Strength::times).product();
    let steps = [Strength::Proof, Strength::Strong, Strength::Moderate];
    steps.into_iter().find(|step| times >= step.times()).unwrap_or(Strength::Weak)
}

/// Every component with a sign, client side first.
pub fn path(fired: &[Fired]) -> Vec<Component> {
    let mut path: Vec<Component> = Vec::new();
    for component in fired.iter().map(Fired::component).filter(|component| component.layer != Layer::Standard) {
        if !path.iter().any(|known| known.id == component.id) {
            path.push(component);
        }
    }
    path.sort_by_key(|component| component.layer);
    path
}
