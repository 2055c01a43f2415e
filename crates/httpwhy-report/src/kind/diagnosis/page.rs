//! How a diagnosis is printed.

use super::super::foreign::{code, quoted};
use super::super::parts::{self, items, number, ranked, sources};
use super::{AskedJson, DiagnosedCauseJson, DiagnosisReport, EvidenceJson};
use crate::{Block, Document, Fact, Item, Place, Step, Title};

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
            if self.failed_phase.is_some() { "What was seen" } else { "What the response tells" },
            Block::Facts(self.told.iter().map(|told| Fact::new(&told.what, &told.says)).collect()),
        );
        self.causes_part(&mut out);
        out.part("What was asked", items(self.asked.iter().map(asked).collect()));
        out.part("What you can do", Block::Advice(self.advice()));
        out.part("Sources", sources(&self.sources));
        out
    }

    /// The exchange and why, in one line.
    pub fn line(&self) -> String {
        let entry = self.told.iter().find(|told| told.what == "Entry").map(|told| format!("entry {}: ", told.says));
        let request = self.request.as_ref().map(|request| format!("{} {}: ", request.method, request.url));
        let why = match self.verdict {
            "undecided" => {
                let titles: Vec<&str> = self.causes.iter().map(|cause| cause.id).collect();
                format!("{} {}, perhaps {}", number(self.status), self.code.shown_name(), titles.join(", "))
            }
            _ => self.summary.clone(),
        };
        format!("{}{}{why}", entry.unwrap_or_default(), request.unwrap_or_default())
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
            facts.extend(self.failed_phase.map(|phase| Fact::new("Failed in", phase)));
            facts.push(Fact::new("The client said", quoted(failure)));
        }
        facts.extend(self.author_facts());
        if self.who_must_act != "unknown" && self.who_must_act != "nobody" {
            facts.push(Fact::new("Who must act", format!("**{}.**", parts::sentence(parts::who(self.who_must_act)))));
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
                let line = |line: &String| Step { label: "Log line".into(), text: line.clone(), command: None };
                steps.extend(cause.line.iter().map(line));
                steps.extend(cause.check.iter().map(|check| check.step("Check")));
            }
            let probability =
                cause.probability.map(|probability| format!("{:.0} %; ", probability * 100.0)).unwrap_or_default();
            Item {
                lead: parts::sentence(cause.title),
                note: format!("{probability}{}", cause.id),
                steps,
                place: Some(Place::Cause(cause.id)),
                ..Item::default()
            }
        };
        let is_decided = self.verdict == "cause";
        let heading = if is_decided { "Why" } else { "Cannot be told from here; most likely" };
        let (told, others) = self.causes.split_at(if is_decided { 1 } else { self.causes.len() });
        out.part(heading, ranked(told.iter().map(item).collect()));
        out.part(
            "How to fix it",
            items(self.fix.iter().map(|step| Item { steps: vec![step.step("")], ..Item::default() }).collect()),
        );
        out.part("If it is not that", items(others.iter().map(item).collect()));
    }

    /// The path from the client inwards, and where it broke.
    fn drawn_path(&self) -> Option<Fact> {
        if self.names.is_empty() && self.failed_phase.is_none() {
            return None;
        }
        let shown = |name: &&str| {
            if self.answered_by.name == Some(*name) { format!("**{name}** (answered)") } else { (*name).to_owned() }
        };
        let mut drawn: Vec<String> = vec!["you".to_owned()];
        drawn.extend(self.names.iter().map(shown));
        let end = match (self.failed_phase, self.is_behind) {
            (Some(_), _) => " ✗ the server",
            (None, true) => " ✗ what stands behind it",
            (None, false) => "",
        };
        Some(Fact::new("Path", format!("{}{end}", drawn.join(" → "))))
    }

    /// Of the cause, if it is known; otherwise of the code.
    fn retry_fact(&self) -> Option<Fact> {
        let verdict = parts::sentence(&self.retryable.replace('-', " "));
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
        facts.extend(self.drawn_path());
        if self.verdict == "undecided" {
            facts.extend(self.answered_by.logs.map(|logs| Fact::new("Its log", logs)));
        }
        facts
    }
}

/// A request that was sent, and how it was answered.
fn asked(asked: &AskedJson) -> Item {
    let status = if asked.status == 0 { "no response".to_owned() } else { asked.status.to_string() };
    Item {
        lead: code(&format!("{} {}", asked.method, asked.url)),
        note: format!("{status} after {} ms; {}", asked.milliseconds, asked.why),
        ..Item::default()
    }
}
