//! What follows from a diagnosis: who must act, whether to retry, how to fix it, where to look next.

use httpwhy_core::diagnose::{Author, Diagnosis};
use httpwhy_core::{Cause, Exchange, Family, Verdict, Who};

use super::super::foreign::code;
use super::super::parts::StepJson;
use super::NextJson;

/// Whoever must act on the cause; where it is not decided, whoever must act on each of those shown.
pub fn who_must_act(diagnosis: &Diagnosis, is_error: bool) -> Who {
    if let Some(cause) = diagnosis.decided() {
        return cause.who_must_act;
    }
    let mut who = diagnosis.causes.iter().map(|likely| likely.cause.who_must_act);
    match who.next() {
        None if !is_error => Who::Nobody,
        Some(first) if who.all(|other| other == first) => first,
        _ => Who::Unknown,
    }
}

pub fn retryable(verdict: Option<Verdict>) -> &'static str {
    verdict.filter(|verdict| *verdict != Verdict::NotApplicable).unwrap_or(Verdict::Unknown).word()
}

/// The fixes for whoever answered, and those for any software; all, if neither is there.
pub fn fixes(cause: Cause, author: Option<&Author>) -> Vec<StepJson> {
    let fits = |step: &StepJson| {
        step.platform.is_none() || author.is_some_and(|author| step.platform == Some(author.component.name))
    };
    let fitting: Vec<StepJson> = StepJson::all(cause.fix).into_iter().filter(fits).collect();
    if fitting.is_empty() { StepJson::all(cause.fix) } else { fitting }
}

/// The steps that would part the causes, the cheapest first: a look into the log of whoever answered, then the checks.
pub fn next(diagnosis: &Diagnosis, exchange: &Exchange) -> Vec<NextJson> {
    let mut steps = Vec::new();
    if let Some(author) = &diagnosis.author {
        match (&exchange.logged, author.component.logs, author.component.louder) {
            (None, Some(logs), _) => steps.extend(look_into(author, logs, diagnosis, exchange)),
            (Some(_), _, Some(louder)) => steps.push(NextJson {
                action: format!("Make {} say more: {louder}", author.component.name),
                why: "the logs that were given do not settle it".to_owned(),
                command: None,
            }),
            _ => {}
        }
    }
    let checks = diagnosis.causes.iter().filter_map(|likely| {
        let check = likely.cause.confirm.first()?;
        let why = format!("tells whether {}", likely.cause.title);
        Some(NextJson { action: check.action.to_owned(), why, command: check.command.map(str::to_owned) })
    });
    steps.extend(checks);
    steps
}

fn look_into(author: &Author, logs: &str, diagnosis: &Diagnosis, exchange: &Exchange) -> Option<NextJson> {
    let lines: Vec<String> = diagnosis
        .causes
        .iter()
        .filter_map(|likely| {
            Some(format!("{} means that {}", line(author, likely.cause, exchange)?, likely.cause.title))
        })
        .collect();
    let why = if lines.is_empty() { "a line at that time tells why".to_owned() } else { lines.join("; ") };
    let action = format!("Read the log of {} for the time of the request: {logs}", author.component.name);
    Some(NextJson { action, why, command: None })
}

/// The log line of whoever answered that means this cause and no other.
pub fn line(author: &Author, cause: Cause, exchange: &Exchange) -> Option<String> {
    let signs = author.component.log_signs_for(cause, exchange.status());
    let sign = signs.max_by_key(|sign| (sign.strength, sign.also.is_empty()))?;
    Some(code(&sign.log.iter().collect::<Vec<_>>().join("…")))
}

/// Whether the failure was between whoever answered and what stands behind it.
pub fn is_behind(cause: Cause) -> bool {
    cause.family == Family::Upstream
}

/// In which phase a connection failed, by curl's exit status.
pub fn failed_phase(exit: u8) -> Option<&'static str> {
    match exit {
        5 | 97 => Some("the proxy: it was not reached or opened no tunnel"),
        6 => Some("name look-up: the name has no address here"),
        7 => Some("connecting: no connection came about"),
        28 => Some("waiting: the time ran out"),
        35 => Some("TLS: the handshake failed"),
        47 => Some("redirects: they do not end"),
        52 | 56 => Some("waiting for the response: the connection ended"),
        58 => Some("TLS: the client's own certificate"),
        60 => Some("TLS: the server's certificate is not trusted"),
        _ => None,
    }
}
