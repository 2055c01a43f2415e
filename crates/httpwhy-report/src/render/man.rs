//! Man pages in section 7, so that `man http-403` explains a code.

use roff::{Inline, Roff, bold, italic, roman};

use crate::document::{Block, Document, Item, Step};
use crate::prose::{Look, Part, Span, parts, spans};

pub fn page(name: &str, document: &Document) -> String {
    let mut roff = Roff::new();
    let title = &document.title;
    roff.control("TH", [name, "7", "", "httpwhy", "HTTP status codes"]);
    roff.control("SH", ["NAME"]);
    let phrase = format!("{} {}", title.number, title.name);
    let what = format!("{}: {}", phrase.trim(), title.summary.replace('`', ""));
    // whatis reads this line: the name, a dash, what it is.
    roff.text([roman(format!("{name} - {what}"))]);
    let mut heading_is_due = true;
    for block in &document.blocks {
        if heading_is_due && !matches!(block, Block::Heading(_)) {
            roff.control("SH", ["DESCRIPTION"]);
        }
        heading_is_due = false;
        self::block(&mut roff, block);
    }
    roff.render()
}

fn block(roff: &mut Roff, block: &Block) {
    match block {
        Block::Heading(text) => {
            roff.control("SH", [text.to_uppercase().as_str()]);
        }
        Block::Prose(text) | Block::Hint(text) => prose(roff, text),
        Block::Facts(facts) | Block::Advice(facts) => {
            for fact in facts {
                roff.control("TP", ["16"]).text([bold(&fact.label)]);
                prose_inside(roff, &fact.text);
            }
        }
        Block::Items { items, .. } => items.iter().for_each(|item| self::item(roff, item)),
        Block::Literal(text) => literal(roff, text),
        Block::Table { head, rows } => {
            for row in rows {
                for (name, cell) in head.iter().zip(row) {
                    roff.control("TP", ["16"]).text([bold(name)]).text([roman(cell)]);
                }
            }
        }
        Block::Sources(links) => {
            for link in links {
                roff.control("PP", []).text([roman(&link.text)]).control("br", []).text([italic(&link.url)]);
            }
        }
    }
}

fn item(roff: &mut Roff, item: &Item) {
    roff.control("PP", []);
    if !item.lead.is_empty() {
        let note = if item.note.is_empty() { String::new() } else { format!(" ({})", item.note.replace('`', "")) };
        roff.text([bold(&item.lead), roman(note)]);
    }
    if !item.text.is_empty() {
        roff.control("br", []).text(inline(&spans(&item.text)));
    }
    for Step { label, text, command } in &item.steps {
        roff.control("RS", ["4"]);
        let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
        let line: Vec<Inline> = std::iter::once(italic(label)).chain(inline(&spans(text))).collect();
        roff.text(line);
        command.iter().for_each(|command| literal(roff, command));
        roff.control("RE", []);
    }
}

fn prose(roff: &mut Roff, markdown: &str) {
    for part in parts(markdown) {
        roff.control("PP", []);
        self::part(roff, &part);
    }
}

fn prose_inside(roff: &mut Roff, markdown: &str) {
    for (at, part) in parts(markdown).iter().enumerate() {
        if at > 0 {
            roff.control("IP", []);
        }
        self::part(roff, part);
    }
}

fn part(roff: &mut Roff, part: &Part) {
    match part {
        Part::Paragraph(spans) => {
            roff.text(inline(spans));
        }
        Part::Point(spans) => {
            let point: Vec<Inline> = std::iter::once(roman("- ")).chain(inline(spans)).collect();
            roff.text(point);
        }
        Part::Literal(text) => literal(roff, text),
    }
}

fn literal(roff: &mut Roff, text: &str) {
    roff.control("PP", []).control("nf", []);
    for line in text.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}

fn inline(spans: &[Span]) -> Vec<Inline> {
    let spell = |span: &Span| match span.look {
        Look::Plain => roman(&span.text),
        Look::Strong | Look::Code => bold(&span.text),
    };
    spans.iter().map(spell).collect()
}
