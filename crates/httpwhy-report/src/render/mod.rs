//! The printers: text for terminals, JSON, HTML, Markdown, man pages.

pub mod html;
mod man;
mod markdown;
mod prose_html;
mod text;
mod wrap;

use crate::{Document, Report};

/// How text looks on a terminal or in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns; kept between 40 and 120.
    pub width: usize,
    /// Bold and colour.
    pub has_color: bool,
    /// Hyperlinks (OSC 8) in place of printed addresses.
    pub has_links: bool,
}

impl Look {
    /// Without colour and hyperlinks.
    pub fn plain(width: usize) -> Look {
        Look { width, has_color: false, has_links: false }
    }
}

/// For a terminal, or a file without colour.
pub fn text(report: &Report, look: Look) -> String {
    let between = format!("\n{}\n\n", "─".repeat(look.width.clamp(40, 120)));
    report.documents().iter().map(|document| text::document(document, look)).collect::<Vec<_>>().join(&between)
}

/// One JSON document.
pub fn json(report: &Report) -> String {
    serde_json::to_string_pretty(report).expect("a report has only strings as keys") + "\n"
}

/// A whole page that needs nothing else.
pub fn html(report: &Report) -> String {
    html::page(&report.documents())
}

/// CommonMark with tables.
pub fn markdown(report: &Report) -> String {
    report.documents().iter().map(markdown::document).collect::<Vec<_>>().join("\n---\n\n")
}

/// A man page in section 7 with this name.
pub fn man(name: &str, document: &Document) -> String {
    man::page(name, document)
}
