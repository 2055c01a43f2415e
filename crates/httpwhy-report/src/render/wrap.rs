//! Fills lines with styled words.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::prose::{Look, Span};

/// Something that is never broken, and the columns it takes.
struct Word {
    text: String,
    width: usize,
}

/// The style of a span on a terminal.
fn style(look: Look, base: Style) -> Style {
    match look {
        Look::Plain => base,
        Look::Strong => base.bold(),
        Look::Code => base.fg_color(Some(AnsiColor::Cyan.into())),
    }
}

/// Text in a style, or plain.
pub fn paint(text: &str, style: Style, has_color: bool) -> String {
    if has_color && style != Style::new() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

/// The columns a text takes.
pub fn columns(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Fills lines of `width` columns; the first line begins after `start` columns, the others with `indent` spaces.
pub fn fill(spans: &[Span], base: Style, has_color: bool, width: usize, start: usize, indent: usize) -> String {
    let mut out = String::new();
    let mut column = start;
    for (at, word) in words(spans, base, has_color).into_iter().enumerate() {
        let gap = usize::from(at > 0);
        if at > 0 && column + gap + word.width > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(&word.text);
        column += word.width;
    }
    out
}

/// The words between spaces; a word may run over several spans, as in `` `Allow`, ``.
fn words(spans: &[Span], base: Style, has_color: bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut joins = false;
    for span in spans {
        let marked = |piece: &str| match span.look {
            Look::Code if !has_color => format!("`{piece}`"),
            _ => piece.to_owned(),
        };
        // Without colour, a code span keeps its marks around the whole of it.
        let text = if has_color { span.text.clone() } else { marked(&span.text) };
        for (at, piece) in text.split(' ').enumerate() {
            if at > 0 {
                joins = false;
            }
            if piece.is_empty() {
                continue;
            }
            let painted = paint(piece, style(span.look, base), has_color);
            match words.last_mut().filter(|_| joins) {
                Some(word) => {
                    word.text.push_str(&painted);
                    word.width += columns(piece);
                }
                None => words.push(Word { text: painted, width: columns(piece) }),
            }
            joins = true;
        }
        joins = joins && !text.ends_with(' ');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::spans;

    #[test]
    fn a_comma_stays_with_its_code() {
        let text = fill(&spans("Send `Allow`, then `GET` or more"), Style::new(), false, 16, 0, 2);
        assert_eq!(text, "Send `Allow`,\n  then `GET` or\n  more");
    }

    #[test]
    fn a_word_longer_than_the_line_stays_whole() {
        assert_eq!(
            fill(&spans("a https://example.com/very/long"), Style::new(), false, 10, 0, 0),
            "a\nhttps://example.com/very/long"
        );
    }
}
