//! The report on one code, as JSON has it.

use httpwhy_core::{Advice, CONSTANTS, Class, ClassFacts, Code, GRPC, REDIRECTS, RETRY_CLIENTS};
use serde::Serialize;

use super::parts::{CauseJson, SCHEMA, SourceJson, tone};

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
    /// Null where it is not known.
    pub verdict: Option<&'static str>,
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
pub struct Named(pub Vec<(&'static str, &'static str)>);

impl Serialize for Named {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

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
        retry: RetryJson { verdict: Some(code.retry.verdict.word()), note: Some(code.retry.note) },
        // Where no response came there is nothing to cache and no content.
        cacheable_by_default: (code.number > 0).then_some(code.cacheable_by_default),
        content: (code.number > 0).then_some(code.content.word()),
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
        retry: RetryJson { verdict: None, note: None },
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
