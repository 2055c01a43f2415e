//! Experiments: safe follow-up requests that tell causes apart, and what each outcome says.

use crate::generated::experiments;
use crate::table::{self, List, stored, stored_as_they_are, tabled};
use crate::{Cause, Citation, Strength};

stored_as_they_are!(Need, Send, Pace, Option<Pace>);

/// What an experiment needs of the first exchange.
///
/// ```
/// let slash = httpwhy_core::EXPERIMENTS.iter().find(|experiment| experiment.id == "index-file").unwrap();
/// assert!(slash.needs.iter().any(|need| need == httpwhy_core::Need::PathEndsWithSlash));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Its method changes nothing, so that it may be sent again (RFC 9110, 9.2.1).
    SafeMethod,
    /// It came over HTTP/2.
    Http2,
    /// It came over http, not https.
    Http,
    /// It had credentials.
    Credentials,
    /// It had cookies.
    Cookies,
    /// The path ends with a slash.
    PathEndsWithSlash,
    /// The path does not end with a slash.
    PathEndsWithoutSlash,
    /// The path is not `/`.
    PathIsNotRoot,
    /// The path has a letter in upper case.
    PathHasUpperCase,
    /// The name has IPv4 and IPv6 addresses.
    TwoFamilies,
}

/// A request made from the first one.
///
/// ```
/// assert!(httpwhy_core::EXPERIMENTS.iter().all(|experiment| experiment.sends.len() <= 2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Send {
    /// The same again.
    Same,
    /// The same, asking for a problem document.
    AsProblem,
    /// The same over HTTP/1.1.
    Http1,
    /// The file `index.html` in the directory.
    IndexHtml,
    /// A name in the same directory that cannot exist.
    MissingSibling,
    /// The root of the site.
    Root,
    /// The path with its final slash added or taken away.
    ToggleSlash,
    /// The path in lower case.
    LowerCase,
    /// The same target with OPTIONS.
    Options,
    /// The same without credentials.
    NoCredentials,
    /// The same without cookies.
    NoCookies,
    /// The same over https instead of http.
    OtherScheme,
    /// The same over the other address family.
    OtherFamily,
}

/// How long the answers took.
///
/// ```
/// assert_ne!(httpwhy_core::Pace::AtOnce, httpwhy_core::Pace::Slow);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Each less than half a second.
    AtOnce,
    /// Each more than two seconds.
    Slow,
}

stored! {
    /// One experiment.
    ///
    /// ```
    /// let again = httpwhy_core::EXPERIMENTS.iter().find(|experiment| experiment.id == "again").unwrap();
    /// assert!(again.status.iter().any(|status| status == 502));
    /// ```
    #[derive(Debug)]
    pub struct Experiment stored as ExperimentRow {
        /// Stable.
        pub id: &'static str,
        /// What is asked, after "httpwhy would".
        pub action: &'static str,
        /// Why that tells something.
        pub why: &'static str,
        /// The statuses of the first exchange for which it is made.
        pub status: List<u16>,
        /// What it needs of the first exchange.
        pub needs: List<Need>,
        /// The requests.
        pub sends: List<Send>,
        /// The answer is to the same question: its signs count beside those of the first.
        pub asks_again: bool,
        /// Its worth where that cannot be computed from outcomes, 0 to 10.
        pub worth: u8,
        /// What each outcome says.
        pub outcomes: List<Outcome>,
        /// Where that is written.
        pub source: Citation,
    }
}

stored! {
    /// One outcome of an experiment.
    ///
    /// ```
    /// assert!(httpwhy_core::EXPERIMENTS.iter().flat_map(|experiment| experiment.outcomes).all(|o| !o.saw.is_empty()));
    /// ```
    #[derive(Debug)]
    pub struct Outcome stored as OutcomeRow {
        /// How each request was answered: `ok`, `same`, `same-page`, `error`, or a status.
        pub saw: List<&'static str>,
        /// How long the answers took, if that counts.
        pub pace: Option<Pace>,
        /// What it speaks for.
        pub supports: List<Shift>,
        /// What it speaks against.
        pub opposes: List<Shift>,
    }
}

stored! {
    /// A cause, and how much an outcome says of it.
    ///
    /// ```
    /// let all = httpwhy_core::EXPERIMENTS.iter().flat_map(|experiment| experiment.outcomes);
    /// assert!(all.flat_map(|outcome| outcome.supports).any(|shift| shift.cause.id == "upstream-down"));
    /// ```
    #[derive(Debug)]
    pub struct Shift stored as ShiftRow {
        /// The cause.
        pub cause: Cause = at,
        /// How much.
        pub strength: Strength,
    }
}

/// Every experiment.
///
/// ```
/// assert!(httpwhy_core::EXPERIMENTS.len() > 10);
/// ```
pub const EXPERIMENTS: List<Experiment> = table::all(experiments::EXPERIMENTS.len());

tabled!(Experiment in experiments::EXPERIMENTS);
tabled!(Need in experiments::NEEDS);
tabled!(Outcome in experiments::OUTCOMES);
tabled!(Send in experiments::SENDS);
tabled!(Shift in experiments::SHIFTS);
