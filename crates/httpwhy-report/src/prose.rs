//! Reads the Markdown of a text into paragraphs, list points and literal blocks of styled spans.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    Paragraph(Vec<Span>),
    Point(Vec<Span>),
    Literal(String),
}

/// Text of one look.
#[derive(Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub look: Look,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    Strong,
    Code,
}

pub fn parts(markdown: &str) -> Vec<Part> {
    let mut reader = Reader::default();
    for event in Parser::new(markdown) {
        reader.event(event);
    }
    reader.parts
}

/// The spans of a text of one paragraph.
pub fn spans(markdown: &str) -> Vec<Span> {
    let join = |part| match part {
        Part::Paragraph(spans) | Part::Point(spans) => spans,
        Part::Literal(text) => vec![Span { text, look: Look::Code }],
    };
    // A line that begins like a list or a number is still one line of text here.
    let escaped = if markdown.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '*' | '#' | '>'))
        && !markdown.starts_with("**")
    {
        format!("\u{200b}{markdown}")
    } else {
        markdown.to_owned()
    };
    let mut spans: Vec<Span> = parts(&escaped).into_iter().flat_map(join).collect();
    for span in &mut spans {
        span.text = span.text.replace('\u{200b}', "");
    }
    spans
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    spans: Vec<Span>,
    literal: Option<String>,
    in_point: bool,
    is_strong: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Item) => self.in_point = true,
            Event::Start(Tag::Strong) => self.is_strong = true,
            Event::End(TagEnd::Strong) => self.is_strong = false,
            Event::Start(Tag::CodeBlock(_)) => self.literal = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => self.parts.extend(self.literal.take().map(Part::Literal)),
            Event::End(TagEnd::Paragraph) if !self.in_point => self.close(),
            Event::End(TagEnd::Item) => {
                self.close();
                self.in_point = false;
            }
            Event::Code(text) => self.push(&text, Look::Code),
            Event::Text(text) => match &mut self.literal {
                Some(literal) => literal.push_str(&text),
                None => self.push(&text, if self.is_strong { Look::Strong } else { Look::Plain }),
            },
            Event::Html(text) | Event::InlineHtml(text) => self.push(&text, Look::Plain),
            Event::SoftBreak | Event::HardBreak => self.push(" ", Look::Plain),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, look: Look) {
        self.spans.push(Span { text: text.to_owned(), look });
    }

    fn close(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if !spans.is_empty() {
            self.parts.push(if self.in_point { Part::Point(spans) } else { Part::Paragraph(spans) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_points_and_marks() {
        let parts = parts("One `two`.\n\n- **three**\n- four\n");
        assert_eq!(parts.len(), 3);
        assert!(
            matches!(&parts[0], Part::Paragraph(spans) if spans[1] == Span { text: "two".into(), look: Look::Code })
        );
        assert!(matches!(&parts[1], Part::Point(spans) if spans[0].look == Look::Strong));
    }

    #[test]
    fn a_line_that_begins_with_a_number_is_text() {
        assert_eq!(spans("401. Not a list")[0].text, "401. Not a list");
    }
}
