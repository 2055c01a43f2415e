//! `/docs/api`: the API for those who call it.

use httpwhy_report::Tone;
use httpwhy_report::render::html::literal;
use maud::{Markup, html};

use super::layout::{Indexing, Medium, Page, Setting};
use crate::api::routes::ROUTES;

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
        dl class="rows" { @for route in ROUTES {
            dt { code { (route.method.name()) " " (route.path) } " " (route.summary) }
            dd { (route.description) }
        } }
        p { "The same for programs, in OpenAPI 3.1: " code { "/api/v1/openapi.json" } }
    }
}

fn examples(origin: &str) -> String {
    format!(
        "curl -H 'Accept: application/json' {origin}/403\n\
         curl {origin}/403\n\
         curl -si https://example.com/ | curl --data-binary @- {origin}/why"
    )
}
