//! How languages and frameworks name the codes.

use crate::Citation;
use crate::generated::constants;

/// The names one language or framework has.
///
/// ```
/// let go = httpwhy_core::CONSTANTS.iter().find(|target| target.id == "go").unwrap();
/// assert_eq!(go.names(404), ["http.StatusNotFound"]);
/// ```
#[derive(Debug)]
pub struct Constants {
    /// Short name.
    pub id: &'static str,
    /// As people know it: `Go net/http`.
    pub target: &'static str,
    /// The language.
    pub language: &'static str,
    /// Code and names, by number.
    pub named: &'static [Named],
    /// Where the names stand.
    pub source: Citation,
}

/// The names of one code in one target.
///
/// ```
/// let first = &httpwhy_core::CONSTANTS[0].named[0];
/// assert!(!first.names.is_empty());
/// ```
#[derive(Debug)]
pub struct Named {
    /// The code.
    pub number: u16,
    /// The name to use first, then the others that work.
    pub names: &'static [&'static str],
}

impl Constants {
    /// The names of a code; none if the target has none.
    ///
    /// ```
    /// for target in httpwhy_core::CONSTANTS {
    ///     assert!(target.names(65535).is_empty());
    /// }
    /// ```
    pub fn names(&self, number: u16) -> &'static [&'static str] {
        self.named.binary_search_by_key(&number, |named| named.number).map_or(&[], |place| self.named[place].names)
    }
}

/// Every target.
///
/// ```
/// assert!(httpwhy_core::CONSTANTS.len() >= 18);
/// ```
pub static CONSTANTS: &[Constants] = &constants::CONSTANTS;
