//! `/test`: the test endpoints, for those who want to use them.

use httpwhy_report::Tone;
use httpwhy_report::render::html::literal;
use maud::{Markup, html};

use super::layout::{Indexing, Medium, Page, Setting};
use crate::endpoints::{ENDPOINTS, Endpoint, Methods};
use crate::status::peers::{PEERS, Peer};

/// What `/status/CODE` takes in the query.
const CONTROLS: [(&str, &str); 9] = [
    ("delay=300ms", "wait before the answer"),
    ("body=…", "this content"),
    ("type=text/css", "of this type"),
    ("header=Name:value", "this field; may be repeated"),
    ("retry_after=120", "a Retry-After"),
    ("to=/403", "where a redirect leads; own paths only"),
    ("then=200", "the final status after an interim one"),
    ("sequence=503,503,200&key=K", "one after the other, for each key: fail twice, then work"),
    ("random=200:90,503:10&seed=7", "by chance, with weights; the same seed gives the same row"),
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
