//! Who wrote the response: the innermost component with proof, otherwise the one most speaks for.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::sign::Fired;
use super::{Author, Place, weight_of};
use crate::{Component, Layer, Shows, Strength};

/// The response tells who wrote it. What stands in logs decides only where the response leaves it open, because an
/// application logs its failure, too, when the gateway before it answers.
pub fn of(fired: &[Fired], status: u16) -> Option<Author> {
    let answers = |fired: &&Fired| fired.shows != Shows::OnPath && can_answer(fired.component().layer);
    let in_log = |fired: &&Fired| fired.evidence.place == Place::Log;
    // RFC 9110, 15.6.3 and 15.6.5: whoever answers 502 or 504 is a gateway.
    let fits = |fired: &&Fired| !matches!(status, 502 | 504) || fired.component().layer <= Layer::Proxy;
    let by_response = innermost(fired.iter().filter(answers).filter(|fired| !in_log(fired)));
    let is_sure = |author: &Author| author.certainty >= Strength::Strong;
    by_response
        .clone()
        .filter(is_sure)
        .or_else(|| outermost(fired.iter().filter(answers).filter(in_log).filter(fits)))
        .or(by_response)
}

/// A standard writes nothing; a database and a kernel stand behind whoever does.
fn can_answer(layer: Layer) -> bool {
    match layer {
        Layer::Standard | Layer::Service | Layer::Host => false,
        Layer::Edge | Layer::Waf | Layer::Balancer | Layer::Gateway => true,
        Layer::Proxy | Layer::Storage | Layer::Runtime | Layer::App => true,
    }
}

/// Of a response: whoever is further out passed it on.
fn innermost<'a>(fired: impl Iterator<Item = &'a Fired>) -> Option<Author> {
    let candidates = candidates(fired);
    let is_proved = |author: &&Author| author.certainty == Strength::Proof;
    let innermost = candidates.iter().filter(is_proved).max_by_key(|author| author.component.layer);
    innermost.or_else(|| candidates.iter().max_by_key(|author| (author.certainty, author.component.layer))).cloned()
}

/// Of log lines: whoever logs a failure of its own answered for it, and what is further in failed before. A framework and
/// what runs it write into one log; the framework says more.
fn outermost<'a>(fired: impl Iterator<Item = &'a Fired>) -> Option<Author> {
    let place = |author: &Author| {
        let layer = author.component.layer;
        (author.certainty >= Strength::Strong, Reverse(layer.min(Layer::Runtime)), layer, author.certainty)
    };
    candidates(fired).into_iter().max_by_key(place)
}

fn candidates<'a>(fired: impl Iterator<Item = &'a Fired>) -> Vec<Author> {
    let mut candidates: Vec<Author> = Vec::new();
    for fired in fired {
        let known = candidates.iter_mut().find(|author| author.component.id == fired.component().id);
        match known {
            Some(author) => author.evidence.push(fired.evidence.clone()),
            None => candidates.push(Author {
                component: fired.component(),
                certainty: fired.evidence.strength,
                evidence: alloc::vec![fired.evidence.clone()],
            }),
        }
    }
    for candidate in &mut candidates {
        let times = weight_of(&candidate.evidence);
        let steps = [Strength::Proof, Strength::Strong, Strength::Moderate];
        let reached = steps.into_iter().find(|step| times >= f64::from(step.times()));
        candidate.certainty = reached.unwrap_or(Strength::Weak);
    }
    candidates
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
