//! The report on a question: which code, and when it is the other.

use httpwhy_core::{Choice, Code, Comparison};
use serde::Serialize;

use super::parts::{SCHEMA, SourceJson, items, number, sources};
use crate::{Block, Document, Item, Place, Title, Tone};

#[derive(Debug, Serialize)]
pub struct ComparisonReport {
    pub schema: u8,
    pub id: Option<&'static str>,
    pub question: String,
    pub also_asked: Vec<&'static str>,
    pub codes: Vec<u16>,
    pub answer: Option<&'static str>,
    pub when: Vec<WhenJson>,
    pub text: Option<&'static str>,
    pub sources: Vec<SourceJson>,
}

#[derive(Debug, Serialize)]
pub struct WhenJson {
    pub code: Option<u16>,
    pub choice: String,
    #[serde(rename = "if")]
    pub condition: &'static str,
}

pub fn report(comparison: Comparison) -> ComparisonReport {
    let when = |when: httpwhy_core::When| match when.choice {
        Choice::Code(code) => WhenJson { code: Some(code), choice: named(code), condition: when.condition },
        Choice::Words(words) => WhenJson { code: None, choice: words.to_owned(), condition: when.condition },
    };
    ComparisonReport {
        schema: SCHEMA,
        id: Some(comparison.id),
        question: comparison.question.to_owned(),
        also_asked: comparison.also_asked.iter().collect(),
        codes: comparison.codes.iter().collect(),
        answer: Some(comparison.answer),
        when: comparison.when.iter().map(when).collect(),
        text: Some(comparison.text),
        sources: SourceJson::all(comparison.sources),
    }
}

/// Codes that no question is written about: what each of them means.
pub fn side_by_side(codes: &[Code]) -> ComparisonReport {
    let names: Vec<String> = codes.iter().map(|code| number(code.number)).collect();
    ComparisonReport {
        schema: SCHEMA,
        id: None,
        question: format!("{}?", names.join(" or ")),
        also_asked: Vec::new(),
        codes: codes.iter().map(|code| code.number).collect(),
        answer: None,
        when: codes
            .iter()
            .map(|code| WhenJson { code: Some(code.number), choice: named(code.number), condition: code.summary })
            .collect(),
        text: None,
        sources: codes.iter().flat_map(|code| SourceJson::all(code.sources)).collect(),
    }
}

fn named(code: u16) -> String {
    format!("{} {}", number(code), httpwhy_core::name(code).unwrap_or_default()).trim_end().to_owned()
}

impl ComparisonReport {
    pub fn document(&self) -> Document {
        let title = Title {
            name: self.question.clone(),
            summary: self.answer.unwrap_or_default().to_owned(),
            tone: Tone::Plain,
            ..Title::default()
        };
        let mut out = Document { title, blocks: Vec::new() };
        let joint = if self.answer.is_some() { "when " } else { "" };
        let item = |when: &WhenJson| Item {
            lead: when.choice.clone(),
            text: format!("{joint}{}", when.condition),
            place: when.code.map(Place::Code),
            ..Item::default()
        };
        out.blocks.push(items(self.when.iter().map(item).collect()));
        if let Some(text) = self.text {
            out.part("Why", Block::Prose(text.to_owned()));
        }
        out.part("Sources", sources(&self.sources));
        out
    }
}
