//! Comparisons.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use super::sources::cite;
use crate::{Choice, Comparison, When};

pub(crate) static COMPARISONS: [Comparison; 1] = [
    Comparison {
        id: "401-403",
        question: "401 or 403?",
        also_asked: &["unauthorized vs forbidden", "difference between 401 and 403", "not logged in or not allowed"],
        codes: &[401, 403],
        answer: "401 when the request has no valid credentials: log in and try again. 403 when the server knows enough and still refuses.",
        when: &[When { choice: Choice::Code(401), condition: "credentials are missing, wrong or expired; the response must carry a `WWW-Authenticate` challenge" }, When { choice: Choice::Code(403), condition: "the credentials are fine and the rights are not, or no credentials would help" }],
        text: "The names mislead: 401 Unauthorized is about authentication (who are you?), 403 Forbidden about authorization (may you?). A 401 without `WWW-Authenticate` breaks RFC 9110, and clients that look for the challenge cannot know what to send.\n\nWith OAuth 2.0 bearer tokens the split is written down: `invalid_token` goes with 401, `insufficient_scope` with 403.\n\nA server that wants to hide that a resource exists may answer 404 in place of 403.",
        sources: &[cite(232, "15.5.2"), cite(232, "15.5.4"), cite(232, "11.6.1"), cite(220, "3.1")],
    },
];
