//! What redirects do to methods.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use super::sources::cite;
use crate::{MethodFate, Redirect, RedirectMatrix};

pub(crate) const REDIRECTS: RedirectMatrix = RedirectMatrix {
    methods: &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "QUERY"],
    rows: &[
        Redirect { number: 301, fates: &[MethodFate::Kept, MethodFate::Kept, MethodFate::MayBecomeGet, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept], source: cite(260, "15.4.2") }, 
        Redirect { number: 302, fates: &[MethodFate::Kept, MethodFate::Kept, MethodFate::MayBecomeGet, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept], source: cite(260, "15.4.3") }, 
        Redirect { number: 303, fates: &[MethodFate::Kept, MethodFate::Kept, MethodFate::BecomesGet, MethodFate::BecomesGet, MethodFate::BecomesGet, MethodFate::BecomesGet, MethodFate::BecomesGet], source: cite(260, "15.4.4") }, 
        Redirect { number: 307, fates: &[MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept], source: cite(260, "15.4.8") }, 
        Redirect { number: 308, fates: &[MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept, MethodFate::Kept], source: cite(251, "3") }],
    notes: &["Browsers follow 301, 302, 303, 307 and 308, at most 20 in a row; 300, 304, 305 and 306 are not followed.", "On the way to another origin browsers drop `Authorization`, and curl does so on the way to another host unless told otherwise.", "The table is what the standards say and browsers do. Libraries differ: Python requests sends GET after a 302 to every method but HEAD.", "When the method becomes GET, the content and the fields that describe it are dropped.", "A `Location` without a fragment inherits the fragment of the first target."],
    sources: &[cite(260, "15.4"), cite(119, "HTTP-redirect fetch"), cite(251, "3"), cite(233, "2.5"), cite(231, "src/requests/sessions.py")],
};
