//! `/search?q=`: one answer is gone to, several are listed.

use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_core::{COMPONENTS, Component};
use httpwhy_report::render::html::{Links, inline};
use httpwhy_report::render::{self, Look};
use httpwhy_report::{Place, Report, Tone};
use maud::{Markup, html};

use super::home::sentence;
use super::layout::{Indexing, Medium, Page, Setting, search_form};
use super::{HTML, JSON, TEXT, moved, with_policy};
use crate::plan::Plan;
use crate::represent::{Form, form, reply};
use crate::request::Request;

/// Longer questions are cut; the search reads a dozen words.
const MOST_LETTERS: usize = 200;

/// Of products that a word is part of, this many are listed.
const MOST_COMPONENTS: usize = 12;

/// The answer to a search.
pub fn answer(request: &Request, setting: &Setting) -> Plan {
    let query = query(request);
    if let (false, Some(place)) = (query.is_empty(), only(&query)) {
        return moved(303, place.path());
    }
    let report = || match ask(&query) {
        Answer::Nothing { nearest } => Report::nothing(&nearest),
        _ => Report::several(&targets(&query)),
    };
    match form(request) {
        Form::Html => with_policy(reply(request, HTML, page(&query, setting).html(setting))),
        Form::Text => reply(request, TEXT, render::text(&report(), Look::plain(80))),
        Form::Json => reply(request, JSON, render::json(&report())),
    }
}

fn query(request: &Request) -> String {
    request.parameter("q").unwrap_or_default().trim().chars().take(MOST_LETTERS).collect()
}

/// The one thing that is meant, if it is clear. A product is one of several answers if codes or causes speak of it, too.
fn only(query: &str) -> Option<Place> {
    let named = COMPONENTS.iter().find(|known| known.name.eq_ignore_ascii_case(query) || known.id == query);
    match (ask(query), named) {
        (Answer::One(target), _) => Some(Place::of(target)),
        (Answer::Nothing { .. }, Some(component)) => Some(Place::Component(component.id)),
        (Answer::Several(_) | Answer::Nothing { .. }, _) => None,
    }
}

fn targets(query: &str) -> Vec<Target> {
    match ask(query) {
        Answer::One(target) => vec![target],
        Answer::Several(targets) => targets,
        Answer::Nothing { nearest } => nearest,
    }
}

/// The page on what was found.
pub fn page(query: &str, setting: &Setting) -> Page {
    let is_nothing = matches!(ask(query), Answer::Nothing { .. });
    let (heading, lead) = match (query.is_empty(), is_nothing) {
        (true, _) => ("Search".to_owned(), "A number, a name old or new, a constant of a language, or what you see."),
        (false, true) => (format!("Nothing for “{query}”"), "These come nearest:"),
        (false, false) => (format!("Answers to “{query}”"), ""),
    };
    Page {
        path: "/search".to_owned(),
        title: heading.clone(),
        description: "Find an HTTP status by its number, its name, or what you see.".to_owned(),
        tone: Tone::Plain,
        main: html! {
            article {
                header { h1 { (heading) } }
                (search_form(query, "q", "large"))
                @if !lead.is_empty() { p { (lead) } }
                @if setting.medium == Medium::Copy {
                    noscript { p { "On this copy of the site the search needs JavaScript. " a href="/" { "Every code" } " is on the front page." } }
                }
                @if !query.is_empty() { (found(&targets(query), &products(query))) }
            }
        },
        data: None,
        indexing: Indexing::Unwanted,
    }
}

fn products(query: &str) -> Vec<Component> {
    let words: Vec<String> =
        query.split_whitespace().filter(|word| word.len() > 2).map(str::to_ascii_lowercase).collect();
    let is_named = |component: &Component| {
        let name = component.name.to_ascii_lowercase();
        words.iter().any(|word| name.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part == word))
    };
    COMPONENTS.iter().filter(is_named).take(MOST_COMPONENTS).collect()
}

/// A list of answers: what each is called, and what it says in a sentence.
pub fn found(targets: &[Target], products: &[Component]) -> Markup {
    html! {
        dl class="rows" {
            @for target in targets { (row(*target)) }
            @for component in products {
                dt { a href=(Place::Component(component.id).path()) { (component.name) } }
                dd { "How to know it, and what its answers mean." }
            }
        }
    }
}

fn row(target: Target) -> Markup {
    let (name, summary) = match target {
        Target::Code(code) => (format!("{:03} {}", code.number, code.name), code.summary.to_owned()),
        Target::Number(number) => (number.to_string(), "Nobody registered this number.".to_owned()),
        Target::Subcode(subcode) => {
            (format!("{} {} {}", subcode.vendor.name, subcode.code, subcode.name), subcode.meaning.to_owned())
        }
        Target::Cause(cause) => (sentence(cause.title), "A cause: how to confirm it, and how to fix it.".to_owned()),
        Target::Comparison(comparison) => (comparison.question.to_owned(), comparison.answer.to_owned()),
    };
    html! {
        dt { a href=(Place::of(target).path()) { (inline(&name, Links::None)) } }
        dd { (inline(&summary, Links::None)) }
    }
}
