//! The report on one cause.

use httpwhy_core::{Cause, SUBCODES};
use serde::Serialize;

use super::parts::{SCHEMA, SourceJson, StepJson, items, number, sentence, sources, who};
use crate::{Block, Document, Fact, Item, Place, Title, Tone};

#[derive(Debug, Serialize)]
pub struct CauseReport {
    pub schema: u8,
    pub id: &'static str,
    pub title: &'static str,
    pub family: &'static str,
    pub who_must_act: &'static str,
    pub who_else: Vec<&'static str>,
    pub retryable: &'static str,
    pub retry_note: Option<&'static str>,
    pub meaning: &'static str,
    pub advice: CauseAdviceJson,
    pub confirm: Vec<StepJson>,
    pub fix: Vec<StepJson>,
    pub mistaken_for: Vec<MistakeJson>,
    pub seen_with: Vec<SeenJson>,
    pub subcodes: Vec<&'static str>,
    pub sources: Vec<SourceJson>,
}

#[derive(Debug, Serialize)]
pub struct CauseAdviceJson {
    pub visitor: Option<&'static str>,
    pub caller: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct MistakeJson {
    pub id: &'static str,
    pub title: &'static str,
    pub how: &'static str,
}

#[derive(Debug, Serialize)]
pub struct SeenJson {
    pub code: u16,
    pub name: &'static str,
    pub often: &'static str,
}

pub fn report(cause: Cause) -> CauseReport {
    let often = |code: httpwhy_core::Code| {
        code.causes.iter().find(|likely| likely.cause.id == cause.id).map(|likely| likely.often)
    };
    let mut seen: Vec<_> = cause.codes().filter_map(|code| Some((often(code)?, code))).collect();
    seen.sort_by_key(|(often, _)| *often);
    let subcodes = SUBCODES
        .iter()
        .flat_map(|vendor| vendor.list)
        .filter(|subcode| subcode.cause.is_some_and(|other| other.id == cause.id));
    CauseReport {
        schema: SCHEMA,
        id: cause.id,
        title: cause.title,
        family: cause.family.word(),
        who_must_act: cause.who_must_act.word(),
        who_else: cause.who_else.iter().map(|who| who.word()).collect(),
        retryable: cause.retryable.word(),
        retry_note: cause.retry_note,
        meaning: cause.meaning,
        advice: CauseAdviceJson { visitor: cause.visitor, caller: cause.caller },
        confirm: StepJson::all(cause.confirm),
        fix: StepJson::all(cause.fix),
        mistaken_for: cause
            .mistaken_for
            .iter()
            .map(|other| MistakeJson { id: other.cause.id, title: other.cause.title, how: other.how })
            .collect(),
        seen_with: seen
            .into_iter()
            .map(|(often, code)| SeenJson { code: code.number, name: code.name, often: often.word() })
            .collect(),
        subcodes: subcodes.map(|subcode| subcode.code).collect(),
        sources: SourceJson::all(cause.sources),
    }
}

impl CauseReport {
    pub fn document(&self) -> Document {
        let title = Title {
            number: String::new(),
            name: self.id.to_owned(),
            kicker: format!("cause, {}", self.family),
            summary: sentence(self.title) + ".",
            tone: Tone::Plain,
        };
        let mut out =
            Document { title, blocks: vec![Block::Prose(self.meaning.to_owned()), Block::Facts(self.facts())] };
        out.part("How to confirm", steps(&self.confirm));
        out.part("How to fix", steps(&self.fix));
        out.part("What you can do meanwhile", Block::Advice(self.advice_facts()));
        out.part("Mistaken for", items(self.mistaken_for.iter().map(mistake).collect()));
        out.part("Seen with", Block::Facts(self.seen_facts()));
        out.part("Sources", sources(&self.sources));
        out
    }

    fn facts(&self) -> Vec<Fact> {
        let also = if self.who_else.is_empty() {
            String::new()
        } else {
            format!(" Perhaps also: {}.", self.who_else.join(", "))
        };
        let note = self.retry_note.map(|note| format!(" {note}")).unwrap_or_default();
        vec![
            Fact::new("Who must act", format!("**{}.**{also}", sentence(who(self.who_must_act)))),
            Fact::new("Retry", format!("**{}.**{note}", sentence(&self.retryable.replace('-', " ")))),
        ]
    }

    fn advice_facts(&self) -> Vec<Fact> {
        let all = [("Visitor", self.advice.visitor), ("Caller", self.advice.caller)];
        all.into_iter().filter_map(|(label, text)| Some(Fact::new(label, text?))).collect()
    }

    fn seen_facts(&self) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self
            .seen_with
            .iter()
            .map(|seen| {
                Fact::new(number(seen.code), format!("{} ({})", seen.name, seen.often)).at(Place::Code(seen.code))
            })
            .collect();
        if !self.subcodes.is_empty() {
            facts.push(Fact::new("Sub-codes", self.subcodes.join(", ")));
        }
        facts
    }
}

fn steps(steps: &[StepJson]) -> Block {
    let item = |step: &StepJson| Item { steps: vec![step.step("")], ..Item::default() };
    items(steps.iter().map(item).collect())
}

fn mistake(other: &MistakeJson) -> Item {
    Item {
        lead: sentence(other.title),
        note: format!("`{}`", Place::Cause(other.id).command()),
        text: other.how.to_owned(),
        place: Some(Place::Cause(other.id)),
        ..Item::default()
    }
}
