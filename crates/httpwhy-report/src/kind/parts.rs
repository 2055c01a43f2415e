//! Pieces that several kinds of report share.

use httpwhy_core as core;
use httpwhy_core::{Citation, Class, Likely, List, Who};
use serde::Serialize;

use crate::{Block, Item, Link, Place, Step, Tone};

/// The version of the JSON; what stands in it keeps its name and meaning.
pub const SCHEMA: u8 = 1;

#[derive(Debug, Clone, Serialize)]
pub struct SourceJson {
    pub title: &'static str,
    pub section: Option<&'static str>,
    pub url: String,
}

impl SourceJson {
    pub fn of(citation: Citation) -> SourceJson {
        let section = Some(citation.section).filter(|section| !section.is_empty());
        SourceJson { title: citation.source.title, section, url: citation.url().to_string() }
    }

    pub fn all(citations: List<Citation>) -> Vec<SourceJson> {
        citations.iter().map(SourceJson::of).collect()
    }
}

pub fn sources(sources: &[SourceJson]) -> Block {
    let link = |source: &SourceJson| {
        let text = match source.section {
            Some(section) if section.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("{}, section {section}", source.title)
            }
            Some(section) => format!("{}, {section}", source.title),
            None => source.title.to_owned(),
        };
        Link { text, url: source.url.clone() }
    };
    Block::Sources(sources.iter().map(link).collect())
}

#[derive(Debug, Clone, Serialize)]
pub struct StepJson {
    #[serde(rename = "do")]
    pub action: &'static str,
    pub command: Option<&'static str>,
    #[serde(rename = "for")]
    pub platform: Option<&'static str>,
}

impl StepJson {
    pub fn of(step: core::Step) -> StepJson {
        StepJson { action: step.action, command: step.command, platform: step.platform }
    }

    pub fn all(steps: List<core::Step>) -> Vec<StepJson> {
        steps.iter().map(StepJson::of).collect()
    }

    /// As something to do, under a label.
    pub fn step(&self, label: &str) -> Step {
        let label = match (label, self.platform) {
            ("", platform) => platform.unwrap_or_default().to_owned(),
            (label, Some(platform)) => format!("{label} ({platform})"),
            (label, None) => label.to_owned(),
        };
        Step { label, text: self.action.to_owned(), command: self.command.map(str::to_owned) }
    }
}

/// A code's page tells this many fixes of each cause.
const MOST_FIXES: usize = 3;

#[derive(Debug, Clone, Serialize)]
pub struct CauseJson {
    pub id: &'static str,
    pub title: &'static str,
    pub often: &'static str,
    pub who_must_act: &'static str,
    /// Told where causes are told in full; in JSON `httpwhy cause` has them.
    #[serde(skip)]
    pub check: Option<StepJson>,
    #[serde(skip)]
    pub fix: Vec<StepJson>,
}

impl CauseJson {
    pub fn of(likely: Likely) -> CauseJson {
        let cause = likely.cause;
        CauseJson {
            id: cause.id,
            title: cause.title,
            often: likely.often.word(),
            who_must_act: cause.who_must_act.word(),
            check: cause.confirm.first().map(StepJson::of),
            fix: StepJson::all(cause.fix),
        }
    }

    /// Whether it is frequent enough to be told in full where causes are told in full.
    pub fn is_frequent(&self) -> bool {
        matches!(self.often, "usual" | "common")
    }

    /// Title, check and the first fixes; `httpwhy cause` has the others.
    pub fn in_full(&self) -> Item {
        let mut steps: Vec<Step> = self.check.iter().map(|check| check.step("Check")).collect();
        steps.extend(self.first_fixes().into_iter().map(|fix| fix.step("Fix")));
        Item { steps, ..self.in_short() }
    }

    /// The first fix of each platform, in the order of the knowledge, a few at most.
    fn first_fixes(&self) -> Vec<&StepJson> {
        let mut chosen: Vec<&StepJson> = Vec::new();
        for fix in &self.fix {
            if chosen.len() < MOST_FIXES && chosen.iter().all(|earlier| earlier.platform != fix.platform) {
                chosen.push(fix);
            }
        }
        chosen
    }

    /// Title and id.
    pub fn in_short(&self) -> Item {
        Item {
            lead: sentence(self.title),
            note: format!("{}; {}", self.often, self.id),
            place: Some(Place::Cause(self.id)),
            ..Item::default()
        }
    }
}

/// With a capital, as the first word of a line.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The word of the JSON, as a person is called in a sentence.
pub fn who(word: &str) -> &str {
    let words = [
        (Who::Visitor, "the visitor"),
        (Who::Caller, "the caller"),
        (Who::Owner, "the site's owner"),
        (Who::Provider, "the provider"),
    ];
    words.iter().find(|(who, _)| who.word() == word).map_or(word, |(_, spoken)| spoken)
}

pub fn tone(class: Class) -> Tone {
    match class {
        Class::None => Tone::Plain,
        Class::Informational => Tone::Informational,
        Class::Success => Tone::Success,
        Class::Redirection => Tone::Redirection,
        Class::ClientError => Tone::ClientError,
        Class::ServerError => Tone::ServerError,
    }
}

/// 0 is shown as tools show it.
pub fn number(code: u16) -> String {
    if code == 0 { "000".to_owned() } else { code.to_string() }
}

pub fn items(items: Vec<Item>) -> Block {
    Block::Items { is_ranked: false, items }
}

pub fn ranked(items: Vec<Item>) -> Block {
    Block::Items { is_ranked: true, items }
}
