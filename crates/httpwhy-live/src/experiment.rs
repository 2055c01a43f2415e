//! Experiments: the requests that an experiment names, made from the first question, and sent one after the other.

use std::net::IpAddr;
use std::time::Duration;

use http::{Method, Uri};
use httpwhy_core::diagnose;
use httpwhy_core::{Exchange, Experiment, Need, Send, Tried, carries_credentials};

use crate::answer::Answer;
use crate::exchange::ask;
use crate::question::{Family, Question, is_safe};

/// Sends the requests of experiments, spaced, and counts them.
pub struct Asker {
    left: usize,
}

/// A server that asked us to wait is left alone.
const WAIT: [u16; 2] = [429, 503];

impl Asker {
    /// As many requests may follow this answer; none if it asks clients to wait.
    pub fn after(answer: &Answer, most: usize) -> Asker {
        Asker { left: if must_wait(&answer.exchange) { 0 } else { most } }
    }

    /// How many more may be sent.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Whether an experiment is still within the number of requests.
    pub fn can(&self, experiment: Experiment) -> bool {
        experiment.sends.len() <= self.left
    }

    /// Makes an experiment; nothing if the user did not want to wait for it. `told` hears of each request before it is sent.
    pub async fn make(
        &mut self,
        experiment: Experiment,
        question: &Question,
        answer: &Answer,
        told: impl Fn(&Question),
    ) -> Option<Tried> {
        let mut exchanges = Vec::new();
        for send in experiment.sends {
            let question = changed(question, answer, send);
            tokio::select! {
                () = tokio::time::sleep(space(&question)) => {}
                _ = tokio::signal::ctrl_c() => return None,
            }
            told(&question);
            self.left -= 1;
            let answer = ask(&question).await;
            if answer.stopped.is_some() {
                return None;
            }
            let is_to_wait = must_wait(&answer.exchange);
            exchanges.push(answer.exchange);
            if is_to_wait {
                self.left = 0;
                break;
            }
        }
        Some(Tried { experiment: experiment.id, exchanges })
    }
}

/// A response that asks clients to come back later.
fn must_wait(exchange: &Exchange) -> bool {
    let has_field = exchange.response.as_ref().is_some_and(|response| response.field("retry-after").is_some());
    WAIT.contains(&exchange.status()) && has_field
}

/// At least a second between two requests to somebody else's server.
fn space(question: &Question) -> Duration {
    let is_own =
        question.host().parse::<IpAddr>().map_or(question.host() == "localhost", |address| address.is_loopback());
    if is_own { Duration::from_millis(20) } else { Duration::from_secs(1) }
}

/// The experiment that parts the causes of what is known by now best for its price, of those that can be made.
pub fn next_experiment(known: &Exchange, question: &Question, answer: &Answer) -> Option<Experiment> {
    diagnose::next_experiment(known, &diagnose::diagnose(known), |need| has(question, answer, need))
}

/// What the first exchange has of what experiments need.
fn has(question: &Question, answer: &Answer, need: Need) -> bool {
    let path = question.url.path();
    match need {
        Need::SafeMethod => is_safe(&question.method),
        Need::Http2 => {
            answer.exchange.response.as_ref().is_some_and(|response| response.version.as_deref() == Some("HTTP/2"))
        }
        Need::Http => !question.is_https(),
        Need::Credentials => question.fields.iter().any(|(name, _)| carries_credentials(name)),
        Need::Cookies => question.field("cookie").is_some(),
        Need::PathEndsWithSlash => path.ends_with('/'),
        Need::PathEndsWithoutSlash => !path.ends_with('/'),
        Need::PathIsNotRoot => path != "/",
        Need::PathHasUpperCase => path.bytes().any(|byte| byte.is_ascii_uppercase()),
        Need::TwoFamilies => answer.has_two_families && question.family.is_none(),
    }
}

/// The request that an experiment names. It never has content, and only a method that changes nothing.
fn changed(question: &Question, answer: &Answer, send: Send) -> Question {
    let method = if is_safe(&question.method) { question.method.clone() } else { Method::GET };
    let same = Question { method, content: None, ..question.clone() }.without(&["content-type", "content-length"]);
    let path = question.url.path().to_owned();
    let at = |path: String| with_path(&question.url, &path);
    match send {
        Send::Same => same,
        Send::AsProblem => {
            let mut same = same.without(&["accept"]);
            same.fields.push(("Accept".into(), "application/problem+json, application/json".into()));
            same
        }
        Send::Http1 => Question { is_http1: true, ..same },
        Send::IndexHtml => Question { url: at(format!("{path}index.html")), ..same },
        Send::MissingSibling => {
            let directory = path.rfind('/').map_or("/", |slash| &path[..=slash]);
            Question { url: at(format!("{directory}httpwhy-asks-for-what-cannot-exist")), ..same }
        }
        Send::Root => Question { url: at("/".into()), ..same },
        Send::ToggleSlash => {
            let toggled = path.strip_suffix('/').map_or_else(|| format!("{path}/"), str::to_owned);
            Question { url: at(toggled), ..same }
        }
        Send::LowerCase => Question { url: at(path.to_ascii_lowercase()), ..same },
        Send::Options => Question { method: Method::OPTIONS, ..same },
        Send::NoCredentials => same.without_credentials(),
        Send::NoCookies => same.without(&["cookie"]),
        Send::OtherScheme => Question { url: with_scheme(&question.url, "https"), ..same },
        Send::OtherFamily => {
            let used = answer.attempts.iter().find(|(_, failure)| failure.is_none()).or(answer.attempts.first());
            let is_v4 = used.is_some_and(|(address, _)| address.is_ipv4());
            Question { family: Some(if is_v4 { Family::V6 } else { Family::V4 }), ..same }
        }
    }
}

fn with_path(url: &Uri, path: &str) -> Uri {
    let mut parts = url.clone().into_parts();
    parts.path_and_query = path.parse().ok();
    Uri::from_parts(parts).unwrap_or_else(|_| url.clone())
}

fn with_scheme(url: &Uri, scheme: &str) -> Uri {
    let mut parts = url.clone().into_parts();
    parts.scheme = scheme.parse().ok();
    Uri::from_parts(parts).unwrap_or_else(|_| url.clone())
}
