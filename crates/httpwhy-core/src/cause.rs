//! A cause: what happened, how to confirm it, who must act and how.

use core::fmt;

use crate::generated::causes;
use crate::table::{self, List, stored, tabled};
use crate::words::{Family, Verdict, Who};
use crate::{CODES, Citation, Code};

stored! {
    /// One cause of failures.
    ///
    /// ```
    /// let cause = httpwhy_core::Cause::get("upstream-timeout").unwrap();
    /// assert!(cause.codes().any(|code| code.number == 504));
    /// ```
    pub struct Cause stored as CauseRow {
        /// Stable; says what happened.
        pub id: &'static str,
        /// Completes "502, because …".
        pub title: &'static str,
        /// The part of the exchange it belongs to.
        pub family: Family,
        /// Who must act first.
        pub who_must_act: Who,
        /// Who else may have to.
        pub who_else: List<Who>,
        /// Whether sending the request again helps.
        pub retryable: Verdict,
        /// When, and why.
        pub retry_note: Option<&'static str>,
        /// What people type when they look for it.
        pub keywords: List<&'static str>,
        /// What happened, in paragraphs.
        pub meaning: &'static str,
        /// For someone at a browser.
        pub visitor: Option<&'static str>,
        /// For the developer of a client.
        pub caller: Option<&'static str>,
        /// How to make sure; the first is the one check that tells.
        pub confirm: List<Step>,
        /// What to do.
        pub fix: List<Step>,
        /// Causes it is taken for.
        pub mistaken_for: List<Mistake>,
        /// Where all that is written.
        pub sources: List<Citation>,
    }
}

impl Cause {
    /// By its place in the table.
    #[cfg(feature = "alloc")]
    pub(crate) fn at(place: u16) -> Option<Cause> {
        CAUSES.get(usize::from(place))
    }

    /// The cause with this id.
    ///
    /// ```
    /// assert!(httpwhy_core::Cause::get("file-permissions").is_some());
    /// assert!(httpwhy_core::Cause::get("gremlins").is_none());
    /// ```
    pub fn get(id: &str) -> Option<Cause> {
        let place = causes::CAUSES.binary_search_by(|row| row.id.get().cmp(id)).ok()?;
        CAUSES.get(place)
    }

    /// The codes it stands behind, by number.
    ///
    /// ```
    /// let cause = httpwhy_core::Cause::get("body-too-large").unwrap();
    /// assert_eq!(cause.codes().map(|code| code.number).find(|number| *number == 413), Some(413));
    /// ```
    pub fn codes(self) -> impl Iterator<Item = Code> {
        CODES.iter().filter(move |code| code.causes.iter().any(|likely| likely.cause.id == self.id))
    }
}

impl fmt::Debug for Cause {
    /// By its id: causes refer to each other in circles.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cause").field(&self.id).finish()
    }
}

/// Every cause, by id.
///
/// ```
/// assert!(httpwhy_core::CAUSES.iter().is_sorted_by_key(|cause| cause.id));
/// ```
pub const CAUSES: List<Cause> = table::all(causes::CAUSES.len());

tabled!(Cause in causes::CAUSES);
tabled!(Step in causes::STEPS);
tabled!(Mistake in causes::MISTAKES);
tabled!(Who in causes::WHO);

stored! {
    /// One thing to look at or to do.
    ///
    /// ```
    /// let check = httpwhy_core::Cause::get("file-permissions").unwrap().confirm.first().unwrap();
    /// assert_eq!(check.platform, Some("nginx"));
    /// ```
    #[derive(Debug)]
    pub struct Step stored as StepRow {
        /// An imperative sentence.
        pub action: &'static str,
        /// Safe to paste.
        pub command: Option<&'static str>,
        /// The software it is for, if it is for one only.
        pub platform: Option<&'static str>,
    }
}

stored! {
    /// A cause this one is taken for.
    ///
    /// ```
    /// let others = httpwhy_core::Cause::get("file-permissions").unwrap().mistaken_for;
    /// assert!(others.iter().any(|other| other.cause.id == "access-rule-denied"));
    /// ```
    #[derive(Debug)]
    pub struct Mistake stored as MistakeRow {
        /// The other cause.
        pub cause: Cause = at,
        /// What differs.
        pub how: &'static str,
    }
}
