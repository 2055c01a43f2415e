//! What a search walks: texts, each with what it finds and how much it weighs.

use super::Target;
use crate::table::Str;
use crate::{CAUSES, CODES, COMPARISONS, Subcode};

/// The kinds of things that are found by words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Code,
    Cause,
    Comparison,
    Subcode,
}

/// One text of one thing; all texts of a thing stand together.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    pub text: Str,
    pub kind: Kind,
    pub place: u16,
    pub weight: u8,
}

impl Term {
    /// Whether both are texts of the same thing.
    pub fn is_of_same(&self, other: &Term) -> bool {
        (self.kind, self.place) == (other.kind, other.place)
    }

    /// The thing.
    pub fn target(&self) -> Target {
        let place = usize::from(self.place);
        let target = match self.kind {
            Kind::Code => CODES.get(place).map(Target::Code),
            Kind::Cause => CAUSES.get(place).map(Target::Cause),
            Kind::Comparison => COMPARISONS.get(place).map(Target::Comparison),
            Kind::Subcode => Subcode::at(place).map(Target::Subcode),
        };
        target.expect("a generated term points into a table")
    }
}

/// The words of a text; an apostrophe does not part a word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    // Only ASCII parts words, so a byte is enough to look at.
    let parts = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '\'';
    text.split(parts).filter(|word| !word.is_empty())
}

/// Words that say nothing here, because every query and every text has them.
pub fn says_nothing(word: &str) -> bool {
    const EMPTY: &str = " a an and are code do does error for get getting http i i'm im in is it mean my of on see status the to too what why with ";
    let is_it = |known: &str| known.eq_ignore_ascii_case(word);
    word.len() < 8 && EMPTY.split(' ').any(is_it)
}
