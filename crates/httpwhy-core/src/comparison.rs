//! The questions people ask: which of two codes, or what to answer when.

use crate::Citation;
use crate::generated::comparisons;
use crate::table::{self, List, Stored, Str, stored, tabled};

stored! {
    /// One question with its answer.
    ///
    /// ```
    /// let which = httpwhy_core::Comparison::of(&[403, 401]).unwrap();
    /// assert_eq!(which.question, "401 or 403?");
    /// ```
    #[derive(Debug)]
    pub struct Comparison stored as ComparisonRow {
        /// The codes joined by `-`, or words.
        pub id: &'static str,
        /// As people ask it.
        pub question: &'static str,
        /// Other ways to ask it.
        pub also_asked: List<&'static str>,
        /// The codes it is about.
        pub codes: List<u16>,
        /// The answer, in one or two sentences.
        pub answer: &'static str,
        /// When it is which.
        pub when: List<When>,
        /// Why, in paragraphs.
        pub text: &'static str,
        /// Where that is written.
        pub sources: List<Citation>,
    }
}

impl Comparison {
    /// The comparison with this id.
    ///
    /// ```
    /// assert!(httpwhy_core::Comparison::get("401-403").is_some());
    /// ```
    pub fn get(id: &str) -> Option<Comparison> {
        COMPARISONS.iter().find(|comparison| comparison.id == id)
    }

    /// The comparison that chooses between these codes and the fewest others, in any order.
    ///
    /// ```
    /// use httpwhy_core::Comparison;
    /// assert_eq!(Comparison::of(&[401, 403]).unwrap().id, Comparison::of(&[403, 401]).unwrap().id);
    /// assert!(Comparison::of(&[200, 508]).is_none());
    /// ```
    pub fn of(codes: &[u16]) -> Option<Comparison> {
        let chooses =
            |comparison: &Comparison, code: u16| comparison.when.iter().any(|when| when.choice == Choice::Code(code));
        let about = |comparison: &Comparison| !codes.is_empty() && codes.iter().all(|code| chooses(comparison, *code));
        COMPARISONS.iter().filter(about).min_by_key(|comparison| comparison.codes.len())
    }
}

stored! {
    /// One side of a comparison.
    ///
    /// ```
    /// let first = httpwhy_core::Comparison::get("401-403").unwrap().when.first().unwrap();
    /// assert!(matches!(first.choice, httpwhy_core::Choice::Code(401)));
    /// ```
    #[derive(Debug)]
    pub struct When stored as WhenRow {
        /// What to choose.
        pub choice: Choice,
        /// Completes "401 when …".
        pub condition: &'static str,
    }
}

/// What a comparison chooses between.
///
/// ```
/// assert_ne!(httpwhy_core::Choice::Code(401), httpwhy_core::Choice::Words("401"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A code.
    Code(u16),
    /// Anything else, in words.
    Words(&'static str),
}

#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum ChoiceRow {
    Code(u16),
    Words(Str),
}

impl Stored for Choice {
    type Row = ChoiceRow;
    fn read(row: &'static ChoiceRow) -> Self {
        match row {
            ChoiceRow::Code(code) => Choice::Code(*code),
            ChoiceRow::Words(words) => Choice::Words(words.get()),
        }
    }
}

/// Every comparison, by id.
///
/// ```
/// assert!(httpwhy_core::COMPARISONS.len() >= 30);
/// ```
pub const COMPARISONS: List<Comparison> = table::all(comparisons::COMPARISONS.len());

tabled!(Comparison in comparisons::COMPARISONS);
tabled!(When in comparisons::WHEN);
