//! What one file alone cannot show: references that must lead somewhere, and limits on texts.

use std::collections::BTreeSet;

use super::component::{ComponentFile, ComponentHead, Shows};
use super::experiment::{Experiment, SAW};
use super::header::problem;
use super::record::*;
use super::{Knowledge, Problem};

/// Titles and summaries are printed on one line of a terminal or a search result.
const LONGEST_TITLE: usize = 90;
const LONGEST_SUMMARY: usize = 140;

/// What `httpwhy-core` computes (`diagnose/fact.rs`).
const FACTS: [&str; 14] = [
    "credentials",
    "credentials-dropped",
    "library-user-agent",
    "logged-again-and-again",
    "media-type-is-accepted",
    "method-changed",
    "no-credentials",
    "redirects-repeat",
    "referer-is-elsewhere",
    "target-is-hidden",
    "target-is-no-directory",
    "target-is-plain-http",
    "token-expired",
    "token-not-yet-valid",
];

/// Error logs in which a missing line says something.
const LOGS: [&str; 2] = ["nginx-error", "apache-error"];

/// The order in which the library finds the facts of a class.
const CLASSES: [&str; 6] = ["none", "informational", "success", "redirection", "client-error", "server-error"];

pub fn run(all: &Knowledge, problems: &mut Vec<Problem>) {
    let mut check = Check { all, problems, sources: BTreeSet::new(), causes: BTreeSet::new() };
    for (number, file) in &all.codes {
        check.code(&format!("knowledge/codes/{number:03}.md"), file);
    }
    for (id, file) in &all.causes {
        check.cause(&format!("knowledge/causes/{id}.md"), file);
    }
    for (id, file) in &all.components {
        check.component(&format!("knowledge/components/{id}.md"), file);
    }
    for (id, file) in &all.comparisons {
        check.comparison(&format!("knowledge/comparisons/{id}.md"), file);
    }
    for (id, list) in &all.subcodes {
        check.subcodes(&format!("knowledge/subcodes/{id}.toml"), list);
    }
    for (id, target) in &all.constants {
        check.constants(&format!("knowledge/constants/{id}.toml"), target);
    }
    check.lists();
    check.unused();
}

struct Check<'a> {
    all: &'a Knowledge,
    problems: &'a mut Vec<Problem>,
    sources: BTreeSet<&'a str>,
    causes: BTreeSet<&'a str>,
}

impl<'a> Check<'a> {
    fn say(&mut self, file: &str, what: impl Into<String>) {
        self.problems.push(problem(file, 1, what));
    }

    fn code(&mut self, file: &str, code: &'a CodeFile) {
        let CodeFile { head, body } = code;
        self.need(file, "a code of at most three digits", head.code < 1000);
        self.text_length(file, "summary", &head.summary, LONGEST_SUMMARY);
        self.need(file, "a meaning before the first section", !body.meaning.is_empty());
        self.need(file, "a section `Operator`", body.operator.is_some());
        if head.standing == Standing::Registered {
            self.need(file, "a section `Caller`", body.caller.is_some());
            self.need(file, "a section `Designer`", body.designer.is_some());
            self.need(file, "a section `Visitor`", body.visitor.is_some() || head.code < 200);
            self.need(file, "a section `Example`", body.example.is_some());
        }
        self.cited(file, &head.sources);
        for likely in &head.causes {
            self.cause_id(file, &likely.id);
            self.causes.insert(&likely.id);
        }
        for rule in &head.fields {
            self.source(file, &rule.source);
        }
        for meaning in &head.elsewhere {
            self.source(file, &meaning.source);
        }
        for number in head.related.iter().chain(head.confused_with.iter().map(|other| &other.code)) {
            self.code_number(file, *number);
        }
        let is_sorted = head.causes.is_sorted_by_key(|likely| likely.often as u8);
        self.need(file, "its causes most usual first: usual, common, occasional, rare", is_sorted);
        let mut seen = BTreeSet::new();
        for likely in &head.causes {
            if !seen.insert(&likely.id) {
                self.say(file, format!("cause `{}` is named twice", likely.id));
            }
        }
    }

    fn cause(&mut self, file: &str, cause: &'a CauseFile) {
        let CauseFile { head, body } = cause;
        self.text_length(file, "title", &head.title, LONGEST_TITLE);
        let first = head.title.split(' ').next().unwrap_or_default();
        let lower = first.chars().next().is_some_and(|letter| !letter.is_uppercase())
            || first.chars().skip(1).any(|letter| letter.is_uppercase() || letter.is_numeric());
        self.need(
            file,
            "a title that completes \"403, because …\": lower case, no final stop",
            lower && !head.title.ends_with('.'),
        );
        self.need(file, "a text that says what happened", !body.meaning.is_empty());
        self.need(file, "at least one `confirm`", !head.confirm.is_empty());
        self.need(file, "at least one `fix`", !head.fix.is_empty());
        self.cited(file, &head.sources);
        for step in head.confirm.iter().chain(&head.fix) {
            if let Some(platform) = step.platform.as_ref().filter(|id| !self.all.platforms.contains_key(*id)) {
                self.say(file, format!("`for = \"{platform}\"` is not in platforms.toml"));
            }
        }
        for mistake in &head.mistaken_for {
            self.cause_id(file, &mistake.id);
        }
    }

    fn component(&mut self, file: &str, component: &'a ComponentFile) {
        let ComponentHead { sources, sign, answers, timer, .. } = &component.head;
        self.cited(file, sources);
        self.need(file, "at least one `sign`", !sign.is_empty());
        self.need(file, "at least one example", !component.examples.is_empty());
        for (at, sign) in sign.iter().enumerate() {
            let at = at + 1;
            self.source(file, &sign.source);
            sign.cause.iter().chain(&sign.also).chain(&sign.against).for_each(|id| self.cause_id(file, id));
            self.need(
                file,
                &format!("a `cause` in sign {at}, and none with `shows = \"answered\"`"),
                sign.cause.is_some() == (sign.shows == Shows::Cause)
                    || (sign.cause.is_some() && sign.shows == Shows::OnPath),
            );
            let is_known = sign.fact.as_ref().is_none_or(|fact| FACTS.contains(&fact.as_str()));
            self.need(file, &format!("in sign {at} a `fact` that is computed: {}", FACTS.join(", ")), is_known);
            let compares = sign.begins.is_some() || sign.has.is_some() || sign.is.is_some();
            self.need(file, &format!("a `field` in sign {at} for what it compares"), !compares || sign.field.is_some());
            let looks = sign.field.is_some()
                || sign.no_field.is_some()
                || sign.request_field.is_some()
                || sign.no_request_field.is_some()
                || sign.cookie.is_some()
                || sign.reason.is_some()
                || sign.body_is.is_some()
                || !sign.body.is_empty()
                || !sign.no_body.is_empty()
                || !sign.curl_exit.is_empty()
                || sign.fact.is_some()
                || !sign.says.is_empty()
                || !sign.log.is_empty()
                || sign.silent.is_some()
                || !sign.status.is_empty();
            self.need(file, &format!("something to look for in sign {at}"), looks);
            self.need(
                file,
                &format!("a `log` in sign {at} for what is `lasting`"),
                !sign.lasting || !sign.log.is_empty(),
            );
            let is_log = sign.silent.as_ref().is_none_or(|log| LOGS.contains(&log.as_str()));
            self.need(file, &format!("in sign {at} a `silent` log: {}", LOGS.join(", ")), is_log);
        }
        for timer in timer {
            self.source(file, &timer.source);
            self.cause_id(file, &timer.cause);
        }
        for answers in answers {
            answers.causes.keys().for_each(|id| self.cause_id(file, id));
            self.causes.extend(answers.causes.keys().map(String::as_str));
        }
        for example in &component.examples {
            self.expectation(file, &example.expected);
        }
    }

    fn experiment(&mut self, experiment: &'a Experiment) {
        let file = "knowledge/experiments.toml";
        let name = &experiment.id;
        self.source(file, &experiment.source);
        self.need(
            file,
            &format!("outcomes or `asks-again` in `{name}`"),
            experiment.asks_again == experiment.outcome.is_empty(),
        );
        for outcome in &experiment.outcome {
            let is_word = |saw: &String| SAW.contains(&saw.as_str()) || (saw.len() == 3 && saw.parse::<u16>().is_ok());
            self.need(
                file,
                &format!("in `saw` of `{name}` {}, or a status", SAW.join(", ")),
                outcome.saw.iter().all(is_word),
            );
            self.need(
                file,
                &format!("one `saw` for each request of `{name}`"),
                outcome.saw.len() == experiment.send.len(),
            );
            outcome.supports.keys().chain(outcome.against.keys()).for_each(|id| self.cause_id(file, id));
        }
    }

    fn expectation(&mut self, file: &str, expected: &str) {
        for word in expected.split_whitespace() {
            let (key, value) = word.split_once('=').unwrap_or((word, ""));
            for id in value.split(',') {
                match key {
                    "silent" => self.need(file, "a log whose silence says something", LOGS.contains(&id)),
                    "status" => self.need(file, "a status of three digits, which an example has", id.len() == 3),
                    "answered" | "on-path" => self.need(
                        file,
                        &format!("a component `{id}`, which an example expects"),
                        self.all.components.contains_key(id),
                    ),
                    "cause" | "undecided" | "not" => self.cause_id(file, id),
                    _ => self.say(
                        file,
                        format!(
                            "`{word}` behind a fence: answered=, on-path=, cause=, undecided=, not=, silent= or status="
                        ),
                    ),
                }
            }
        }
    }

    fn comparison(&mut self, file: &str, comparison: &'a ComparisonFile) {
        self.cited(file, &comparison.head.sources);
        self.need(file, "at least two `when`", comparison.head.when.len() > 1);
        for number in &comparison.head.codes {
            self.code_number(file, *number);
        }
        for when in &comparison.head.when {
            self.need(file, "in each `when` either `code` or `choice`", when.code.is_some() != when.choice.is_some());
        }
    }

    fn subcodes(&mut self, file: &str, list: &'a Subcodes) {
        self.cited(file, &list.sources);
        for row in &list.subcode {
            if let Some(id) = &row.cause {
                self.cause_id(file, id);
                self.causes.insert(id);
            }
            if let Some(number) = row.status {
                self.code_number(file, number);
            }
        }
    }

    fn constants(&mut self, file: &str, target: &'a Target) {
        self.source(file, &target.source);
        target.missing.iter().for_each(|code| self.code_number(file, *code));
        for code in target.names.keys().chain(target.extra.keys()) {
            self.need(file, &format!("a number in place of `{code}`"), code.parse::<u16>().is_ok());
        }
    }

    fn lists(&mut self) {
        let all = self.all;
        self.cited("knowledge/grpc.toml", &all.grpc.sources);
        self.cited("knowledge/redirects.toml", &all.redirects.sources);
        for redirect in &all.redirects.redirect {
            self.source("knowledge/redirects.toml", &redirect.source);
            let missing = all.redirects.methods.iter().any(|method| !redirect.fate.contains_key(method));
            self.need("knowledge/redirects.toml", "a fate for every method of every redirect", !missing);
        }
        for experiment in &all.experiments {
            self.experiment(experiment);
        }
        for client in &all.retries.client {
            self.source("knowledge/retries.toml", &client.source);
            client.codes.iter().for_each(|code| self.code_number("knowledge/retries.toml", *code));
        }
        for code in all.redirects.redirect.iter().map(|row| row.code) {
            self.code_number("knowledge/redirects.toml", code);
        }
        for code in all.grpc.status.iter().map(|row| row.http).chain(all.grpc.from_http.iter().map(|row| row.http)) {
            self.code_number("knowledge/grpc.toml", code);
        }
        let ids: Vec<&str> = all.classes.iter().map(|class| class.id.as_str()).collect();
        self.need(
            "knowledge/classes.toml",
            &format!("the classes in the order {}", CLASSES.join(", ")),
            ids == CLASSES,
        );
        for class in &all.classes {
            self.source("knowledge/classes.toml", &class.source);
        }
        for row in &all.grpc.from_http {
            let known = all.grpc.status.iter().any(|status| status.name == row.grpc);
            self.need("knowledge/grpc.toml", &format!("a [[status]] named {}", row.grpc), known);
        }
    }

    fn unused(&mut self) {
        for id in self.all.sources.keys().filter(|id| !self.sources.contains(id.as_str())) {
            self.problems.push(problem(&format!("knowledge/sources/{id}.toml"), 1, "no file refers to this source"));
        }
        for id in self.all.causes.keys().filter(|id| !self.causes.contains(id.as_str())) {
            self.problems.push(problem(
                &format!("knowledge/causes/{id}.md"),
                1,
                "no code and no sub-code names this cause",
            ));
        }
    }

    fn text_length(&mut self, file: &str, what: &str, text: &str, most: usize) {
        let length = text.chars().count();
        self.need(file, &format!("a {what} of 1 to {most} characters (it has {length})"), (1..=most).contains(&length));
    }

    fn need(&mut self, file: &str, what: &str, holds: bool) {
        if !holds {
            self.say(file, format!("needs {what}"));
        }
    }

    fn code_number(&mut self, file: &str, number: u16) {
        self.need(
            file,
            &format!("a file knowledge/codes/{number:03}.md, which it refers to"),
            self.all.codes.contains_key(&number),
        );
    }

    fn cause_id(&mut self, file: &str, id: &str) {
        self.need(
            file,
            &format!("a file knowledge/causes/{id}.md, which it refers to"),
            self.all.causes.contains_key(id),
        );
    }

    fn cited(&mut self, file: &str, sources: &'a [String]) {
        self.need(file, "at least one source", !sources.is_empty());
        for reference in sources {
            self.source(file, reference);
        }
    }

    fn source(&mut self, file: &str, reference: &'a str) {
        let id = reference.split(' ').next().unwrap_or_default();
        self.sources.insert(id);
        self.need(
            file,
            &format!("a file knowledge/sources/{id}.toml, which it refers to"),
            self.all.sources.contains_key(id),
        );
    }
}
