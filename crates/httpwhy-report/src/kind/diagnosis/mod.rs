//! The report on one exchange: what came back, what the response tells of itself, and what may stand behind it.

mod page;
mod why;

use httpwhy_capture::{Asked, Capture, Told, told};
use httpwhy_core::diagnose::{Author, Evidence, Likelihood, diagnose};
use httpwhy_core::{Cause, Class, Code, Exchange, Strength, Who};
use serde::Serialize;

use super::code::{CodeReport, by_class, known};
use super::parts::{SCHEMA, SourceJson, StepJson, number, tone};
use super::told::{Now, fact};
use crate::Tone;
use why::{failed_phase, fixes, is_behind, next, retryable, who_must_act};

/// Of a longer chain of redirects the first ones tell enough.
const MOST_BEFORE: usize = 20;

#[derive(Debug, Serialize)]
pub struct DiagnosisReport {
    pub schema: u8,
    pub status: u16,
    pub name: Option<&'static str>,
    pub summary: String,
    pub request: Option<RequestJson>,
    pub answered_by: AnsweredByJson,
    pub path: Vec<&'static str>,
    pub verdict: &'static str,
    pub causes: Vec<DiagnosedCauseJson>,
    pub who_must_act: &'static str,
    pub owner_action_required: Option<bool>,
    pub retryable: &'static str,
    pub retry_after: Option<u64>,
    pub told: Vec<ToldJson>,
    pub before: Vec<BeforeJson>,
    pub failure: Option<String>,
    pub fix: Vec<StepJson>,
    pub next: Vec<NextJson>,
    pub asked: Vec<AskedJson>,
    pub findings: Vec<()>,
    pub sources: Vec<SourceJson>,
    #[serde(skip)]
    version: Option<String>,
    #[serde(skip)]
    tone: Tone,
    #[serde(skip)]
    code: CodeReport,
    #[serde(skip)]
    not_understood: usize,
    #[serde(skip)]
    decided: Option<Cause>,
    #[serde(skip)]
    failed_phase: Option<&'static str>,
    /// The names of the components on the path.
    #[serde(skip)]
    names: Vec<&'static str>,
    /// It broke behind whoever answered.
    #[serde(skip)]
    is_behind: bool,
}

#[derive(Debug, Serialize)]
pub struct RequestJson {
    pub method: String,
    pub url: String,
}

#[derive(Debug, Serialize)]
pub struct AnsweredByJson {
    pub component: Option<&'static str>,
    pub certainty: &'static str,
    pub evidence: Vec<EvidenceJson>,
    #[serde(skip)]
    name: Option<&'static str>,
    #[serde(skip)]
    logs: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct DiagnosedCauseJson {
    pub id: &'static str,
    pub title: &'static str,
    pub probability: Option<f64>,
    #[serde(rename = "for")]
    pub supporting: Vec<EvidenceJson>,
    pub against: Vec<EvidenceJson>,
    /// What would tell; in JSON it stands in `next`.
    #[serde(skip)]
    check: Option<StepJson>,
    /// The log line that would.
    #[serde(skip)]
    line: Option<String>,
}

/// Where a sign was found, its words, and whose sign of which strength it is.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceJson {
    #[serde(rename = "where")]
    pub place: String,
    pub quote: String,
    pub sign: String,
}

#[derive(Debug, Serialize)]
pub struct NextJson {
    #[serde(rename = "do")]
    pub action: String,
    pub why: String,
    pub command: Option<String>,
}

/// A request that httpwhy sent.
#[derive(Debug, Serialize)]
pub struct AskedJson {
    pub method: String,
    pub url: String,
    pub status: u16,
    pub milliseconds: u64,
    pub why: String,
}

/// One thing the response tells: the field or member, and what it says in words.
#[derive(Debug, Serialize)]
pub struct ToldJson {
    pub what: String,
    pub says: String,
}

/// A response that came before the final one.
#[derive(Debug, Serialize)]
pub struct BeforeJson {
    pub status: u16,
    pub name: Option<&'static str>,
    pub location: Option<String>,
}

pub fn report(capture: &Capture, now: &Now) -> DiagnosisReport {
    let exchange = capture.last();
    let status = exchange.status();
    let code = Code::get(status);
    let told = told(exchange);
    let diagnosis = diagnose(exchange);
    let decided = diagnosis.decided();
    let is_error = !diagnosis.causes.is_empty();
    let code_report = code.map_or_else(|| by_class(status, Class::of(status), Class::of(status).facts()), known);
    let who = who_must_act(&diagnosis, is_error);
    DiagnosisReport {
        schema: SCHEMA,
        status,
        name: httpwhy_core::name(status),
        summary: summary(exchange, decided, &code_report),
        request: exchange
            .request
            .as_ref()
            .map(|request| RequestJson { method: request.method.clone(), url: request.target.clone() }),
        answered_by: answered_by(diagnosis.author.as_ref()),
        path: diagnosis.path.iter().map(|component| component.id).collect(),
        verdict: match (is_error, decided) {
            (false, _) => "no-error",
            (true, Some(_)) => "cause",
            (true, None) => "undecided",
        },
        causes: diagnosis
            .causes
            .iter()
            .map(|likely| diagnosed(likely, diagnosis.author.as_ref().filter(|_| exchange.logged.is_none()), exchange))
            .collect(),
        who_must_act: who.word(),
        owner_action_required: match who {
            Who::Owner => Some(true),
            Who::Visitor | Who::Caller | Who::Provider | Who::Nobody => Some(false),
            Who::Unknown => None,
        },
        retryable: retryable(decided.map(|cause| cause.retryable).or(code.map(|code| code.retry.verdict))),
        retry_after: told.iter().find_map(|told| {
            if let Told::RetryAfter(after) = told { Some(after.wait(now.timestamp().into()).as_secs()) } else { None }
        }),
        told: told
            .iter()
            .map(|told| fact(told, now))
            .map(|fact| ToldJson { what: fact.label, says: fact.text })
            .chain(capture.notes.iter().map(|(what, says)| ToldJson { what: (*what).to_owned(), says: says.clone() }))
            .collect(),
        before: before(capture),
        failure: exchange.failure.as_ref().map(|failure| failure.message.clone()),
        fix: decided.map(|cause| fixes(cause, diagnosis.author.as_ref())).unwrap_or_default(),
        next: if decided.is_some() || !is_error { Vec::new() } else { next(&diagnosis, exchange) },
        asked: capture.asked.iter().map(sent).collect(),
        findings: Vec::new(),
        sources: decided.map_or_else(
            || code.map(|code| SourceJson::all(code.sources)).unwrap_or_default(),
            |cause| SourceJson::all(cause.sources),
        ),
        version: exchange.response.as_ref().and_then(|response| response.version.clone()),
        tone: tone(Class::of(status)),
        code: code_report,
        not_understood: capture.not_understood,
        decided,
        failed_phase: exchange.failure.as_ref().and_then(|failure| failed_phase(failure.curl_exit?)),
        names: diagnosis.path.iter().map(|component| component.name).collect(),
        is_behind: diagnosis.author.is_some()
            && !diagnosis.causes.is_empty()
            && decided.map_or_else(|| diagnosis.causes.iter().all(|likely| is_behind(likely.cause)), is_behind),
    }
}

/// One sentence that answers "why", or what the code says.
fn summary(exchange: &Exchange, decided: Option<Cause>, code: &CodeReport) -> String {
    let status = exchange.status();
    if status == 0 && exchange.failure.is_none() {
        return "No response had come yet, and nothing had failed.".to_owned();
    }
    decided.map_or_else(|| code.summary.clone(), |cause| format!("{}, because {}.", number(status), cause.title))
}

fn answered_by(author: Option<&Author>) -> AnsweredByJson {
    let Some(author) = author else {
        return AnsweredByJson { component: None, certainty: "unknown", evidence: Vec::new(), name: None, logs: None };
    };
    AnsweredByJson {
        component: Some(author.component.id),
        certainty: match author.certainty {
            Strength::Proof => "proof",
            Strength::Strong => "strong",
            Strength::Moderate | Strength::Weak => "weak",
        },
        evidence: author.evidence.iter().map(evidence).collect(),
        name: Some(author.component.name),
        logs: author.component.logs,
    }
}

fn sent(asked: &Asked) -> AskedJson {
    AskedJson {
        method: asked.method.clone(),
        url: asked.url.clone(),
        status: asked.status,
        milliseconds: u64::try_from(asked.took.as_millis()).unwrap_or(u64::MAX),
        why: asked.why.clone(),
    }
}

fn diagnosed(likely: &Likelihood, author: Option<&Author>, exchange: &Exchange) -> DiagnosedCauseJson {
    DiagnosedCauseJson {
        id: likely.cause.id,
        title: likely.cause.title,
        probability: Some((likely.probability * 1000.0).round() / 1000.0),
        supporting: likely.supporting.iter().map(evidence).collect(),
        against: likely.opposing.iter().map(evidence).collect(),
        check: likely.cause.confirm.first().map(StepJson::of),
        line: author.and_then(|author| why::line(author, likely.cause, exchange)),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceJson {
    let strength = match evidence.strength {
        Strength::Weak => "weak",
        Strength::Moderate => "moderate",
        Strength::Strong => "strong",
        Strength::Proof => "proof",
    };
    EvidenceJson {
        place: evidence
            .at
            .as_ref()
            .map_or_else(|| evidence.place.word().to_owned(), |at| format!("{} {at}", evidence.place.word())),
        quote: evidence.quote.clone(),
        sign: format!("{}, {strength}", evidence.component.id),
    }
}

/// Redirects and other exchanges before the last, then the interim responses of the last.
fn before(capture: &Capture) -> Vec<BeforeJson> {
    let earlier =
        capture.before().iter().flat_map(|exchange: &Exchange| exchange.interim.iter().chain(&exchange.response));
    let all = earlier.chain(&capture.last().interim);
    all.take(MOST_BEFORE)
        .map(|response| BeforeJson {
            status: response.status,
            name: httpwhy_core::name(response.status),
            location: response.field("location").map(str::to_owned),
        })
        .collect()
}
