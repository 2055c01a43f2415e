//! How languages and frameworks name the codes.

use crate::Citation;
use crate::generated::constants;
use crate::table::{self, List, stored, tabled};

stored! {
    /// The names one language or framework has.
    ///
    /// ```
    /// let go = httpwhy_core::CONSTANTS.iter().find(|target| target.id == "go").unwrap();
    /// assert_eq!(go.names(404).first(), Some("http.StatusNotFound"));
    /// ```
    #[derive(Debug)]
    pub struct Constants stored as ConstantsRow {
        /// Short name.
        pub id: &'static str,
        /// As people know it: `Go net/http`.
        pub target: &'static str,
        /// The language.
        pub language: &'static str,
        /// Code and names, by number.
        pub named: List<Named>,
        /// Where the names stand.
        pub source: Citation,
    }
}

stored! {
    /// The names of one code in one target.
    ///
    /// ```
    /// let first = httpwhy_core::CONSTANTS.first().unwrap().named.first().unwrap();
    /// assert!(!first.names.is_empty());
    /// ```
    #[derive(Debug)]
    pub struct Named stored as NamedRow {
        /// The code.
        pub number: u16,
        /// The name to use first, then the others that work.
        pub names: List<&'static str>,
    }
}

impl Constants {
    /// The names of a code; none if the target has none.
    ///
    /// ```
    /// for target in httpwhy_core::CONSTANTS {
    ///     assert!(target.names(65535).is_empty());
    /// }
    /// ```
    pub fn names(self, number: u16) -> List<&'static str> {
        self.named.iter().find(|named| named.number == number).map_or(List::new(0, 0), |named| named.names)
    }
}

/// Every target.
///
/// ```
/// assert!(httpwhy_core::CONSTANTS.len() >= 18);
/// ```
pub const CONSTANTS: List<Constants> = table::all(constants::CONSTANTS.len());

tabled!(Constants in constants::CONSTANTS);
tabled!(Named in constants::NAMED);
