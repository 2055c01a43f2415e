//! Resources for those who can show who they are: Basic, Bearer, Digest.

pub mod basic;
pub mod bearer;
mod challenge;
pub mod digest;

pub use digest::Secret;

use serde_json::json;

use crate::plan::Plan;

use super::ask::Ask;

/// What stands behind this scheme in Authorization; its name in any case (RFC 9110, 11.1).
fn credentials<'a>(ask: &'a Ask, scheme: &str) -> Option<&'a str> {
    let (given, rest) = ask.field("authorization")?.split_once(' ')?;
    given.eq_ignore_ascii_case(scheme).then(|| rest.trim())
}

fn welcome(user: &str) -> Plan {
    super::json(&json!({ "authenticated": true, "user": user }))
}

/// Compares in the same time wherever the texts differ.
fn is_same(given: &str, right: &str) -> bool {
    let differences = given.bytes().zip(right.bytes()).fold(0, |sum, (one, other)| sum | (one ^ other));
    given.len() == right.len() && differences == 0
}
