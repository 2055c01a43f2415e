//! A report as a page.

use httpwhy_core::{Cause, Class, Code, Comparison, Component, Subcode};
use httpwhy_report::render::html::{Links, anchor, article, name};
use httpwhy_report::{Block, Document, Place, Report, Title};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::layout::{Indexing, Page, Setting};
use super::{Room, code_page, diagram, diagrams};

/// A page of fewer parts is seen at a glance.
const FEW_PARTS: usize = 4;

/// The report that stands at a place.
pub fn report(place: Place) -> Option<Report> {
    match place {
        Place::Code(number) => Some(Report::number(number)),
        Place::Subcode(_, code) => Subcode::get(code).map(Report::subcode),
        Place::Cause(id) => Cause::get(id).map(Report::cause),
        Place::Component(id) => Component::get(id).map(Report::component),
        Place::Comparison(id) => Comparison::get(id).map(Report::comparison),
    }
}

/// The page at a place.
pub fn page(place: Place, setting: &Setting) -> Page {
    let mut document = report(place).map(|report| report.document()).unwrap_or_default();
    if let Place::Cause(id) = place {
        document.title = said_by_title(document.title, id);
    }
    let drawn = match place {
        Place::Code(number) => diagrams::of(number).map(|drawing| diagram::figure(&drawing, number)),
        _ => None,
    };
    let more = match place {
        Place::Code(number) => code_page::more(number, setting),
        Place::Component(id) => code_page::of_vendor(id),
        Place::Cause(_) | Place::Subcode(..) | Place::Comparison(_) => html! {},
    };
    let between = html! {
        @if let Some(drawn) = drawn { (drawn) }
        (contents(&document))
    };
    let title = name(&document.title);
    let description = description(&document);
    Page {
        path: place.path(),
        data: Some(data(place, &title, &description, setting)),
        title,
        description,
        tone: document.title.tone,
        main: html! { (way(place)) (article(&document, Links::Site, &between)) (more) },
        indexing: indexing(place),
    }
}

/// A page on codes that no question is written about.
pub fn side_by_side(codes: &[u16]) -> Page {
    let codes: Vec<Code> = codes.iter().filter_map(|code| Code::get(*code)).collect();
    let document = Report::side_by_side(&codes).document();
    Page {
        path: Room::SideBySide(codes.iter().map(|code| code.number).collect()).path(),
        title: name(&document.title),
        description: "What each of these HTTP status codes means, side by side.".to_owned(),
        tone: document.title.tone,
        main: article(&document, Links::Site, &html! {}),
        data: None,
        indexing: Indexing::Unwanted,
    }
}

/// A terminal is asked for an id; a page is headed by what happened.
fn said_by_title(title: Title, id: &str) -> Title {
    let name = title.summary.trim_end_matches('.').to_owned();
    Title { name, kicker: format!("{}: {id}", title.kicker), summary: String::new(), ..title }
}

/// Markdown marks are for those who see the page.
fn description(document: &Document) -> String {
    let title = &document.title;
    let said = if title.summary.is_empty() {
        format!("{}: how to confirm it, and how to fix it.", title.name)
    } else {
        title.summary.clone()
    };
    said.replace(['`', '*'], "")
}

/// Numbers nobody uses are explained; there is no end to them.
fn indexing(place: Place) -> Indexing {
    match place {
        Place::Code(number) if Code::get(number).is_none() => Indexing::Unwanted,
        _ => Indexing::Wanted,
    }
}

/// The way up.
fn way(place: Place) -> Markup {
    let (path, shown) = match place {
        Place::Code(number) => class(number),
        Place::Subcode(vendor, _) => match Component::get(vendor) {
            Some(component) => (Place::Component(component.id).path(), component.name.to_owned()),
            None => NOWHERE,
        },
        Place::Cause(_) => ("/causes".to_owned(), "All causes".to_owned()),
        Place::Component(_) => ("/components".to_owned(), "All software".to_owned()),
        Place::Comparison(_) => ("/compare".to_owned(), "All questions".to_owned()),
    };
    html! { @if !path.is_empty() { nav class="way" aria-label="Up" { a href=(path) { (shown) } } } }
}

const NOWHERE: (String, String) = (String::new(), String::new());

fn class(number: u16) -> (String, String) {
    match Class::of(number) {
        Class::None => NOWHERE,
        class => {
            let path = Room::Class(class).path();
            (path.clone(), format!("{} {}", path.trim_start_matches('/'), class.facts().name))
        }
    }
}

/// Links to the parts of a long page.
fn contents(document: &Document) -> Markup {
    let headings: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading(text) = block { Some(text.as_str()) } else { None })
        .collect();
    html! {
        @if headings.len() > FEW_PARTS {
            nav class="contents" aria-label="On this page" {
                ul { @for heading in headings { li { a href={"#" (anchor(heading))} { (heading) } } } }
            }
        }
    }
}

fn data(place: Place, title: &str, description: &str, setting: &Setting) -> Value {
    let url = setting.origin.as_ref().map(|origin| format!("{origin}{}", place.path()));
    match place {
        Place::Comparison(_) => json!({
            "@context": "https://schema.org", "@type": "QAPage", "url": url,
            "mainEntity": {
                "@type": "Question", "name": title, "answerCount": 1,
                "acceptedAnswer": { "@type": "Answer", "text": description },
            },
        }),
        _ => json!({
            "@context": "https://schema.org", "@type": "TechArticle", "headline": title,
            "description": description, "inLanguage": "en", "url": url,
        }),
    }
}
