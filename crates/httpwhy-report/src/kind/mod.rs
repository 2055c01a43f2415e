//! The kinds of report, each with its JSON and its document.

mod answers;
mod cause;
mod code;
mod code_page;
mod codes;
mod comparison;
mod component;
mod component_page;
mod diagnosis;
mod foreign;
mod looks;
mod parts;
mod subcode;
mod told;

use httpwhy_core::search::Target;
use httpwhy_core::{Cause, Code, Comparison, Component, Explained, Subcode, explain};
use serde::Serialize;

use crate::Document;
pub use told::Now;

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
    /// One component.
    Component(Box<component::ComponentReport>),
    /// One exchange.
    Diagnosis(Box<diagnosis::DiagnosisReport>),
    /// Several questions asked at once.
    Answers(answers::AnswersReport),
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

    /// A component.
    pub fn component(component: Component) -> Report {
        Report::Component(Box::new(component::report(component)))
    }

    /// Several components.
    pub fn components(components: impl Iterator<Item = Component>) -> Report {
        Report::Codes(codes::of_components(components))
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

    /// Nothing, and what comes nearest.
    pub fn nothing(nearest: &[Target]) -> Report {
        Report::Codes(codes::nothing(nearest))
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
    pub fn diagnosis(capture: &httpwhy_capture::Capture, now: &Now) -> Report {
        Report::Diagnosis(Box::new(diagnosis::report(capture, now)))
    }

    /// Several questions asked at once; one is itself.
    pub fn answers(mut reports: Vec<Report>) -> Report {
        match reports.pop() {
            Some(only) if reports.is_empty() => only,
            last => {
                reports.extend(last);
                Report::Answers(answers::report(reports))
            }
        }
    }

    /// The documents that text, HTML, Markdown and man pages are printed from, one a question.
    pub fn documents(&self) -> Vec<Document> {
        match self {
            Report::Answers(report) => report.answers.iter().flat_map(Report::documents).collect(),
            one => vec![one.document()],
        }
    }

    /// The document of one question; of several, the first.
    pub fn document(&self) -> Document {
        match self {
            Report::Code(report) => report.document(),
            Report::Codes(report) => report.document(),
            Report::Cause(report) => report.document(),
            Report::Comparison(report) => report.document(),
            Report::Component(report) => report.document(),
            Report::Diagnosis(report) => report.document(),
            Report::Answers(report) => report.answers.first().map(Report::document).unwrap_or_default(),
        }
    }

    /// One line a match.
    pub fn brief(&self) -> Vec<String> {
        match self {
            Report::Codes(report) => report.brief(),
            Report::Answers(report) => report.answers.iter().flat_map(Report::brief).collect(),
            Report::Diagnosis(report) => vec![report.line()],
            _ => {
                let title = self.document().title;
                vec![format!("{}: {}", format!("{} {}", title.number, title.name).trim(), title.summary)]
            }
        }
    }
}
