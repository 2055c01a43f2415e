//! HTML: whole pages that need nothing else, and articles for a site. One printer and one stylesheet for both.

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use super::prose_html::inline;
use super::prose_html::prose;
use crate::document::{Block, Document, Fact, Item, Step, Title, Tone};

/// How reports look; for the `head` of whatever shows [`article`]s.
pub const STYLE: &str = include_str!("page.css");

/// Where an article is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// In a file that stands alone: what has a page elsewhere is named only.
    None,
    /// On a site that has a page for every [`Place`](crate::Place).
    Site,
}

pub(super) fn page(documents: &[Document]) -> String {
    let names: Vec<String> = documents.iter().map(|document| name(&document.title)).collect();
    let description: Vec<&str> = documents.iter().map(|document| document.title.summary.as_str()).collect();
    let tone = documents.first().map(|document| document.title.tone).unwrap_or_default();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (names.join(", ")) " · httpwhy" }
                meta name="description" content=(description.join(" "));
                style { (PreEscaped(STYLE)) }
            }
            body class=(tone_class(tone)) {
                main { @for document in documents { (article(document, Links::None, &html! {})) } }
            }
        }
    }
    .into_string()
}

/// Number and name.
pub fn name(title: &Title) -> String {
    format!("{} {}", title.number, title.name).trim().to_owned()
}

/// A document, with something between its first lines and the rest.
pub fn article(document: &Document, links: Links, between: &Markup) -> Markup {
    let title = &document.title;
    let printer = Printer { links };
    html! {
        article class=(tone_class(title.tone)) {
            header {
                h1 {
                    @if !title.number.is_empty() { span class="number" { (title.number) } " " }
                    (title.name)
                }
                @if !title.kicker.is_empty() { p class="kicker" { (title.kicker) } }
                @if !title.summary.is_empty() { p class="summary" { (inline(&title.summary, links)) } }
            }
            (between)
            @for block in &document.blocks { (printer.block(block)) }
        }
    }
}

/// The word for an id that a heading gives its part: `what-you-can-do`.
pub fn anchor(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

/// The class that gives a part of a page the colour of its status.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Informational => "informational",
        Tone::Success => "success",
        Tone::Redirection => "redirection",
        Tone::ClientError => "client-error",
        Tone::ServerError => "server-error",
    }
}

struct Printer {
    links: Links,
}

impl Printer {
    fn block(&self, block: &Block) -> Markup {
        html! {
            @match block {
                Block::Heading(text) => (self.heading(text)),
                Block::Prose(text) => (prose(text, self.links)),
                Block::Hint(text) => @if self.links == Links::None { (prose(text, self.links)) },
                Block::Facts(facts) => dl { @for fact in facts { (self.fact(fact)) } },
                Block::Advice(facts) => dl class="advice" {
                    @for fact in facts { div class=(anchor(&fact.label)) { (self.fact(fact)) } }
                },
                Block::Items { is_ranked: true, items } => ol class="items" { @for item in items { (self.item(item)) } },
                Block::Items { is_ranked: false, items } => ul class="items" { @for item in items { (self.item(item)) } },
                Block::Literal(text) => (literal(text)),
                Block::Table { head, rows } => div class="wide" tabindex="0" {
                    table {
                        thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                        tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
                    }
                },
                Block::Sources(links) => ul class="sources" {
                    @for link in links { li { a href=(link.url) { (link.text) } } }
                },
            }
        }
    }

    /// Parts of a site's page can be pointed at; of several articles on one page an id would not be unique.
    fn heading(&self, text: &str) -> Markup {
        match self.links {
            Links::None => html! { h2 { (text) } },
            Links::Site => html! { h2 id=(anchor(text)) { (text) } },
        }
    }

    fn fact(&self, fact: &Fact) -> Markup {
        let place = fact.place.filter(|_| self.links == Links::Site);
        html! {
            dt { @match place { Some(place) => a href=(place.path()) { (fact.label) }, None => (fact.label) } }
            dd { (prose(&fact.text, self.links)) }
        }
    }

    fn item(&self, item: &Item) -> Markup {
        let place = item.place.filter(|_| self.links == Links::Site);
        // Who can follow a link need not type its command.
        let is_said = place.is_some_and(|place| item.note == format!("`{}`", place.command()));
        let lead = inline(&item.lead, if place.is_some() { Links::None } else { self.links });
        html! {
            li {
                @if !item.lead.is_empty() {
                    @match place {
                        Some(place) => a class="lead" href=(place.path()) { (lead) },
                        None => strong class="lead" { (lead) },
                    } " "
                    @if !item.note.is_empty() && !is_said { span class="note" { (inline(&item.note, self.links)) } }
                }
                @if !item.text.is_empty() { p { (inline(&item.text, self.links)) } }
                @for step in &item.steps { (self.step(step)) }
            }
        }
    }

    fn step(&self, step: &Step) -> Markup {
        html! {
            p {
                @if !step.label.is_empty() { span class="label" { (step.label) } " " }
                (inline(&step.text, self.links))
            }
            @if let Some(command) = &step.command { (literal(command)) }
        }
    }
}

/// Text as it is; it can be scrolled by keyboard.
pub fn literal(text: &str) -> Markup {
    html! { pre tabindex="0" { code { (text) } } }
}
