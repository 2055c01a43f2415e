//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use super::sources::cite;
use crate::RetryClient;

pub(crate) static RETRY_CLIENTS: [RetryClient; 4] = [
    RetryClient { name: "curl", setting: "`--retry N`", codes: &[408, 429, 500, 502, 503, 504, 522, 524], note: "Any method. Obeys `Retry-After` since 7.66.0. Older releases do not know 522 and 524.", source: cite(82, "--retry") },
    RetryClient { name: "urllib3 and requests", setting: "`Retry(…)`; no status unless `status_forcelist` names it", codes: &[413, 429, 503], note: "These three only when the response has `Retry-After`, and by default only GET, HEAD, PUT, DELETE, OPTIONS and TRACE. requests itself repeats no status until a `Retry` is mounted on its adapter.", source: cite(303, "") },
    RetryClient { name: "got", setting: "on by default, 2 times", codes: &[408, 413, 429, 500, 502, 503, 504, 521, 522, 524], note: "By default not POST or PATCH. Obeys `Retry-After`.", source: cite(133, "") },
    RetryClient { name: "nginx", setting: "`proxy_next_upstream http_500 …`; by default only `error timeout`", codes: &[403, 404, 429, 500, 502, 503, 504], note: "Goes to the next server of the `upstream`. Not for POST, LOCK and PATCH once the request was sent, unless `non_idempotent` is set.", source: cite(196, "proxy_next_upstream") },
];
