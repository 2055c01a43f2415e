//! What each redirect does to the method.

use crate::Citation;
use crate::generated::redirects;
use crate::table::{List, stored, stored_as_they_are, tabled};

stored_as_they_are!(MethodFate);

/// What happens to a method when a client follows a redirect.
///
/// ```
/// assert_eq!(httpwhy_core::MethodFate::Kept.word(), "kept");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodFate {
    /// Method and content are sent again.
    Kept,
    /// The next request is a GET without content.
    BecomesGet,
    /// The standard allows the change to GET, and browsers make it.
    MayBecomeGet,
    /// Clients do not follow by themselves.
    NotFollowed,
}

impl MethodFate {
    /// In words, for people.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::MethodFate::MayBecomeGet.word(), "may become GET");
    /// ```
    pub const fn word(self) -> &'static str {
        match self {
            MethodFate::Kept => "kept",
            MethodFate::BecomesGet => "becomes GET",
            MethodFate::MayBecomeGet => "may become GET",
            MethodFate::NotFollowed => "not followed",
        }
    }
}

stored! {
    /// One redirect status and the fate of each method of the matrix.
    ///
    /// ```
    /// let row = httpwhy_core::REDIRECTS.row(303).unwrap();
    /// assert_eq!(row.fates.len(), httpwhy_core::REDIRECTS.methods.len());
    /// ```
    #[derive(Debug)]
    pub struct Redirect stored as RedirectRow {
        /// The status.
        pub number: u16,
        /// In the order of [`RedirectMatrix::methods`].
        pub fates: List<MethodFate>,
        /// Where that is written.
        pub source: Citation,
    }
}

/// The matrix of redirect statuses and methods.
///
/// ```
/// use httpwhy_core::{MethodFate, REDIRECTS};
/// assert_eq!(REDIRECTS.fate(302, "POST"), Some(MethodFate::MayBecomeGet));
/// assert_eq!(REDIRECTS.fate(308, "POST"), Some(MethodFate::Kept));
/// assert_eq!(REDIRECTS.fate(301, "QUERY"), Some(MethodFate::Kept));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct RedirectMatrix {
    /// The methods, one a column.
    pub methods: List<&'static str>,
    /// One a status.
    pub rows: List<Redirect>,
    /// What else happens on the way.
    pub notes: List<&'static str>,
    /// Where that is written.
    pub sources: List<Citation>,
}

impl RedirectMatrix {
    /// The row of a status.
    ///
    /// ```
    /// assert!(httpwhy_core::REDIRECTS.row(404).is_none());
    /// ```
    pub fn row(&self, number: u16) -> Option<Redirect> {
        self.rows.iter().find(|row| row.number == number)
    }

    /// What happens to a method under a status.
    ///
    /// ```
    /// use httpwhy_core::{MethodFate, REDIRECTS};
    /// assert_eq!(REDIRECTS.fate(303, "PUT"), Some(MethodFate::BecomesGet));
    /// ```
    pub fn fate(&self, number: u16, method: &str) -> Option<MethodFate> {
        let column = self.methods.iter().position(|known| known == method)?;
        self.row(number)?.fates.get(column)
    }
}

/// The matrix.
///
/// ```
/// assert!(httpwhy_core::REDIRECTS.methods.iter().any(|method| method == "QUERY"));
/// ```
pub static REDIRECTS: RedirectMatrix = redirects::MATRIX;

tabled!(Redirect in redirects::REDIRECTS);
tabled!(MethodFate in redirects::FATES);
