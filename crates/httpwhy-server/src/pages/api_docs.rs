//! `/docs/api`: the API for those who call it.

use httpwhy_report::Tone;
use httpwhy_report::render::html::literal;
use maud::{Markup, html};

use super::layout::{Indexing, Medium, Page, Setting};

/// Method, path, what comes back.
const PATHS: [(&str, &str, &str); 10] = [
    ("GET", "/api/v1/codes", "every code, in short"),
    ("GET", "/api/v1/codes/403", "one code: meaning, causes, advice, retry, fields, sources"),
    ("GET", "/api/v1/causes", "every cause, in short"),
    ("GET", "/api/v1/causes/upstream-down", "one cause: how to confirm it, how to fix it"),
    ("GET", "/api/v1/components", "every component, in short"),
    ("GET", "/api/v1/components/nginx", "one component: its signs, its answers, its logs, its timers"),
    ("GET", "/api/v1/search?q=bad+gateway", "what a number, a name or words lead to"),
    ("GET", "/api/v1/compare/401/403", "which of two or more codes"),
    ("POST", "/api/v1/diagnose", "a pasted response (text or HAR): who answered, which cause, what to do"),
    ("GET", "/api/v1/openapi.json", "all that in OpenAPI 3.1"),
];

/// The page.
pub fn page(setting: &Setting) -> Page {
    Page {
        path: "/docs/api".to_owned(),
        title: "The API".to_owned(),
        description: "The answers of httpwhy as JSON: codes, causes, components, search, diagnosis.".to_owned(),
        tone: Tone::Plain,
        main: html! {
            article {
                header {
                    h1 { "The API" }
                    p class="summary" { "The same answers as JSON. No key, no account; any site may call it." }
                }
                @if setting.medium == Medium::Copy { (super::test_page::only_served()) }
                (paths())
                h2 id="by-accept" { "By Accept" }
                p { "Every page of this site is also the API: ask its path for JSON, or for the text that a terminal shows." }
                (literal(&examples(setting.origin_or_example())))
                h2 id="stable" { "What stays" }
                p { "Each document names its " code { "kind" } " and its " code { "schema" } ". Members may be added; those there are keep name and meaning. "
                    "Unknown is " code { "null" } ", never a guess. Errors are problem details (RFC 9457)." }
                p { "Answers have an " code { "ETag" } ", may be asked for on conditions, and come compressed to those who accept that." }
            }
        },
        data: None,
        indexing: Indexing::Wanted,
    }
}

fn paths() -> Markup {
    html! {
        h2 id="paths" { "Paths" }
        dl class="rows" { @for (method, path, what) in PATHS {
            dt { code { (method) " " (path) } }
            dd { (what) }
        } }
    }
}

fn examples(origin: &str) -> String {
    format!(
        "curl -H 'Accept: application/json' {origin}/403\n\
         curl {origin}/403\n\
         curl -si https://example.com/ | curl --data-binary @- {origin}/why"
    )
}
