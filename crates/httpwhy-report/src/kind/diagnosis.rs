//! The report on one exchange: what came back, what the response tells of itself, and what may stand behind it.

use httpwhy_capture::{Capture, Told, told};
use httpwhy_core::{Class, Code, Exchange, Verdict};
use jiff::Zoned;
use serde::Serialize;

use super::code::{CodeReport, by_class, known};
use super::foreign::{code, quoted};
use super::parts::{CauseJson, SCHEMA, SourceJson, StepJson, number, ranked, sources, tone};
use super::told::fact;
use crate::{Block, Document, Fact, Item, Title, Tone};

/// More causes than this are no answer.
const MOST_CAUSES: usize = 4;

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
    pub path: Vec<String>,
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
    pub asked: Vec<()>,
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
}

#[derive(Debug, Serialize)]
pub struct RequestJson {
    pub method: String,
    pub url: String,
}

#[derive(Debug, Serialize)]
pub struct AnsweredByJson {
    pub component: Option<String>,
    pub certainty: &'static str,
    pub evidence: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct DiagnosedCauseJson {
    pub id: &'static str,
    pub title: &'static str,
    pub probability: Option<f64>,
    #[serde(rename = "for")]
    pub evidence_for: Vec<()>,
    pub against: Vec<()>,
    /// What would tell; in JSON it stands in `next`.
    #[serde(skip)]
    check: Option<StepJson>,
}

#[derive(Debug, Serialize)]
pub struct NextJson {
    #[serde(rename = "do")]
    pub action: &'static str,
    pub why: String,
    pub command: Option<&'static str>,
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

pub fn report(capture: &Capture, now: &Zoned) -> DiagnosisReport {
    let exchange = capture.last();
    let status = exchange.status();
    let code = Code::get(status);
    let told = told(exchange);
    let is_error = !matches!(Class::of(status), Class::Success | Class::Redirection | Class::Informational);
    let code_report = code.map_or_else(|| by_class(status, Class::of(status), Class::of(status).facts()), known);
    let likely: Vec<CauseJson> = code
        .filter(|_| is_error)
        .into_iter()
        .flat_map(|code| code.causes.iter())
        .take(MOST_CAUSES)
        .map(CauseJson::of)
        .collect();
    DiagnosisReport {
        schema: SCHEMA,
        status,
        name: httpwhy_core::name(status),
        summary: code_report.summary.clone(),
        request: exchange
            .request
            .as_ref()
            .map(|request| RequestJson { method: request.method.clone(), url: request.target.clone() }),
        answered_by: AnsweredByJson { component: None, certainty: "unknown", evidence: Vec::new() },
        path: Vec::new(),
        verdict: if is_error { "undecided" } else { "no-error" },
        causes: likely.iter().map(undecided).collect(),
        who_must_act: if is_error { "unknown" } else { "nobody" },
        owner_action_required: None,
        retryable: code.map_or("unknown", |code| retryable(code.retry.verdict)),
        retry_after: told.iter().find_map(|told| {
            if let Told::RetryAfter(after) = told { Some(after.wait(now.timestamp().into()).as_secs()) } else { None }
        }),
        told: told
            .iter()
            .map(|told| fact(told, now))
            .map(|fact| ToldJson { what: fact.label, says: fact.text })
            .collect(),
        before: before(capture),
        failure: exchange.failure.as_ref().map(|failure| failure.message.clone()),
        fix: Vec::new(),
        next: likely.iter().filter_map(next).collect(),
        asked: Vec::new(),
        findings: Vec::new(),
        sources: code.map(|code| SourceJson::all(code.sources)).unwrap_or_default(),
        version: exchange.response.as_ref().and_then(|response| response.version.clone()),
        tone: tone(Class::of(status)),
        code: code_report,
        not_understood: capture.not_understood,
    }
}

fn undecided(cause: &CauseJson) -> DiagnosedCauseJson {
    DiagnosedCauseJson {
        id: cause.id,
        title: cause.title,
        probability: None,
        evidence_for: Vec::new(),
        against: Vec::new(),
        check: cause.check.clone(),
    }
}

fn retryable(verdict: Verdict) -> &'static str {
    if verdict == Verdict::NotApplicable { "unknown" } else { verdict.word() }
}

fn next(cause: &CauseJson) -> Option<NextJson> {
    let check = cause.check.as_ref()?;
    Some(NextJson { action: check.action, why: format!("tells whether {}", cause.title), command: check.command })
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

impl DiagnosisReport {
    pub fn document(&self) -> Document {
        let kicker = [Some(self.code.class.replace('-', " ")).filter(|class| class != "none"), self.version.clone()];
        let title = Title {
            number: number(self.status),
            name: self.code.shown_name(),
            kicker: kicker.into_iter().flatten().collect::<Vec<_>>().join(", "),
            summary: self.summary.clone(),
            tone: self.tone,
        };
        let mut out = Document { title, blocks: Vec::new() };
        out.blocks.push(Block::Facts(self.exchange_facts()));
        out.part(
            "What the response tells",
            Block::Facts(self.told.iter().map(|told| Fact::new(&told.what, &told.says)).collect()),
        );
        self.causes_part(&mut out);
        out.part("What you can do", Block::Facts(self.code.advice_facts()));
        out.part("Sources", sources(&self.sources));
        out
    }

    fn exchange_facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        if let Some(request) = &self.request {
            facts.push(Fact::new("Request", code(&format!("{} {}", request.method, request.url))));
        }
        for before in &self.before {
            let to = before.location.as_ref().map(|location| format!(" to {}", code(location))).unwrap_or_default();
            facts.push(Fact::new("Before it", format!("{} {}{to}", before.status, before.name.unwrap_or_default())));
        }
        if let Some(failure) = &self.failure {
            facts.push(Fact::new("The client said", quoted(failure)));
        }
        if let Some(note) = self.code.retry.note {
            facts.push(Fact::new("Retry", note));
        }
        if self.not_understood > 0 {
            facts.push(Fact::new("Not understood", format!("{} of the lines read", self.not_understood)));
        }
        facts
    }

    fn causes_part(&self, out: &mut Document) {
        if self.causes.is_empty() {
            return;
        }
        let item = |cause: &DiagnosedCauseJson| Item {
            lead: super::parts::sentence(cause.title),
            note: cause.id.to_owned(),
            steps: cause.check.iter().map(|check| check.step("Check")).collect(),
            ..Item::default()
        };
        out.part("What may stand behind it", ranked(self.causes.iter().map(item).collect()));
    }
}
