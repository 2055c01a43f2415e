//! Text for terminals.

use anstyle::{AnsiColor, Style};

use super::Look;
use super::wrap::{columns, fill, paint};
use crate::document::{Block, Document, Fact, Item, Link, Step, Title, Tone};
use crate::prose::{self, Part, Span, parts, spans};

/// The widest label that has its text beside it.
const LABEL: usize = 24;
/// With less room than this beside it, a label has its text below.
const ROOM: usize = 38;

pub fn document(document: &Document, look: Look) -> String {
    let look = Look { width: look.width.clamp(40, 120), ..look };
    let mut printer = Printer { look, out: String::new(), is_below_heading: false };
    printer.title(&document.title);
    for block in &document.blocks {
        printer.block(block);
        printer.is_below_heading = matches!(block, Block::Heading(_));
    }
    printer.out.trim_end().trim_start_matches('\n').to_owned() + "\n"
}

struct Printer {
    look: Look,
    out: String,
    /// Whether the heading is the last thing printed.
    is_below_heading: bool,
}

impl Printer {
    fn title(&mut self, title: &Title) {
        if title.name.is_empty() && title.number.is_empty() {
            return;
        }
        let tone = tone(title.tone);
        let number = if title.number.is_empty() { String::new() } else { format!("{} ", title.number) };
        let used = columns(&number) + columns(&title.name);
        self.out.push_str(&self.paint(&number, tone.bold()));
        self.out.push_str(&fill(
            &spans(&title.name),
            Style::new().bold(),
            self.look.has_color,
            self.look.width,
            columns(&number),
            0,
        ));
        let gap = self.look.width.saturating_sub(used + columns(&title.kicker));
        if !title.kicker.is_empty() && gap > 1 {
            self.out.push_str(&" ".repeat(gap));
            self.out.push_str(&self.paint(&title.kicker, Style::new().dimmed()));
        }
        self.line_end();
        self.text(&title.summary, 0, 0);
        self.line_end();
    }

    fn block(&mut self, block: &Block) {
        if !self.is_below_heading && !matches!(block, Block::Prose(_) | Block::Hint(_)) {
            self.gap();
        }
        match block {
            Block::Heading(text) => {
                self.gap();
                self.out.push_str(&self.paint(&text.to_uppercase(), Style::new().bold().underline()));
                self.line_end();
            }
            Block::Prose(text) | Block::Hint(text) => self.prose(text),
            Block::Facts(facts) | Block::Advice(facts) => {
                let widest = facts.iter().map(|fact| columns(&fact.label)).filter(|width| *width <= LABEL).max();
                facts.iter().for_each(|fact| self.fact(fact, widest.unwrap_or_default() + 2));
            }
            Block::Items { is_ranked, items } => self.items(*is_ranked, items),
            Block::Literal(text) => text.lines().for_each(|line| self.literal(line, 2)),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Sources(links) => links.iter().for_each(|link| self.link(link)),
        }
    }

    fn prose(&mut self, text: &str) {
        for part in parts(text) {
            match part {
                Part::Paragraph(spans) => {
                    if !std::mem::take(&mut self.is_below_heading) {
                        self.gap();
                    }
                    let filled = fill(&spans, Style::new(), self.look.has_color, self.look.width, 0, 0);
                    self.out.push_str(&filled);
                    self.line_end();
                }
                Part::Point(spans) => {
                    self.out.push_str("- ");
                    let filled = fill(&spans, Style::new(), self.look.has_color, self.look.width, 2, 2);
                    self.out.push_str(&filled);
                    self.line_end();
                }
                Part::Literal(text) => text.lines().for_each(|line| self.literal(line, 2)),
            }
        }
    }

    /// A label with its text beside it from column `beside`, or below it where the page or the label has no room.
    fn fact(&mut self, fact: &Fact, beside: usize) {
        let label = self.paint(&fact.label, Style::new().bold());
        self.out.push_str(&label);
        let used = columns(&fact.label);
        if self.look.width < beside + ROOM || used > LABEL {
            self.line_end();
            self.out.push_str("  ");
            self.paragraphs(&fact.text, 2);
        } else {
            self.out.push_str(&" ".repeat(beside - used));
            self.paragraphs(&fact.text, beside);
        }
    }

    fn items(&mut self, is_ranked: bool, items: &[Item]) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 && (!item.steps.is_empty() || !items[at - 1].steps.is_empty()) {
                self.gap();
            }
            let mark = if is_ranked { format!("{:>2}. ", at + 1) } else { "- ".to_owned() };
            self.out.push_str(&self.paint(&mark, Style::new().dimmed()));
            self.item(item, columns(&mark));
        }
    }

    fn item(&mut self, item: &Item, indent: usize) {
        if !item.lead.is_empty() {
            self.lead(&item.lead, &item.note, indent);
            if !item.text.is_empty() {
                self.out.push_str(&" ".repeat(indent));
            }
        }
        if !item.text.is_empty() {
            self.text(&item.text, indent, indent);
        }
        for (at, step) in item.steps.iter().enumerate() {
            let starts_here = at == 0 && item.lead.is_empty();
            self.step(step, indent, if starts_here { 0 } else { indent });
        }
    }

    /// What stands out, and the small note behind it or, without room, below it.
    fn lead(&mut self, lead: &str, note: &str, indent: usize) {
        let look = self.look;
        let filled = fill(&spans(lead), Style::new().bold(), look.has_color, look.width, indent, indent);
        self.out.push_str(&filled);
        let note: Vec<Span> =
            vec![Span { text: spans(note).into_iter().map(|span| span.text).collect(), look: prose::Look::Plain }];
        // Without colour the text has its true width.
        let bare = fill(&spans(lead), Style::new(), false, look.width, indent, indent);
        let column = bare.lines().last().map_or(0, columns) + if bare.contains('\n') { 0 } else { indent };
        let below = column + 2 + columns(&note[0].text) > look.width;
        let gap = if below { format!("\n{}", " ".repeat(indent)) } else { "  ".to_owned() };
        if !note[0].text.is_empty() {
            let start = if below { indent } else { column + 2 };
            self.out.push_str(&gap);
            self.out.push_str(&fill(&note, Style::new().dimmed(), look.has_color, look.width, start, indent));
        }
        self.line_end();
    }

    fn step(&mut self, step: &Step, indent: usize, lead: usize) {
        self.out.push_str(&" ".repeat(lead));
        let mut start = indent;
        if !step.label.is_empty() {
            let label = format!("{}: ", step.label);
            self.out.push_str(&self.paint(&label, Style::new().fg_color(Some(AnsiColor::Green.into()))));
            start += columns(&label);
            if start > self.look.width / 2 {
                self.out.truncate(self.out.trim_end().len());
                start = indent + 2;
                self.out.push_str(&format!("\n{}", " ".repeat(start)));
            }
        }
        self.text(&step.text, start, indent + 2);
        for line in step.command.iter().flat_map(|command| command.lines()) {
            let line = format!(
                "{}{}",
                self.paint("$ ", Style::new().dimmed()),
                self.paint(line, Style::new().fg_color(Some(AnsiColor::Cyan.into())))
            );
            self.out.push_str(&" ".repeat(indent + 2));
            self.out.push_str(&line);
            self.line_end();
        }
    }

    fn literal(&mut self, line: &str, indent: usize) {
        if !line.is_empty() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(&self.paint(line, Style::new().fg_color(Some(AnsiColor::Cyan.into()))));
        }
        self.line_end();
    }

    /// A table if it fits, otherwise a line a cell.
    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        let width =
            |at: usize| rows.iter().map(|row| columns(&row[at])).chain([columns(&head[at])]).max().unwrap_or_default();
        let widths: Vec<usize> = (0..head.len()).map(width).collect();
        if widths.iter().sum::<usize>() + 2 * widths.len() <= self.look.width {
            for (at, cells) in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).enumerate() {
                let line: Vec<String> =
                    cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
                let style = if at == 0 { Style::new().bold() } else { Style::new() };
                self.out.push_str(&self.paint(line.join("  ").trim_end(), style));
                self.line_end();
            }
            return;
        }
        for row in rows {
            let widest = head.iter().map(|name| columns(name)).max().unwrap_or_default();
            head.iter().zip(row).for_each(|(name, cell)| self.fact(&Fact::new(name, cell), widest + 2));
        }
    }

    fn link(&mut self, link: &Link) {
        self.out.push_str("- ");
        if self.look.has_links {
            let text = fill(&spans(&link.text), Style::new(), self.look.has_color, self.look.width, 2, 2);
            self.out.push_str(&format!("\u{1b}]8;;{}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\", link.url));
            self.line_end();
            return;
        }
        let text = fill(&spans(&link.text), Style::new(), self.look.has_color, self.look.width, 2, 2);
        let fits = columns(&link.text) + columns(&link.url) + 4 <= self.look.width;
        let gap = if fits { "  " } else { "\n  " };
        self.out.push_str(&format!("{text}{gap}{}", self.paint(&link.url, Style::new().dimmed())));
        self.line_end();
    }

    fn text(&mut self, markdown: &str, start: usize, indent: usize) {
        let filled = fill(&spans(markdown), Style::new(), self.look.has_color, self.look.width, start, indent);
        self.out.push_str(&filled);
        self.line_end();
    }

    /// Paragraphs, points and literal blocks from column `indent`, where the first line has begun.
    fn paragraphs(&mut self, markdown: &str, indent: usize) {
        for (at, part) in parts(markdown).into_iter().enumerate() {
            if at > 0 {
                self.out.push_str(&" ".repeat(indent));
            }
            let filled = |spans: &[Span], indent: usize| {
                fill(spans, Style::new(), self.look.has_color, self.look.width, indent, indent)
            };
            let text = match part {
                Part::Paragraph(spans) => filled(&spans, indent),
                Part::Point(spans) => format!("- {}", filled(&spans, indent + 2)),
                Part::Literal(text) => text.lines().collect::<Vec<_>>().join(&format!("\n{}", " ".repeat(indent))),
            };
            self.out.push_str(&text);
            self.line_end();
        }
    }

    fn paint(&self, text: &str, style: Style) -> String {
        paint(text, style, self.look.has_color)
    }

    fn line_end(&mut self) {
        self.out.push('\n');
    }

    /// A blank line, unless there is one.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

fn tone(tone: Tone) -> Style {
    let color = match tone {
        Tone::Plain => return Style::new(),
        Tone::Informational => AnsiColor::Blue,
        Tone::Success => AnsiColor::Green,
        Tone::Redirection => AnsiColor::Cyan,
        Tone::ClientError => AnsiColor::Yellow,
        Tone::ServerError => AnsiColor::Red,
    };
    Style::new().fg_color(Some(color.into()))
}
