//! Scores everything that can be found against the words of a query, in one walk over the terms.

use alloc::vec::Vec;

use super::Target;
use super::terms::{Kind, Term, says_nothing, words};
use super::typo::{allowed, distance, letters, may_be_near};
use crate::generated::terms::TERMS;

/// Something and how well it fits.
pub struct Hit {
    term: &'static Term,
    pub score: u32,
    /// How many words of the query it has, and of how many.
    matched: (usize, usize),
    /// The points for being named whole by the query; 0 if it is not.
    pub named: u32,
}

impl Hit {
    /// Good enough to be shown as an answer: its whole name, or every word of the query.
    pub fn is_good(&self) -> bool {
        self.named > 0 || self.matched.0 == self.matched.1
    }

    pub fn is_code(&self) -> bool {
        self.term.kind == Kind::Code
    }

    pub fn target(&self) -> Target {
        self.term.target()
    }
}

/// A text of this weight or more names its target: who types the whole of it means that target.
const NAMES: u8 = 8;

/// Points for one word, before the weight of the text it stands in.
const SAME: u32 = 100;
const BEGINS: u32 = 60;
const ONE_SLIP: u32 = 55;
const TWO_SLIPS: u32 = 40;
/// What the points of a name count when the query is the whole of it.
const WHOLE: u32 = 10;

/// A query is a phrase; of a longer text the first words are looked for.
const MOST_WORDS: usize = 12;

/// The points of one thing while its terms are walked.
struct Row {
    term: &'static Term,
    /// By word of the query: with slips, and without.
    points: [[u32; 2]; MOST_WORDS],
    named: [u32; 2],
}

/// Everything that has at least one word of the query, best first.
pub fn all(query: &str) -> Vec<Hit> {
    let tokens = tokens(query);
    let mut rows: Vec<Row> = Vec::new();
    let mut known = [false; MOST_WORDS];
    for thing in TERMS.chunk_by(Term::is_of_same) {
        let row = score(thing, &tokens, &mut known);
        if row.points.iter().any(|points| points[0] > 0) {
            rows.push(row);
        }
    }
    // A word that some text has is no slip of another.
    let strictly: [usize; MOST_WORDS] = known.map(usize::from);
    let points = |row: &Row, at: usize| row.points[at][strictly[at]];
    let rarity: Vec<u32> =
        (0..tokens.len()).map(|at| rarity(rows.iter().filter(|row| points(row, at) > 0).count(), rows.len())).collect();
    let all_known = usize::from(known[..tokens.len()].iter().all(|known| *known));
    let hit = |row: &Row| {
        let matched = (0..tokens.len()).filter(|at| points(row, *at) > 0).count();
        let sum: u32 = (0..tokens.len()).map(|at| points(row, at) * rarity[at]).sum();
        let covered = sum * (matched * matched) as u32 / ((tokens.len() * tokens.len()) as u32).max(1);
        let named = row.named[all_known];
        Hit { term: row.term, score: covered + named, matched: (matched, tokens.len()), named }
    };
    let mut hits: Vec<Hit> = rows.iter().map(hit).filter(|hit| hit.score > 0).collect();
    hits.sort_by_key(|hit| core::cmp::Reverse(hit.score));
    hits
}

fn score(thing: &'static [Term], tokens: &[Token<'_>], known: &mut [bool; MOST_WORDS]) -> Row {
    let mut row = Row { term: &thing[0], points: [[0; 2]; MOST_WORDS], named: [0; 2] };
    for term in thing {
        let (text, weight) = (term.text.get(), u32::from(term.weight));
        for word in words(text) {
            let letters = letters(word);
            for (at, token) in tokens.iter().enumerate() {
                let fit = fit(token, word, letters);
                known[at] |= fit == SAME;
                row.points[at][0] = row.points[at][0].max(weight * fit);
                if fit >= BEGINS {
                    row.points[at][1] = row.points[at][1].max(weight * fit);
                }
            }
        }
        if term.weight >= NAMES {
            let whole = whole_fit(text, tokens);
            row.named[0] = row.named[0].max(weight * WHOLE * whole);
            if whole >= BEGINS {
                row.named[1] = row.named[1].max(weight * WHOLE * whole);
            }
        }
    }
    row
}

/// The three that come nearest when nothing fits: by the words they have, then by the letters of their names.
pub fn nearest(query: &str, hits: &[Hit]) -> Vec<Target> {
    let mut found: Vec<&Term> = hits.iter().take(3).map(|hit| hit.term).collect();
    let names = TERMS.iter().filter(|term| term.weight > NAMES && term.kind == Kind::Code);
    let mut by_letters: Vec<(usize, &Term)> =
        names.map(|term| (distance(query, term.text.get(), usize::MAX).unwrap_or(usize::MAX), term)).collect();
    by_letters.sort_by_key(|(distance, _)| *distance);
    for (_, term) in by_letters {
        if found.len() < 3 && !found.iter().any(|other| other.is_of_same(term)) {
            found.push(term);
        }
    }
    found.into_iter().map(Term::target).collect()
}

/// A word of the query, and what is needed of it again and again.
struct Token<'q> {
    text: &'q str,
    letters: u64,
    slips: usize,
}

/// The words of the query that say something; all of them if none does.
fn tokens(query: &str) -> Vec<Token<'_>> {
    let token = |text| Token { text, letters: letters(text), slips: allowed(text.len()) };
    let telling: Vec<Token> = words(query).filter(|word| !says_nothing(word)).take(MOST_WORDS).map(token).collect();
    if telling.is_empty() { words(query).take(MOST_WORDS).map(token).collect() } else { telling }
}

/// How well the worst word of a text fits when the query has all its words and no other, in order; 0 otherwise.
fn whole_fit(text: &str, tokens: &[Token<'_>]) -> u32 {
    let mut telling = words(text).filter(|word| !says_nothing(word));
    let mut worst = if tokens.is_empty() { 0 } else { SAME };
    for token in tokens {
        worst = worst.min(telling.next().map_or(0, |word| fit(token, word, letters(word))));
        if worst == 0 {
            return 0;
        }
    }
    if telling.next().is_none() { worst } else { 0 }
}

fn fit(token: &Token<'_>, word: &str, letters: u64) -> u32 {
    if !may_be_near(token.letters, letters, token.slips) && token.letters & !letters != 0 {
        return 0;
    }
    let (sought, found) = (token.text.as_bytes(), word.as_bytes());
    if found.eq_ignore_ascii_case(sought) {
        return SAME;
    }
    if sought.len() >= 3 && found.get(..sought.len()).is_some_and(|start| start.eq_ignore_ascii_case(sought)) {
        return BEGINS;
    }
    match distance(token.text, word, token.slips) {
        Some(0 | 1) if token.slips > 0 => ONE_SLIP,
        Some(2) => TWO_SLIPS,
        _ => 0,
    }
}

/// A word that few have tells more: 1 for a word all have, one more for each halving.
fn rarity(having: usize, of: usize) -> u32 {
    1 + (of / having.max(1)).max(1).ilog2()
}
