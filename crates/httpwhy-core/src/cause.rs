//! A cause: what happened, how to confirm it, who must act and how.

use crate::generated::causes;
use crate::words::{Family, Verdict, Who};
use crate::{CODES, Citation, Code};

/// One cause of failures.
///
/// ```
/// let cause = httpwhy_core::Cause::get("upstream-timeout").unwrap();
/// assert!(cause.codes().any(|code| code.number == 504));
/// ```
#[derive(Debug)]
pub struct Cause {
    /// Stable; says what happened.
    pub id: &'static str,
    /// Completes "502, because …".
    pub title: &'static str,
    /// The part of the exchange it belongs to.
    pub family: Family,
    /// Who must act first.
    pub who_must_act: Who,
    /// Who else may have to.
    pub who_else: &'static [Who],
    /// Whether sending the request again helps.
    pub retryable: Verdict,
    /// When, and why.
    pub retry_note: Option<&'static str>,
    /// What people type when they look for it.
    pub keywords: &'static [&'static str],
    /// What happened, in paragraphs.
    pub meaning: &'static str,
    /// For someone at a browser.
    pub visitor: Option<&'static str>,
    /// For the developer of a client.
    pub caller: Option<&'static str>,
    /// How to make sure; the first is the one check that tells.
    pub confirm: &'static [Step],
    /// What to do.
    pub fix: &'static [Step],
    /// Causes it is taken for.
    pub mistaken_for: &'static [Mistake],
    /// Where all that is written.
    pub sources: &'static [Citation],
}

impl Cause {
    /// The cause with this id.
    ///
    /// ```
    /// assert!(httpwhy_core::Cause::get("file-permissions").is_some());
    /// assert!(httpwhy_core::Cause::get("gremlins").is_none());
    /// ```
    pub fn get(id: &str) -> Option<&'static Cause> {
        let place = CAUSES.binary_search_by(|cause| cause.id.cmp(id)).ok()?;
        CAUSES.get(place)
    }

    /// The codes it stands behind, by number.
    ///
    /// ```
    /// let cause = httpwhy_core::Cause::get("body-too-large").unwrap();
    /// assert_eq!(cause.codes().map(|code| code.number).find(|number| *number == 413), Some(413));
    /// ```
    pub fn codes(&'static self) -> impl Iterator<Item = &'static Code> {
        CODES.iter().filter(move |code| code.causes.iter().any(|likely| likely.cause.id == self.id))
    }
}

/// Every cause, by id.
///
/// ```
/// assert!(httpwhy_core::CAUSES.is_sorted_by_key(|cause| cause.id));
/// ```
pub static CAUSES: &[Cause] = &causes::CAUSES;

/// One thing to look at or to do.
///
/// ```
/// let check = &httpwhy_core::Cause::get("file-permissions").unwrap().confirm[0];
/// assert_eq!(check.platform, Some("nginx"));
/// ```
#[derive(Debug)]
pub struct Step {
    /// An imperative sentence.
    pub action: &'static str,
    /// Safe to paste.
    pub command: Option<&'static str>,
    /// The software it is for, if it is for one only.
    pub platform: Option<&'static str>,
}

/// A cause this one is taken for.
///
/// ```
/// let others = httpwhy_core::Cause::get("file-permissions").unwrap().mistaken_for;
/// assert!(others.iter().any(|other| other.cause.id == "access-rule-denied"));
/// ```
#[derive(Debug)]
pub struct Mistake {
    /// The other cause.
    pub cause: &'static Cause,
    /// What differs.
    pub how: &'static str,
}
