//! The kinds of report, each with its JSON and its document.

mod cause;
mod code;
mod codes;
mod comparison;
mod diagnosis;
mod foreign;
mod parts;
mod subcode;
mod told;

use httpwhy_core::search::Target;
use httpwhy_core::{Cause, Code, Comparison, Explained, Subcode, explain};
use serde::Serialize;

use crate::Document;

/// What was found. Its JSON is stable and described by the committed schema.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Report {
    /// One code or sub-code.
    Code(Box<code::CodeReport>),
    /// Several matches.
    Codes(codes::CodesReport),
    /// One cause.
    Cause(Box<cause::CauseReport>),
    /// One question.
    Comparison(comparison::ComparisonReport),
    /// One exchange.
    Diagnosis(Box<diagnosis::DiagnosisReport>),
}

impl Report {
    /// A code that is known.
    pub fn code(code: Code) -> Report {
        Report::Code(Box::new(code::known(code)))
    }

    /// Any number, by its class if nobody knows it.
    pub fn number(number: u16) -> Report {
        match explain(number) {
            Explained::Known(code) => Report::code(code),
            Explained::ByClass { number, class, facts } => Report::Code(Box::new(code::by_class(number, class, facts))),
        }
    }

    /// A sub-code.
    pub fn subcode(subcode: Subcode) -> Report {
        Report::Code(Box::new(subcode::report(subcode)))
    }

    /// A cause.
    pub fn cause(cause: Cause) -> Report {
        Report::Cause(Box::new(cause::report(cause)))
    }

    /// A question.
    pub fn comparison(comparison: Comparison) -> Report {
        Report::Comparison(comparison::report(comparison))
    }

    /// Codes side by side that no question is written about.
    pub fn side_by_side(codes: &[Code]) -> Report {
        Report::Comparison(comparison::side_by_side(codes))
    }

    /// Several matches, best first.
    pub fn several(targets: &[Target]) -> Report {
        Report::Codes(codes::report(targets))
    }

    /// Whatever was found.
    pub fn target(target: Target) -> Report {
        match target {
            Target::Code(code) => Report::code(code),
            Target::Number(number) => Report::number(number),
            Target::Subcode(subcode) => Report::subcode(subcode),
            Target::Cause(cause) => Report::cause(cause),
            Target::Comparison(comparison) => Report::comparison(comparison),
        }
    }

    /// An exchange that was read, as of `now`.
    pub fn diagnosis(capture: &httpwhy_capture::Capture, now: &jiff::Zoned) -> Report {
        Report::Diagnosis(Box::new(diagnosis::report(capture, now)))
    }

    /// The document that text, HTML, Markdown and man pages are printed from.
    pub fn document(&self) -> Document {
        match self {
            Report::Code(report) => report.document(),
            Report::Codes(report) => report.document(),
            Report::Cause(report) => report.document(),
            Report::Comparison(report) => report.document(),
            Report::Diagnosis(report) => report.document(),
        }
    }

    /// One line a match.
    pub fn brief(&self) -> Vec<String> {
        match self {
            Report::Codes(report) => report.brief(),
            _ => {
                let title = self.document().title;
                vec![format!("{}: {}", format!("{} {}", title.number, title.name).trim(), title.summary)]
            }
        }
    }
}
