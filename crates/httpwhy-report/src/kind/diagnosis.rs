//! The report on one exchange: what came back, what the response tells of itself, and what may stand behind it.

use httpwhy_capture::{Capture, Told, told};
use httpwhy_core::diagnose::{Author, Diagnosis, Evidence, Likelihood, diagnose};
use httpwhy_core::{Cause, Class, Code, Exchange, Strength, Verdict, Who};
use jiff::Zoned;
use serde::Serialize;

use super::code::{CodeReport, by_class, known};
use super::foreign::{code, quoted};
use super::parts::{SCHEMA, SourceJson, StepJson, items, number, ranked, sources, tone};
use super::told::fact;
use crate::{Block, Document, Fact, Item, Step, Title, Tone};

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
    #[serde(skip)]
    decided: Option<Cause>,
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
}

/// Where a sign was found, its words, and whose sign of which strength it is.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceJson {
    #[serde(rename = "where")]
    pub place: &'static str,
    pub quote: String,
    pub sign: String,
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
    let diagnosis = diagnose(exchange);
    let decided = diagnosis.decided();
    let is_error = !diagnosis.causes.is_empty();
    let code_report = code.map_or_else(|| by_class(status, Class::of(status), Class::of(status).facts()), known);
    let who = who_must_act(&diagnosis, is_error);
    DiagnosisReport {
        schema: SCHEMA,
        status,
        name: httpwhy_core::name(status),
        summary: summary(status, decided, &code_report),
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
        causes: diagnosis.causes.iter().map(diagnosed).collect(),
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
            .collect(),
        before: before(capture),
        failure: exchange.failure.as_ref().map(|failure| failure.message.clone()),
        fix: decided.map(|cause| fixes(cause, diagnosis.author.as_ref())).unwrap_or_default(),
        next: if decided.is_some() {
            Vec::new()
        } else {
            diagnosis.causes.iter().filter_map(|likely| next(likely.cause)).collect()
        },
        asked: Vec::new(),
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
    }
}

/// One sentence that answers "why", or what the code says.
fn summary(status: u16, decided: Option<Cause>, code: &CodeReport) -> String {
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

fn diagnosed(likely: &Likelihood) -> DiagnosedCauseJson {
    DiagnosedCauseJson {
        id: likely.cause.id,
        title: likely.cause.title,
        probability: Some((likely.probability * 1000.0).round() / 1000.0),
        supporting: likely.supporting.iter().map(evidence).collect(),
        against: likely.opposing.iter().map(evidence).collect(),
        check: likely.cause.confirm.first().map(StepJson::of),
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
        place: evidence.place.word(),
        quote: evidence.quote.clone(),
        sign: format!("{}, {strength}", evidence.component.id),
    }
}

/// Whoever must act on the cause; of several causes, whoever must act on each of them.
fn who_must_act(diagnosis: &Diagnosis, is_error: bool) -> Who {
    let mut who = diagnosis.causes.iter().map(|likely| likely.cause.who_must_act);
    match who.next() {
        None if !is_error => Who::Nobody,
        Some(first) if who.all(|other| other == first) => first,
        _ => Who::Unknown,
    }
}

fn retryable(verdict: Option<Verdict>) -> &'static str {
    verdict.filter(|verdict| *verdict != Verdict::NotApplicable).unwrap_or(Verdict::Unknown).word()
}

/// The fixes for whoever answered, and those for any software; all, if neither is there.
fn fixes(cause: Cause, author: Option<&Author>) -> Vec<StepJson> {
    let fits = |step: &StepJson| {
        step.platform.is_none() || author.is_some_and(|author| step.platform == Some(author.component.name))
    };
    let fitting: Vec<StepJson> = StepJson::all(cause.fix).into_iter().filter(fits).collect();
    if fitting.is_empty() { StepJson::all(cause.fix) } else { fitting }
}

fn next(cause: Cause) -> Option<NextJson> {
    let check = cause.confirm.first()?;
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
        out.part("What you can do", Block::Facts(self.advice()));
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
        facts.extend(self.author_facts());
        if self.who_must_act != "unknown" && self.who_must_act != "nobody" {
            facts.push(Fact::new(
                "Who must act",
                format!("**{}.**", super::parts::sentence(super::parts::who(self.who_must_act))),
            ));
        }
        facts.extend(self.retry_fact());
        if self.not_understood > 0 {
            facts.push(Fact::new("Not understood", format!("{} of the lines read", self.not_understood)));
        }
        facts
    }

    fn causes_part(&self, out: &mut Document) {
        let item = |cause: &DiagnosedCauseJson| {
            let shown = |evidence: &EvidenceJson, label: &str| Step {
                label: label.to_owned(),
                text: format!("{} {}", evidence.place, code(&evidence.quote)),
                command: None,
            };
            let mut steps: Vec<Step> = cause.supporting.iter().map(|evidence| shown(evidence, "For")).collect();
            steps.extend(cause.against.iter().map(|evidence| shown(evidence, "Against")));
            if self.verdict == "undecided" {
                steps.extend(cause.check.iter().map(|check| check.step("Check")));
            }
            let probability =
                cause.probability.map(|probability| format!("{:.0} %; ", probability * 100.0)).unwrap_or_default();
            Item {
                lead: super::parts::sentence(cause.title),
                note: format!("{probability}{}", cause.id),
                steps,
                ..Item::default()
            }
        };
        let heading = if self.verdict == "cause" { "Why" } else { "Cannot be told from here; most likely" };
        out.part(heading, ranked(self.causes.iter().map(item).collect()));
        out.part(
            "How to fix it",
            items(self.fix.iter().map(|step| Item { steps: vec![step.step("")], ..Item::default() }).collect()),
        );
    }

    /// Of the cause, if it is known; otherwise of the code.
    fn retry_fact(&self) -> Option<Fact> {
        let verdict = super::parts::sentence(&self.retryable.replace('-', " "));
        match self.decided {
            Some(cause) => {
                Some(Fact::new("Retry", format!("**{verdict}.** {}", cause.retry_note.unwrap_or_default()).trim_end()))
            }
            None => self.code.retry.note.map(|note| Fact::new("Retry", note)),
        }
    }

    /// For visitor and caller, of the cause; for everybody, of the code.
    fn advice(&self) -> Vec<Fact> {
        let Some(cause) = self.decided else { return self.code.advice_facts() };
        let all = [("Visitor", cause.visitor), ("Caller", cause.caller)];
        all.into_iter().filter_map(|(label, text)| Some(Fact::new(label, text?))).collect()
    }

    /// Who answered, and who is on the way there.
    fn author_facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        if let Some(name) = self.answered_by.name {
            let certainty = match self.answered_by.certainty {
                "proof" => "",
                "strong" => "almost surely ",
                _ => "perhaps ",
            };
            let quotes: Vec<String> = self
                .answered_by
                .evidence
                .iter()
                .take(2)
                .map(|evidence| format!("{} {}", evidence.place, code(&evidence.quote)))
                .collect();
            facts.push(Fact::new("Answered by", format!("{certainty}**{name}**, by its {}", quotes.join(" and "))));
        }
        if self.path.len() > 1 {
            facts.push(Fact::new("On the way", self.path.join(" → ")));
        }
        if self.verdict == "undecided" {
            facts.extend(self.answered_by.logs.map(|logs| Fact::new("Its log", logs)));
        }
        facts
    }
}
