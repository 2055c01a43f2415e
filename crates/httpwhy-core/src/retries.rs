//! Which codes clients and proxies retry by themselves.

use crate::Citation;
use crate::generated::retries;
use crate::table::{self, List, stored, tabled};

stored! {
    /// One client and what it retries.
    ///
    /// ```
    /// let curl = httpwhy_core::RETRY_CLIENTS.iter().find(|client| client.name == "curl").unwrap();
    /// assert!(curl.codes.iter().any(|code| code == 503));
    /// ```
    #[derive(Debug)]
    pub struct RetryClient stored as RetryClientRow {
        /// The client.
        pub name: &'static str,
        /// The option that makes it retry; nothing is retried without.
        pub setting: &'static str,
        /// The codes.
        pub codes: List<u16>,
        /// Conditions.
        pub note: &'static str,
        /// Where that is written.
        pub source: Citation,
    }
}

/// Every client we know of.
///
/// ```
/// assert!(httpwhy_core::RETRY_CLIENTS.len() >= 3);
/// ```
pub const RETRY_CLIENTS: List<RetryClient> = table::all(retries::RETRY_CLIENTS.len());

tabled!(RetryClient in retries::RETRY_CLIENTS);
