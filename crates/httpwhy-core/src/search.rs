//! Finds what somebody means: a number, a pattern, a name old or new, a constant, words, a typo.

mod exact;
mod score;
pub(crate) mod terms;
mod typo;

use alloc::vec::Vec;

use crate::{CAUSES, CODES, COMPONENTS, Cause, Code, Comparison, Component, Subcode};
use score::Hit;

/// Something that can be found.
///
/// ```
/// use httpwhy_core::search::{Answer, Target, ask};
/// assert!(matches!(ask("403.14"), Answer::One(Target::Subcode(_))));
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// A code that is known.
    Code(Code),
    /// A number nobody registered, to be explained by its class.
    Number(u16),
    /// A vendor's sub-code.
    Subcode(Subcode),
    /// A cause.
    Cause(Cause),
    /// A question with its answer.
    Comparison(Comparison),
}

/// What a query leads to.
///
/// ```
/// use httpwhy_core::search::{Answer, ask};
/// let Answer::Nothing { nearest } = ask("xyzzy plugh") else { panic!() };
/// assert_eq!(nearest.len(), 3);
/// ```
// A box would need an allocation for every number that is looked up.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone)]
pub enum Answer {
    /// Clearly this one.
    One(Target),
    /// Several, best first.
    Several(Vec<Target>),
    /// None; these three come nearest.
    Nothing {
        /// The three nearest, best first.
        nearest: Vec<Target>,
    },
}

/// How far ahead of the next the best must be to stand alone: half as much again.
const CLEARLY_AHEAD: (u32, u32) = (3, 2);

/// A list longer than this is not an answer.
const MOST_SHOWN: usize = 12;

/// Answers a query in any form people type.
///
/// ```
/// use httpwhy_core::search::{Answer, Target, ask};
///
/// let one = |query| match ask(query) {
///     Answer::One(Target::Code(code)) => Some(code.number),
///     _ => None,
/// };
/// assert_eq!(one("404"), Some(404));
/// assert_eq!(one("Payload Too Large"), Some(413));
/// assert_eq!(one("forbiden"), Some(403));
/// assert_eq!(one("HttpStatus.NOT_FOUND"), Some(404));
/// assert_eq!(one("NGX_HTTP_CLOSE"), Some(444));
/// assert_eq!(one("RESOURCE_EXHAUSTED"), Some(429));
/// assert!(matches!(ask("50x"), Answer::Several(codes) if codes.len() >= 9));
/// ```
pub fn ask(query: &str) -> Answer {
    if let Some(answer) = exact::ask(query.trim()) {
        return answer;
    }
    let hits = score::all(query);
    let good: Vec<_> = hits.iter().filter(|hit| hit.is_good()).collect();
    match good.as_slice() {
        [] => Answer::Nothing { nearest: score::nearest(query, &hits) },
        [only] => Answer::One(only.target()),
        [first, others @ ..] if stands_alone(first, others) => Answer::One(first.target()),
        several => Answer::Several(several.iter().take(MOST_SHOWN).map(|hit| hit.target()).collect()),
    }
}

/// Clearly ahead of the next; or a code by its whole name, when no other code is named as well.
fn stands_alone(first: &Hit, others: &[&Hit]) -> bool {
    let is_ahead = others.first().is_none_or(|second| first.score * CLEARLY_AHEAD.1 > second.score * CLEARLY_AHEAD.0);
    let is_named_as_well = |other: &&Hit| other.is_code() && other.named >= first.named;
    is_ahead || (first.named > 0 && first.is_code() && !others.iter().any(is_named_as_well))
}

/// The codes of a class (`4xx`, `50x`, `client-error`) or standing (`vendor`); none if there is no such class.
///
/// ```
/// use httpwhy_core::search::of_class;
/// assert!(of_class("client-error").len() > 20 && of_class("50x").len() > 5);
/// assert!(of_class("nonsense").is_empty());
/// ```
pub fn of_class(class: &str) -> Vec<Target> {
    let word = class.to_lowercase().replace([' ', '_'], "-");
    let fits = |code: &Code| code.class.word() == word || code.standing.word() == word;
    let named: Vec<Target> = CODES.iter().filter(fits).map(Target::Code).collect();
    match exact::ask(class) {
        Some(Answer::Several(targets)) if named.is_empty() && class.len() == 3 => targets,
        _ => named,
    }
}

/// The three causes whose ids come nearest to a text.
///
/// ```
/// let nearest = httpwhy_core::search::nearest_causes("upstream-dwn");
/// assert_eq!(nearest[0].id, "upstream-down");
/// ```
pub fn nearest_causes(id: &str) -> Vec<Cause> {
    let mut causes: Vec<Cause> = CAUSES.iter().collect();
    causes.sort_by_cached_key(|cause| typo::distance(id, cause.id, usize::MAX));
    causes.truncate(3);
    causes
}

/// The three components whose ids come nearest to a text.
///
/// ```
/// let nearest = httpwhy_core::search::nearest_components("ngnix");
/// assert_eq!(nearest[0].id, "nginx");
/// ```
pub fn nearest_components(id: &str) -> Vec<Component> {
    let mut components: Vec<Component> = COMPONENTS.iter().collect();
    components.sort_by_cached_key(|component| typo::distance(id, component.id, usize::MAX));
    components.truncate(3);
    components
}
