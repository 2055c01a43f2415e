//! The report on one code.

use httpwhy_core::{Advice, CONSTANTS, Class, ClassFacts, Code, GRPC, REDIRECTS, RETRY_CLIENTS};
use serde::Serialize;

use super::parts::{CauseJson, SCHEMA, SourceJson, items, number, ranked, sources, tone};
use crate::{Block, Document, Fact, Item, Title};

#[derive(Debug, Serialize)]
pub struct CodeReport {
    pub schema: u8,
    pub code: Option<u16>,
    pub subcode: Option<&'static str>,
    pub name: Option<&'static str>,
    pub by: Option<&'static str>,
    pub also_named: Vec<&'static str>,
    pub class: &'static str,
    pub standing: Option<&'static str>,
    pub summary: String,
    pub meaning: String,
    pub situation: Option<&'static str>,
    pub advice: AdviceJson,
    pub api_use: Option<&'static str>,
    pub retry: RetryJson,
    pub cacheable_by_default: Option<bool>,
    pub content: Option<&'static str>,
    pub fields: Vec<FieldJson>,
    pub causes: Vec<CauseJson>,
    pub confused_with: Vec<ConfusionJson>,
    pub related: Vec<u16>,
    pub elsewhere: Vec<ElsewhereJson>,
    pub constants: Named,
    pub grpc: Option<GrpcJson>,
    pub redirect: Option<Named>,
    pub retried_by: Vec<RetriedByJson>,
    pub example: Option<&'static str>,
    pub sources: Vec<SourceJson>,
    #[serde(skip)]
    pub tone: crate::Tone,
}

#[derive(Debug, Default, Serialize)]
pub struct AdviceJson {
    pub visitor: Option<&'static str>,
    pub caller: Option<&'static str>,
    pub operator: Option<&'static str>,
    pub designer: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct RetryJson {
    pub verdict: &'static str,
    pub note: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct FieldJson {
    pub name: &'static str,
    pub level: &'static str,
    pub on: &'static str,
    pub note: Option<&'static str>,
    pub source: SourceJson,
}

#[derive(Debug, Serialize)]
pub struct ConfusionJson {
    pub code: u16,
    pub name: &'static str,
    pub how: &'static str,
}

#[derive(Debug, Serialize)]
pub struct ElsewhereJson {
    pub by: &'static str,
    pub name: &'static str,
    pub meaning: &'static str,
    pub tell: Option<&'static str>,
    pub source: SourceJson,
}

#[derive(Debug, Serialize)]
pub struct GrpcJson {
    /// The gRPC statuses a REST gateway sends this code for.
    pub sent_for: Vec<&'static str>,
    /// What a gRPC client reads from it when `grpc-status` is missing.
    pub read_as: &'static str,
}

#[derive(Debug, Serialize)]
pub struct RetriedByJson {
    pub client: &'static str,
    pub setting: &'static str,
    pub note: &'static str,
}

/// Names and values in a given order, an object in JSON.
#[derive(Debug, Default)]
pub struct Named(Vec<(&'static str, &'static str)>);

impl Serialize for Named {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// Where causes are told in full, the first ones are, however rare.
const ALWAYS_IN_FULL: usize = 4;

/// A code that is known.
pub fn known(code: Code) -> CodeReport {
    CodeReport {
        code: Some(code.number),
        name: Some(code.name),
        by: Some(code.by),
        also_named: code.also_named.iter().collect(),
        standing: Some(code.standing.word()),
        summary: code.summary.to_owned(),
        meaning: code.meaning.to_owned(),
        situation: code.situation,
        advice: advice(code.advice),
        api_use: code.api_use,
        retry: RetryJson { verdict: code.retry.verdict.word(), note: Some(code.retry.note) },
        cacheable_by_default: Some(code.cacheable_by_default),
        content: Some(code.content.word()),
        fields: fields(code),
        causes: code.causes.iter().map(CauseJson::of).collect(),
        confused_with: code.confused_with.iter().map(|other| confusion(other.number, other.how)).collect(),
        related: code.related.iter().collect(),
        elsewhere: elsewhere(code),
        constants: constants(code.number),
        grpc: (400..600).contains(&code.number).then(|| grpc(code.number)),
        redirect: redirect(code.number),
        retried_by: retried_by(code.number),
        example: code.example,
        sources: SourceJson::all(code.sources),
        ..empty(code.class)
    }
}

/// A number nobody knows.
pub fn by_class(number: u16, class: Class, facts: ClassFacts) -> CodeReport {
    CodeReport {
        code: Some(number),
        summary: format!("Nobody registered this number. {}", facts.meaning),
        meaning: facts.unknown.to_owned(),
        sources: vec![SourceJson::of(facts.source)],
        ..empty(class)
    }
}

/// A report that says nothing but the class.
pub fn empty(class: Class) -> CodeReport {
    CodeReport {
        schema: SCHEMA,
        code: None,
        subcode: None,
        name: None,
        by: None,
        also_named: Vec::new(),
        class: class.word(),
        standing: None,
        summary: String::new(),
        meaning: String::new(),
        situation: None,
        advice: AdviceJson::default(),
        api_use: None,
        retry: RetryJson { verdict: "unknown", note: None },
        cacheable_by_default: None,
        content: None,
        fields: Vec::new(),
        causes: Vec::new(),
        confused_with: Vec::new(),
        related: Vec::new(),
        elsewhere: Vec::new(),
        constants: Named::default(),
        grpc: None,
        redirect: None,
        retried_by: Vec::new(),
        example: None,
        sources: Vec::new(),
        tone: tone(class),
    }
}

fn advice(advice: Advice) -> AdviceJson {
    AdviceJson { visitor: advice.visitor, caller: advice.caller, operator: advice.operator, designer: advice.designer }
}

fn fields(code: Code) -> Vec<FieldJson> {
    let field = |rule: httpwhy_core::FieldRule| FieldJson {
        name: rule.name,
        level: rule.level.word(),
        on: rule.on.word(),
        note: rule.note,
        source: SourceJson::of(rule.source),
    };
    code.fields.iter().map(field).collect()
}

fn confusion(code: u16, how: &'static str) -> ConfusionJson {
    ConfusionJson { code, name: httpwhy_core::name(code).unwrap_or_default(), how }
}

fn elsewhere(code: Code) -> Vec<ElsewhereJson> {
    let one = |other: httpwhy_core::Elsewhere| ElsewhereJson {
        by: other.by,
        name: other.name,
        meaning: other.meaning,
        tell: other.tell,
        source: SourceJson::of(other.source),
    };
    code.elsewhere.iter().map(one).collect()
}

fn constants(number: u16) -> Named {
    Named(CONSTANTS.iter().filter_map(|target| Some((target.target, target.names(number).first()?))).collect())
}

fn grpc(number: u16) -> GrpcJson {
    GrpcJson { sent_for: GRPC.sent_for(number).map(|status| status.name).collect(), read_as: GRPC.client_reads(number) }
}

fn redirect(number: u16) -> Option<Named> {
    let row = REDIRECTS.row(number)?;
    Some(Named(REDIRECTS.methods.iter().zip(row.fates).map(|(method, fate)| (method, fate.word())).collect()))
}

fn retried_by(number: u16) -> Vec<RetriedByJson> {
    let clients = RETRY_CLIENTS.iter().filter(|client| client.codes.iter().any(|code| code == number));
    clients.map(|client| RetriedByJson { client: client.name, setting: client.setting, note: client.note }).collect()
}

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
        }
        self.more_on_causes(&mut out);
        // Where there is a situation, the visitor was answered before the causes.
        let advice = self.advice_facts().into_iter().skip(usize::from(self.situation.is_some()));
        out.part("What you can do", Block::Facts(advice.collect()));
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
    fn shown_name(&self) -> String {
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
        out.part("What it means", Block::Prose(self.meaning.clone()));
    }

    fn more_on_causes(&self, out: &mut Document) {
        if let Some(first) = self.causes.first() {
            out.blocks.push(Block::Prose(format!("More on each: `httpwhy cause {}`", first.id)));
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
        if let Some(note) = self.retry.note {
            facts.push(Fact::new(
                "Retry",
                format!("**{}.** {note}", super::parts::sentence(&self.retry.verdict.replace('-', " "))),
            ));
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
        facts.extend(self.api_use.map(|text| Fact::new("In an API", super::parts::sentence(text) + ".")));
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
            .map(|code| Fact::new(number(*code), httpwhy_core::name(*code).unwrap_or_default()))
            .collect()
    }
}

fn confused(other: &ConfusionJson) -> Item {
    Item { lead: format!("{} {}", number(other.code), other.name), text: other.how.to_owned(), ..Item::default() }
}

fn field_fact(field: &FieldJson) -> Fact {
    let level = super::parts::sentence(&field.level.replace('-', " "));
    let on = if field.on == "request" { ", on the request" } else { "" };
    let note = field.note.map(|note| format!(" {}", super::parts::sentence(note))).unwrap_or_default();
    Fact::new(field.name, format!("**{level}{on}.**{note}"))
}
