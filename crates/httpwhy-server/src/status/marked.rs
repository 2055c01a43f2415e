//! What the field `HTTPWhy` says of each code that was asked for, made once.

use std::sync::OnceLock;

pub use crate::marked::{NAME, source, told};

pub fn asked(code: u16) -> &'static str {
    static MADE: [OnceLock<&'static str>; 1000] = [const { OnceLock::new() }; 1000];
    match MADE.get(usize::from(code)) {
        // Leaked on purpose: at most one a code, and a plan takes it without a copy.
        Some(made) => made.get_or_init(|| told("asked", code).leak()),
        None => "asked",
    }
}
