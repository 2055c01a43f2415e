//! The texts a target can be found by, each with its weight, and how a text falls into words.

use super::Target;
use crate::{CAUSES, CODES, COMPARISONS, SUBCODES, Standing};

/// Everything that can be found by words.
pub fn targets() -> impl Iterator<Item = Target> {
    let codes = CODES.iter().map(Target::Code);
    let causes = CAUSES.iter().map(Target::Cause);
    let comparisons = COMPARISONS.iter().map(Target::Comparison);
    let subcodes = SUBCODES.iter().flat_map(|vendor| vendor.list).map(Target::Subcode);
    codes.chain(causes).chain(comparisons).chain(subcodes)
}

/// A text of this weight or more names its target: who types the whole of it means that target.
pub const NAMES: u32 = 8;

/// Calls `each` with every text of a target and its weight. A name counts most, a sentence least. Between equal
/// texts a code of the registry comes first, then a cause, then a code or sub-code that only one vendor has.
pub fn of(target: Target, mut each: impl FnMut(&'static str, u32)) {
    match target {
        Target::Code(code) => {
            // 0 is no vendor's: every tool has it.
            let is_vendor_code = code.standing == Standing::Vendor && code.number > 0;
            let [name, also, keyword] = if is_vendor_code { [7, 7, 5] } else { [12, 11, 9] };
            each(code.name, name);
            code.also_named.iter().for_each(|name| each(name, also));
            code.keywords.iter().for_each(|words| each(words, keyword));
            code.elsewhere.iter().for_each(|other| each(other.name, 6));
            each(code.by, 3);
            each(code.summary, 2);
        }
        Target::Cause(cause) => {
            each(cause.id, NAMES);
            cause.keywords.iter().for_each(|words| each(words, 7));
            each(cause.title, 5);
        }
        Target::Comparison(comparison) => {
            each(comparison.question, 5);
            comparison.also_asked.iter().for_each(|words| each(words, 5));
        }
        Target::Subcode(subcode) => {
            each(subcode.name, 6);
            each(subcode.vendor().name, 2);
            each(subcode.meaning, 2);
        }
        Target::Number(_) => {}
    }
}

/// The words of a text; an apostrophe does not part a word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty())
}

/// Words that say nothing here, because every query and every text has them.
pub fn says_nothing(word: &str) -> bool {
    const EMPTY: &str = " a an and are code do does error for get getting http i i'm im in is it mean my of on see status the to too what why with ";
    let is_it = |known: &str| known.eq_ignore_ascii_case(word);
    EMPTY.split(' ').any(is_it)
}
