//! `/test`: the test endpoints, for those who want to use them.

use httpwhy_report::Tone;
use httpwhy_report::render::html::literal;
use maud::{Markup, html};

use super::layout::{Indexing, Medium, Page, Setting};
use crate::endpoints::{ENDPOINTS, Endpoint, Methods};
use crate::status::peers::{PEERS, Peer};

/// What `/status/CODE` takes in the query.
const CONTROLS: [(&str, &str); 19] = [
    ("delay=300ms", "wait before the answer; delay=100ms-2s for a time between two"),
    ("sequence=503,503,200&key=K", "one after the other, for each key: fail twice, then work"),
    ("random=200:90,503:10&seed=7", "by chance, with weights; the same seed gives the same row"),
    ("interim=102x3@1s,103", "interim responses first, with a count and a pause before each"),
    ("then=200", "with a code from 100 to 199 in the path: the final status after it"),
    ("retry_after=120", "a Retry-After"),
    ("to=/403", "where a redirect leads; own paths only"),
    ("header=Name:value", "this field; may be repeated"),
    ("trailer=Name:value", "this field after the content; may be repeated"),
    ("body=text", "this content"),
    ("type=text/css", "of this type"),
    ("suppress_body=1", "without content"),
    ("reason=Because", "this reason phrase (HTTP/1.x)"),
    ("cache=60", "it may be cached so long; otherwise no answer may"),
    ("drip=5s", "the content in pieces over this time; drip=10@100ms for so many bytes, so often"),
    (
        "fault=reset",
        "done wrong on purpose: close, reset, hang, truncate, slow-head, garbage, bad-chunk, length-long, length-short, status-line",
    ),
    ("explain=1", "show the plan instead of carrying it out"),
    ("sleep=300", "as delay, in milliseconds, for who comes from httpstat.us"),
    ("_delay=300ms", "any of these with a line before it stands next to parameters of your own"),
];

/// The page.
pub fn page(setting: &Setting) -> Page {
    Page {
        path: "/test".to_owned(),
        title: "Test endpoints".to_owned(),
        description:
            "Any HTTP status on demand, as the protocol means it: with its fields, delays, sequences and faults."
                .to_owned(),
        tone: Tone::Plain,
        main: html! {
            article {
                header {
                    h1 { "Test endpoints" }
                    p class="summary" { "Any status on demand, as the protocol means it: with the fields it must have, and without the content it must not have." }
                }
                @if setting.medium == Medium::Copy { (only_served()) }
                h2 id="status" { "Any status" }
                (literal(&status(setting.origin_or_example())))
                p { "Every number from 100 to 999, with every method. What follows the number does not matter, so that a base URL can be swapped. "
                    "Each answer says in a field of its own that it was asked for." }
                h2 id="controls" { "In any combination" }
                dl class="rows" { @for (control, what) in CONTROLS { dt { code { (control) } } dd { (what) } } }
                h2 id="resources" { "Little resources that are real" }
                p { "Ranges, conditions, credentials, limits, uploads: a client can do the whole dance with them." }
                dl class="rows" { @for endpoint in ENDPOINTS { (self::endpoint(endpoint, setting.origin_or_example())) } }
                h2 id="peers" { "Coming from another test server" }
                p { "The addresses that their users know work here, too." }
                (peers())
            }
        },
        data: None,
        indexing: Indexing::Wanted,
    }
}

fn endpoint(endpoint: &Endpoint, origin: &str) -> Markup {
    let codes: Vec<String> = endpoint.codes.iter().map(u16::to_string).collect();
    let methods = match endpoint.methods {
        Methods::Any => "any method".to_owned(),
        Methods::Listed(methods) => methods.join(", "),
    };
    html! {
        dt { code { (endpoint.path) } }
        dd {
            (endpoint.shows) " " span class="note" { (methods) "; " (codes.join(", ")) }
            (literal(&endpoint.curl.replace("{origin}", origin)))
        }
    }
}

fn peers() -> Markup {
    html! {
        div class="wide" tabindex="0" role="region" aria-labelledby="peers" {
            table {
                thead { tr { th scope="col" { "Known from" } th scope="col" { "Request" } th scope="col" { "What happens" } } }
                tbody { @for peer in PEERS { tr { td { (peer.by) } td { (request(peer)) } td { (peer.gives) } } } }
            }
        }
    }
}

fn request(peer: &Peer) -> Markup {
    html! {
        code { (peer.target) }
        @if let Some((name, value)) = peer.field { br; code { (name) ": " (value) } }
    }
}

fn status(origin: &str) -> String {
    format!(
        "curl -i {origin}/status/503\ncurl -i {origin}/status/503/any/path\ncurl -i '{origin}/status/503?delay=300ms&retry_after=120'"
    )
}

/// What files cannot do.
pub fn only_served() -> Markup {
    html! {
        p class="remark" { "This is a copy of the site in files, which cannot answer this. " code { "httpwhy serve" } " runs the whole site on your machine." }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::Config;
    use crate::plan::Answer;
    use crate::request::Request;
    use crate::site::Site;

    #[test]
    fn every_control_that_is_shown_is_understood() {
        let site = Arc::new(Site::new(Config::default()));
        for (control, _) in CONTROLS {
            let request = Request::get(&format!("/status/103?{control}"));
            let Some(Answer::Now(plan)) = crate::status::answer(&site, &request) else { panic!("{control}") };
            assert_ne!(plan.status, 400, "{control}");
        }
    }

    #[test]
    fn every_control_that_is_understood_is_shown() {
        let shown = |name: &&&str| {
            CONTROLS.iter().any(|(control, _)| control.split('&').any(|one| one.split('=').next() == Some(**name)))
        };
        let hidden: Vec<_> = crate::status::CONTROLS.iter().filter(|name| !shown(name)).collect();
        assert!(hidden.is_empty(), "{hidden:?}");
    }
}
