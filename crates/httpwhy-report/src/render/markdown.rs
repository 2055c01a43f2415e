//! CommonMark with tables. The texts are Markdown already; what is added is their frame.

use crate::document::{Block, Document, Item, Step};

pub fn document(document: &Document) -> String {
    let title = &document.title;
    let mut out = String::new();
    let heading = format!("{} {}", title.number, title.name);
    if !heading.trim().is_empty() {
        out.push_str(&format!("# {}\n\n{}\n", heading.trim(), title.summary));
        if !title.kicker.is_empty() {
            out.push_str(&format!("\n*{}*\n", title.kicker));
        }
    }
    for block in &document.blocks {
        out.push('\n');
        out.push_str(&self::block(block));
    }
    out.trim_start().to_owned()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("## {text}\n"),
        Block::Prose(text) | Block::Hint(text) => format!("{text}\n"),
        Block::Facts(facts) | Block::Advice(facts) => {
            facts.iter().map(|fact| format!("- **{}**: {}\n", fact.label, indented(&fact.text, 2))).collect()
        }
        Block::Items { is_ranked, items } => {
            items.iter().enumerate().map(|(at, item)| self::item(*is_ranked, at, item)).collect()
        }
        Block::Literal(text) => format!("```http\n{text}\n```\n"),
        Block::Table { head, rows } => {
            let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
            let rule = format!("|{}\n", " --- |".repeat(head.len()));
            line(head) + &rule + &rows.iter().map(|row| line(row)).collect::<String>()
        }
        Block::Sources(links) => links.iter().map(|link| format!("- [{}]({})\n", link.text, link.url)).collect(),
    }
}

fn item(is_ranked: bool, at: usize, item: &Item) -> String {
    let mark = if is_ranked { format!("{}. ", at + 1) } else { "- ".to_owned() };
    let indent = mark.len();
    let note = if item.note.is_empty() { String::new() } else { format!(" ({})", item.note) };
    let lead = if item.lead.is_empty() { String::new() } else { format!("**{}**{note}", item.lead) };
    let text = if item.text.is_empty() {
        String::new()
    } else {
        format!("{}{}", if lead.is_empty() { "" } else { ": " }, indented(&item.text, indent))
    };
    let steps: Vec<String> = item.steps.iter().map(|step| self::step(step, indent)).collect();
    let separator = if lead.is_empty() { String::new() } else { format!("\n\n{}", " ".repeat(indent)) };
    let body = steps.iter().fold(format!("{lead}{text}"), |all, step| {
        if all.is_empty() { step.clone() } else { format!("{all}{separator}{step}") }
    });
    format!("{mark}{body}\n")
}

fn step(step: &Step, indent: usize) -> String {
    let space = " ".repeat(indent);
    let label = if step.label.is_empty() { String::new() } else { format!("{}: ", step.label) };
    let command = step
        .command
        .iter()
        .map(|command| format!("\n\n{space}```sh\n{space}{}\n{space}```", indented(command, indent)));
    format!("{label}{}{}", step.text, command.collect::<String>())
}

fn indented(text: &str, by: usize) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |all, line| if line.is_empty() { all + "\n" } else { format!("{all}\n{}{line}", " ".repeat(by)) })
}
