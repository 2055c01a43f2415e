//! What a code's page leads to: the same status to try, questions about it, sub-codes, software that answers with it.

use httpwhy_core::{COMPARISONS, COMPONENTS, Comparison, Component, SUBCODES, Subcode};
use httpwhy_report::Place;
use httpwhy_report::render::html::literal;
use maud::{Markup, html};

use super::layout::{Medium, Setting};

/// Below the article.
pub fn more(number: u16, setting: &Setting) -> Markup {
    html! {
        aside class="more" aria-label="Where to go from here" {
            (questions(number))
            (subcodes(number))
            (software(number))
            (to_try(number, setting))
        }
    }
}

/// Below the article on a vendor's product: the sub-codes of the vendor.
pub fn of_vendor(id: &str) -> Markup {
    let of_vendor = SUBCODES.iter().filter(|vendor| vendor.id == id).flat_map(|vendor| vendor.list);
    html! { aside class="more" aria-label="Where to go from here" { (list(of_vendor.collect())) } }
}

fn questions(number: u16) -> Markup {
    let about: Vec<Comparison> =
        COMPARISONS.iter().filter(|comparison| comparison.codes.iter().any(|code| code == number)).collect();
    html! {
        @if !about.is_empty() {
            h2 { "Questions about it" }
            ul class="links" {
                @for comparison in about {
                    li { a href=(Place::Comparison(comparison.id).path()) { (comparison.question) } }
                }
            }
        }
    }
}

fn subcodes(number: u16) -> Markup {
    let of = |subcode: &Subcode| subcode.status == Some(number);
    list(SUBCODES.iter().flat_map(|vendor| vendor.list).filter(of).collect())
}

fn list(all: Vec<Subcode>) -> Markup {
    html! {
        @if !all.is_empty() {
            h2 { "Sub-codes" }
            ul class="links columns" {
                @for subcode in all {
                    li { a href=(Place::subcode(subcode).path()) { (subcode.vendor.name) " " (subcode.code) } " " (subcode.name) }
                }
            }
        }
    }
}

fn software(number: u16) -> Markup {
    let answers = |component: &Component| component.answers.iter().any(|answers| answers.status == number);
    let all: Vec<Component> = COMPONENTS.iter().filter(answers).collect();
    html! {
        @if !all.is_empty() {
            h2 { "Software known to answer with it" }
            ul class="links inline" {
                @for component in all { li { a href=(Place::Component(component.id).path()) { (component.name) } } }
            }
        }
    }
}

/// Whoever can be reached answers with it on demand.
fn to_try(number: u16, setting: &Setting) -> Markup {
    html! {
        @if setting.medium == Medium::Served && number >= 100 {
            h2 { "Try it" }
            p { "This server answers with it on demand; " a href="/test" { "how, and with what" } "." }
            (literal(&format!("curl -i {}/status/{number}", setting.origin_or_example())))
        }
    }
}
