//! The five classes of status codes, and what a code nobody knows means in each.

use crate::Citation;
use crate::generated::classes;
use crate::table::{self, List, Stored, stored, stored_as_they_are, tabled};

stored_as_they_are!(Class);

/// The class of a code, by its first digit (RFC 9110, section 15).
///
/// ```
/// use httpwhy_core::Class;
/// assert_eq!(Class::of(418), Class::ClientError);
/// assert_eq!(Class::of(0), Class::None);
/// assert_eq!(Class::of(799), Class::None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// 0 and everything outside 100 to 599.
    None,
    /// 1xx.
    Informational,
    /// 2xx.
    Success,
    /// 3xx.
    Redirection,
    /// 4xx.
    ClientError,
    /// 5xx.
    ServerError,
}

impl Class {
    /// The class a number falls into.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Class::of(299), httpwhy_core::Class::Success);
    /// ```
    pub const fn of(number: u16) -> Class {
        match number {
            100..=199 => Class::Informational,
            200..=299 => Class::Success,
            300..=399 => Class::Redirection,
            400..=499 => Class::ClientError,
            500..=599 => Class::ServerError,
            _ => Class::None,
        }
    }

    /// The word used in JSON.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Class::of(404).word(), "client-error");
    /// ```
    pub const fn word(self) -> &'static str {
        match self {
            Class::None => "none",
            Class::Informational => "informational",
            Class::Success => "success",
            Class::Redirection => "redirection",
            Class::ClientError => "client-error",
            Class::ServerError => "server-error",
        }
    }

    /// What the class means.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Class::ServerError.facts().name, "server error");
    /// ```
    pub fn facts(self) -> ClassFacts {
        ClassFacts::read(&classes::CLASSES[self as usize])
    }
}

stored! {
    /// What a class means, and how to read a code of it that nobody registered.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Class::Success.facts().range, "200 to 299");
    /// ```
    #[derive(Debug)]
    pub struct ClassFacts stored as ClassFactsRow {
        /// Lower case, singular: `client error`.
        pub name: &'static str,
        /// In words: `400 to 499`.
        pub range: &'static str,
        /// What every code of the class says.
        pub meaning: &'static str,
        /// How to treat a code of the class that one does not know.
        pub unknown: &'static str,
        /// Where that is written.
        pub source: Citation,
    }
}

/// The classes, in the order of [`Class`].
///
/// ```
/// assert_eq!(httpwhy_core::CLASSES.len(), 6);
/// ```
pub const CLASSES: List<ClassFacts> = table::all(classes::CLASSES.len());

tabled!(ClassFacts in classes::CLASSES);
