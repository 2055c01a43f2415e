//! Scores every target against the words of a query.

use alloc::vec::Vec;

use super::Target;
use super::terms::{NAMES, of, says_nothing, targets, words};
use super::typo::{allowed, distance};

/// A target and how well it fits.
pub struct Hit {
    pub target: Target,
    pub score: u32,
    /// How many words of the query it has, and of how many.
    matched: (usize, usize),
    /// The points for being named whole by the query; 0 if it is not.
    pub named: u32,
}

impl Hit {
    /// Good enough to be shown as an answer: the whole phrase, or every word of it.
    pub fn is_good(&self) -> bool {
        self.named > 0 || self.matched.0 == self.matched.1
    }
}

/// Points for one word, before the weight of the text it stands in.
const SAME: u32 = 100;
const BEGINS: u32 = 60;
const ONE_SLIP: u32 = 55;
const TWO_SLIPS: u32 = 40;
/// What the points of a name count when the query is the whole of it.
const WHOLE: u32 = 10;

/// Every target that has at least one word of the query, best first.
pub fn all(query: &str) -> Vec<Hit> {
    let tokens = tokens(query);
    let exactly_known: Vec<bool> = tokens.iter().map(|token| is_known(token)).collect();
    let mut table: Vec<(Target, Vec<u32>, u32)> = Vec::new();
    for target in targets() {
        let mut points = alloc::vec![0; tokens.len()];
        let mut whole = 0;
        of(target, |text, weight| {
            if weight >= NAMES {
                whole = whole.max(weight * WHOLE * whole_fit(text, &tokens, &exactly_known));
            }
            for word in words(text) {
                for (at, token) in tokens.iter().enumerate() {
                    points[at] = points[at].max(weight * fit(token, word, exactly_known[at]));
                }
            }
        });
        if points.iter().any(|points| *points > 0) {
            table.push((target, points, whole));
        }
    }
    let rarity: Vec<u32> =
        (0..tokens.len()).map(|at| rarity(table.iter().filter(|row| row.1[at] > 0).count(), table.len())).collect();
    let mut hits: Vec<Hit> =
        table.into_iter().map(|(target, points, whole)| hit(target, &points, whole, &rarity)).collect();
    hits.sort_by_key(|hit| core::cmp::Reverse(hit.score));
    hits
}

/// The three that come nearest when nothing fits: by the words they have, then by the letters of their names.
pub fn nearest(query: &str, hits: &[Hit]) -> Vec<Target> {
    let mut found: Vec<Target> = hits.iter().take(3).map(|hit| hit.target).collect();
    let mut by_letters: Vec<(usize, Target)> = Vec::new();
    for target in targets().filter(|target| matches!(target, Target::Code(code) if code.is_valid_on_the_wire())) {
        let mut best = usize::MAX;
        of(target, |text, weight| {
            if weight > 6 {
                best = best.min(distance(query, text, usize::MAX).unwrap_or(usize::MAX));
            }
        });
        by_letters.push((best, target));
    }
    by_letters.sort_by_key(|(distance, _)| *distance);
    let more = by_letters
        .into_iter()
        .map(|(_, target)| target)
        .filter(|target| !hits.iter().take(3).any(|hit| same(hit.target, *target)));
    found.extend(more.take(3 - found.len()));
    found
}

fn same(left: Target, right: Target) -> bool {
    matches!((left, right), (Target::Code(left), Target::Code(right)) if left.number == right.number)
}

/// A query is a phrase; of a longer text the first words are looked for.
const MOST_WORDS: usize = 12;

/// The words of the query that say something; all of them if none does.
fn tokens(query: &str) -> Vec<&str> {
    let telling: Vec<&str> = words(query).filter(|word| !says_nothing(word)).take(MOST_WORDS).collect();
    if telling.is_empty() { words(query).take(MOST_WORDS).collect() } else { telling }
}

/// Whether some text has exactly this word; then a slip is not looked for.
fn is_known(token: &str) -> bool {
    let mut known = false;
    for target in targets() {
        of(target, |text, _| known = known || words(text).any(|word| word.eq_ignore_ascii_case(token)));
        if known {
            break;
        }
    }
    known
}

/// How well the worst word of a text fits when the query has all its words and no other, in order; 0 otherwise.
fn whole_fit(text: &str, tokens: &[&str], exactly_known: &[bool]) -> u32 {
    let mut telling = words(text).filter(|word| !says_nothing(word));
    let mut worst = if tokens.is_empty() { 0 } else { SAME };
    for (token, known) in tokens.iter().zip(exactly_known) {
        worst = worst.min(telling.next().map_or(0, |word| fit(token, word, *known)));
    }
    if telling.next().is_none() { worst } else { 0 }
}

fn fit(token: &str, word: &str, exactly_known: bool) -> u32 {
    if word.eq_ignore_ascii_case(token) {
        return SAME;
    }
    let begins = token.len() >= 3
        && word.as_bytes().get(..token.len()).is_some_and(|start| start.eq_ignore_ascii_case(token.as_bytes()));
    if begins {
        return BEGINS;
    }
    if exactly_known {
        return 0;
    }
    match distance(token, word, allowed(token.len())) {
        Some(0 | 1) => ONE_SLIP,
        Some(_) => TWO_SLIPS,
        None => 0,
    }
}

/// A word that few targets have tells more: 1 for a word all have, one more for each halving.
fn rarity(having: usize, of: usize) -> u32 {
    1 + (of / having.max(1)).max(1).ilog2()
}

fn hit(target: Target, points: &[u32], whole: u32, rarity: &[u32]) -> Hit {
    let matched = points.iter().filter(|points| **points > 0).count();
    let sum: u32 = points.iter().zip(rarity).map(|(points, rarity)| points * rarity).sum();
    let total = points.len() as u32;
    let covered = sum * (matched * matched) as u32 / (total * total).max(1);
    Hit { target, score: covered + whole, matched: (matched, points.len()), named: whole }
}
