//! `/test`: the test endpoints, for those who want to use them.

use httpwhy_report::Tone;
use httpwhy_report::render::html::literal;
use maud::{Markup, html};

use super::layout::{Indexing, Medium, Page, Setting};

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
                h2 id="limit" { "A real rate limit" }
                (literal(&format!("curl -i {}/limit/5/10s/my-key", setting.origin_or_example())))
                p { "Five requests in ten seconds for each key, then 429 with " code { "Retry-After" } "." }
            }
        },
        data: None,
        indexing: Indexing::Wanted,
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
