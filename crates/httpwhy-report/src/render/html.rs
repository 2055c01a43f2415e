//! One HTML page that needs nothing else: no script, no font, no picture from anywhere.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::document::{Block, Document, Fact, Item, Step, Title, Tone};
use crate::prose::{Look, spans};

const STYLE: &str = include_str!("page.css");

pub fn page(documents: &[Document]) -> String {
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
            body class=(self::tone(tone)) {
                main { @for document in documents { (article(document)) } }
            }
        }
    }
    .into_string()
}

fn name(title: &Title) -> String {
    format!("{} {}", title.number, title.name).trim().to_owned()
}

fn article(document: &Document) -> Markup {
    let title = &document.title;
    html! {
        article class=(tone(title.tone)) {
            header {
                h1 {
                    @if !title.number.is_empty() { span class="number" { (title.number) } " " }
                    (title.name)
                }
                @if !title.kicker.is_empty() { p class="kicker" { (title.kicker) } }
                @if !title.summary.is_empty() { p class="summary" { (inline(&title.summary)) } }
            }
            @for block in &document.blocks { (block_of(block)) }
        }
    }
}

fn block_of(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(text) => h2 { (text) },
            Block::Prose(text) => (prose(text)),
            Block::Facts(facts) => dl { @for fact in facts { (self::fact(fact)) } },
            Block::Items { is_ranked: true, items } => ol { @for item in items { (self::item(item)) } },
            Block::Items { is_ranked: false, items } => ul { @for item in items { (self::item(item)) } },
            Block::Literal(text) => pre tabindex="0" { code { (text) } },
            Block::Table { head, rows } => div class="wide" tabindex="0" {
                table {
                    thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                    tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
                }
            },
            Block::Sources(links) => ul class="sources" { @for link in links { li { a href=(link.url) { (link.text) } } } },
        }
    }
}

fn fact(fact: &Fact) -> Markup {
    html! {
        dt { (fact.label) }
        dd { (prose(&fact.text)) }
    }
}

fn item(item: &Item) -> Markup {
    html! {
        li {
            @if !item.lead.is_empty() {
                strong { (inline(&item.lead)) } " "
                @if !item.note.is_empty() { span class="note" { (inline(&item.note)) } }
            }
            @if !item.text.is_empty() { p { (inline(&item.text)) } }
            @for step in &item.steps { (self::step(step)) }
        }
    }
}

fn step(step: &Step) -> Markup {
    html! {
        p {
            @if !step.label.is_empty() { span class="label" { (step.label) } " " }
            (inline(&step.text))
        }
        @if let Some(command) = &step.command { pre tabindex="0" { code { (command) } } }
    }
}

fn inline(markdown: &str) -> Markup {
    html! {
        @for span in spans(markdown) {
            @match span.look {
                Look::Plain => (span.text),
                Look::Strong => strong { (span.text) },
                Look::Code => code { (span.text) },
            }
        }
    }
}

/// Raw HTML in a text is shown as text: only the knowledge is trusted to be Markdown, and a response may be quoted.
fn prose(markdown: &str) -> Markup {
    use pulldown_cmark::{Event, Parser};
    let events = Parser::new(markdown).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    });
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events);
    PreEscaped(out)
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Informational => "informational",
        Tone::Success => "success",
        Tone::Redirection => "redirection",
        Tone::ClientError => "client-error",
        Tone::ServerError => "server-error",
    }
}
