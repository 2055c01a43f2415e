//! The page on one code.

use super::code::{AdviceJson, CodeReport, ConfusionJson, ElsewhereJson, FieldJson, GrpcJson, Named};
use super::parts::{CauseJson, items, number, ranked, sentence, sources};
use crate::{Block, Document, Fact, Item, Place, Title};

/// Where causes are told in full, the first ones are, however rare.
const ALWAYS_IN_FULL: usize = 4;

impl CodeReport {
    pub fn document(&self) -> Document {
        let mut out = Document { title: self.title(), blocks: Vec::new() };
        match self.situation {
            Some(situation) => self.situation(situation, &mut out),
            None => out.blocks.push(Block::Prose(self.meaning.clone())),
        }
        self.other_meanings(&mut out);
        if self.situation.is_none() {
            out.part("Why it happens", ranked(self.causes.iter().map(CauseJson::in_short).collect()));
            self.more_on_causes(&mut out);
        }
        // Where there is a situation, the visitor was answered before the causes.
        let advice = self.advice_facts().into_iter().filter(|fact| self.situation.is_none() || fact.label != "Visitor");
        out.part("What you can do", Block::Advice(advice.collect()));
        out.part("Facts", Block::Facts(self.facts()));
        out.part("Fields", Block::Facts(self.fields.iter().map(field_fact).collect()));
        out.part("What happens to the method", self.redirect_table());
        out.part("Often confused with", items(self.confused_with.iter().map(confused).collect()));
        if let Some(example) = self.example {
            out.part("Example", Block::Literal(example.trim_end().to_owned()));
        }
        out.part(
            "In code",
            Block::Facts(
                self.constants.0.iter().map(|(target, name)| Fact::new(*target, format!("`{name}`"))).collect(),
            ),
        );
        out.part("See also", Block::Facts(self.related_facts()));
        out.part("Sources", sources(&self.sources));
        out
    }

    fn title(&self) -> Title {
        let number = match (self.subcode, self.code) {
            (Some(subcode), _) => subcode.to_owned(),
            (None, code) => code.map(number).unwrap_or_default(),
        };
        let class = if self.class == "none" { None } else { Some(self.class.replace('-', " ")) };
        let standing = match (self.standing, self.by) {
            (Some("vendor"), Some(by)) => Some(by.to_owned()),
            (Some(standing), _) => Some(standing.to_owned()),
            (None, Some(by)) => Some(by.to_owned()),
            (None, None) => Some("not registered".to_owned()),
        };
        let kicker = class.into_iter().chain(standing).collect::<Vec<_>>().join(", ");
        Title { number, name: self.shown_name(), kicker, summary: self.summary.clone(), tone: self.tone }
    }

    /// The registry keeps reserved numbers as "(Unused)"; people know them by another name.
    pub fn shown_name(&self) -> String {
        match (self.name.unwrap_or_default(), self.also_named.first()) {
            (name, Some(known)) if name.starts_with('(') => format!("{name}, known as “{known}”"),
            (name, _) => name.to_owned(),
        }
    }

    /// What a person who sees this code reads first: the frequent causes in full, the others by name.
    fn situation(&self, situation: &str, out: &mut Document) {
        out.blocks.push(Block::Prose(situation.to_owned()));
        out.part("At a browser", Block::Prose(self.advice.visitor.unwrap_or_default().to_owned()));
        let is_told_in_full = |at: usize, cause: &CauseJson| at < ALWAYS_IN_FULL || cause.is_frequent();
        let (frequent, others): (Vec<_>, Vec<_>) =
            self.causes.iter().enumerate().partition(|(at, cause)| is_told_in_full(*at, cause));
        let (frequent, others) =
            (frequent.into_iter().map(|(_, cause)| cause), others.into_iter().map(|(_, cause)| cause));
        out.part("Why it happens", ranked(frequent.map(CauseJson::in_full).collect()));
        out.part("Less often", items(others.map(CauseJson::in_short).collect()));
        self.more_on_causes(out);
        out.part("What it means", Block::Prose(self.meaning.clone()));
    }

    fn more_on_causes(&self, out: &mut Document) {
        if let Some(first) = self.causes.first() {
            out.blocks.push(Block::Hint(format!("More on each: `{}`", Place::Cause(first.id).command())));
        }
    }

    fn other_meanings(&self, out: &mut Document) {
        let item = |other: &ElsewhereJson| {
            let tell = other.tell.map(|tell| format!(" How to tell: {tell}")).unwrap_or_default();
            Item {
                lead: format!("{}: {}", other.by, other.name),
                text: format!("{}{tell}", other.meaning),
                ..Item::default()
            }
        };
        out.part("The same number elsewhere", items(self.elsewhere.iter().map(item).collect()));
    }

    pub fn advice_facts(&self) -> Vec<Fact> {
        let AdviceJson { visitor, caller, operator, designer } = self.advice;
        let all = [("Visitor", visitor), ("Caller", caller), ("Operator", operator), ("Designer", designer)];
        all.into_iter().filter_map(|(label, text)| Some(Fact::new(label, text?))).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        let verdict = self.retry.verdict.map(|verdict| format!("**{}.**", sentence(&verdict.replace('-', " "))));
        let retry: Vec<&str> = verdict.iter().map(String::as_str).chain(self.retry.note).collect();
        if !retry.is_empty() {
            facts.push(Fact::new("Retry", retry.join(" ")));
        }
        if let Some(cacheable) = self.cacheable_by_default {
            let text = if cacheable {
                "Yes, a cache may keep it without explicit freshness."
            } else {
                "Not without explicit freshness."
            };
            facts.push(Fact::new("Cacheable", text));
        }
        if let Some(content) = self.content {
            let text = if content == "allowed" {
                "A response with it may have content."
            } else {
                "A response with it must not have content."
            };
            facts.push(Fact::new("Content", text));
        }
        facts.extend(self.api_use.map(|text| Fact::new("In an API", sentence(text) + ".")));
        facts.extend(self.grpc_fact());
        for client in &self.retried_by {
            facts.push(Fact::new("Retried by", format!("{} with {}. {}", client.client, client.setting, client.note)));
        }
        if !self.also_named.is_empty() {
            facts.push(Fact::new("Also named", self.also_named.join(", ")));
        }
        facts
    }

    fn grpc_fact(&self) -> Option<Fact> {
        let GrpcJson { sent_for, read_as } = self.grpc.as_ref()?;
        let sent = if sent_for.is_empty() {
            String::new()
        } else {
            format!("A gateway sends it for {}. ", sent_for.join(", "))
        };
        Some(Fact::new("gRPC", format!("{sent}A client that finds no `grpc-status` reads {read_as}.")))
    }

    fn redirect_table(&self) -> Block {
        let Some(Named(fates)) = &self.redirect else { return Block::Table { head: Vec::new(), rows: Vec::new() } };
        let (head, row) = fates.iter().map(|(method, fate)| ((*method).to_owned(), (*fate).to_owned())).unzip();
        Block::Table { head, rows: vec![row] }
    }

    fn related_facts(&self) -> Vec<Fact> {
        self.related
            .iter()
            .map(|code| Fact::new(number(*code), httpwhy_core::name(*code).unwrap_or_default()).at(Place::Code(*code)))
            .collect()
    }
}

fn confused(other: &ConfusionJson) -> Item {
    Item {
        lead: format!("{} {}", number(other.code), other.name),
        text: other.how.to_owned(),
        place: Some(Place::Code(other.code)),
        ..Item::default()
    }
}

fn field_fact(field: &FieldJson) -> Fact {
    let level = sentence(&field.level.replace('-', " "));
    let on = if field.on == "request" { ", on the request" } else { "" };
    let note = field.note.map(|note| format!(" {}", sentence(note))).unwrap_or_default();
    Fact::new(field.name, format!("**{level}{on}.**{note}"))
}
