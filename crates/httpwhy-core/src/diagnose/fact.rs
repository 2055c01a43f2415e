//! Facts that have to be computed: what no single field or piece of content says.

mod credentials;
mod media;
mod redirects;
mod target;
mod token;

use alloc::format;

use super::Place;
use super::sign::Found;
use crate::Exchange;

/// Where a fact was found and what, if it holds. `knowledge/README.md` lists the names.
pub fn holds(name: &str, exchange: &Exchange) -> Option<Found> {
    match name {
        "redirects-repeat" => redirects::repeat(exchange),
        "media-type-is-accepted" => media::is_among_those_accepted(exchange),
        "method-changed" => redirects::changed_method(exchange),
        "credentials-dropped" => redirects::dropped_credentials(exchange),
        "token-expired" => token::is_expired(exchange),
        "token-not-yet-valid" => token::is_not_yet_valid(exchange),
        "credentials" => credentials::are_there(exchange),
        "no-credentials" => credentials::are_missing(exchange),
        "target-is-no-directory" => target::is_no_directory(exchange),
        "target-is-hidden" => target::is_hidden(exchange),
        "target-is-plain-http" => target::is_plain_http(exchange),
        "referer-is-elsewhere" => target::is_referred_from_elsewhere(exchange),
        "library-user-agent" => target::is_asked_by_a_library(exchange),
        "logged-again-and-again" => logged_again_and_again(exchange),
        _ => None,
    }
}

/// One request that an access log has many times within its time: a proxy asks itself.
fn logged_again_and_again(exchange: &Exchange) -> Option<Found> {
    const MANY: u32 = 10;
    let times = exchange.logged.as_ref()?.times;
    (times >= MANY).then(|| Found::new(Place::Log, format!("the access log has this request {times} times")))
}
