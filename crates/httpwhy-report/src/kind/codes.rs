//! The report on several matches.

use httpwhy_core::search::Target;
use httpwhy_core::{Class, Code, Component};
use serde::Serialize;

use super::parts::{SCHEMA, items, number};
use crate::{Block, Document, Item, Place, Title};

#[derive(Debug, Default, Serialize)]
pub struct CodesReport {
    pub schema: u8,
    pub matches: Vec<MatchJson>,
    pub causes: Vec<OtherJson>,
    pub comparisons: Vec<OtherJson>,
    pub components: Vec<OtherJson>,
    /// Where there is no match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<NearestJson>,
}

#[derive(Debug, Serialize)]
pub struct NearestJson {
    pub matches: Vec<MatchJson>,
    pub causes: Vec<OtherJson>,
    pub comparisons: Vec<OtherJson>,
}

#[derive(Debug, Serialize)]
pub struct MatchJson {
    pub code: Option<u16>,
    pub subcode: Option<&'static str>,
    pub name: Option<&'static str>,
    pub class: &'static str,
    pub standing: Option<&'static str>,
    pub summary: &'static str,
    #[serde(skip)]
    place: Place,
}

#[derive(Debug, Serialize)]
pub struct OtherJson {
    pub id: &'static str,
    pub title: &'static str,
}

pub fn report(targets: &[Target]) -> CodesReport {
    let mut report = CodesReport { schema: SCHEMA, ..CodesReport::default() };
    for target in targets {
        match target {
            Target::Code(code) => report.matches.push(code_match(*code)),
            Target::Number(number) => report.matches.push(number_match(*number)),
            Target::Subcode(subcode) => report.matches.push(MatchJson {
                code: subcode.status,
                subcode: Some(subcode.code),
                name: Some(subcode.name),
                class: Class::of(subcode.status.unwrap_or_default()).word(),
                standing: Some("vendor"),
                summary: subcode.meaning,
                place: Place::subcode(*subcode),
            }),
            Target::Cause(cause) => report.causes.push(OtherJson { id: cause.id, title: cause.title }),
            Target::Comparison(comparison) => {
                report.comparisons.push(OtherJson { id: comparison.id, title: comparison.question });
            }
        }
    }
    report
}

pub fn nothing(nearest: &[Target]) -> CodesReport {
    let CodesReport { matches, causes, comparisons, .. } = report(nearest);
    let nearest = Some(NearestJson { matches, causes, comparisons });
    CodesReport { schema: SCHEMA, nearest, ..CodesReport::default() }
}

pub fn of_components(components: impl Iterator<Item = Component>) -> CodesReport {
    let components = components.map(|component| OtherJson { id: component.id, title: component.name }).collect();
    CodesReport { schema: SCHEMA, components, ..CodesReport::default() }
}

fn code_match(code: Code) -> MatchJson {
    MatchJson {
        code: Some(code.number),
        subcode: None,
        name: Some(code.name),
        class: code.class.word(),
        standing: Some(code.standing.word()),
        summary: code.summary,
        place: Place::Code(code.number),
    }
}

fn number_match(number: u16) -> MatchJson {
    let class = Class::of(number);
    MatchJson {
        code: Some(number),
        subcode: None,
        name: None,
        class: class.word(),
        standing: None,
        summary: class.facts().meaning,
        place: Place::Code(number),
    }
}

impl NearestJson {
    fn document(&self) -> Document {
        let title = Title { name: "Nothing found".to_owned(), ..Title::default() };
        let mut out = Document { title, blocks: Vec::new() };
        out.part("Nearest", items(self.matches.iter().map(MatchJson::item).collect()));
        out.part("Causes", others(&self.causes, Place::Cause));
        out.part("Questions", others(&self.comparisons, Place::Comparison));
        out
    }
}

impl MatchJson {
    fn item(&self) -> Item {
        Item {
            lead: format!("{} {}", self.number(), self.name.unwrap_or_default()),
            text: self.summary.to_owned(),
            place: Some(self.place),
            ..Item::default()
        }
    }

    fn number(&self) -> String {
        self.subcode.map_or_else(|| self.code.map(number).unwrap_or_default(), str::to_owned)
    }
}

impl CodesReport {
    pub fn document(&self) -> Document {
        if let Some(nearest) = &self.nearest {
            return nearest.document();
        }
        let mut out =
            Document { title: Title { name: "HTTP status codes".to_owned(), ..Title::default() }, blocks: Vec::new() };
        if !self.matches.is_empty() {
            out.blocks.push(items(self.matches.iter().map(MatchJson::item).collect()));
        }
        out.part("Causes", others(&self.causes, Place::Cause));
        out.part("Questions", others(&self.comparisons, Place::Comparison));
        out.part("Components", others(&self.components, Place::Component));
        out
    }

    pub fn brief(&self) -> Vec<String> {
        let codes = self
            .matches
            .iter()
            .map(|found| format!("{} {}: {}", found.number(), found.name.unwrap_or_default(), found.summary));
        let others = self
            .causes
            .iter()
            .chain(&self.comparisons)
            .chain(&self.components)
            .map(|other| format!("{}: {}", other.id, other.title));
        codes.chain(others).collect()
    }
}

fn others(all: &[OtherJson], place: impl Fn(&'static str) -> Place) -> Block {
    let item = |other: &OtherJson| Item {
        lead: super::parts::sentence(other.title),
        note: format!("`{}`", place(other.id).command()),
        place: Some(place(other.id)),
        ..Item::default()
    };
    items(all.iter().map(item).collect())
}
