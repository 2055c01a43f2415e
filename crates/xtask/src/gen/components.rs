//! The table of components: how to recognise each, and what stands behind its answers.

use super::pool::{Pool, row};
use super::{cause, citation, citations, head};
use crate::knowledge::Knowledge;
use crate::knowledge::component::{Answers, ComponentHead, Sign, Timer};

/// What a response is compared with stands together, and what logs are compared with behind it: where there is no log,
/// that part is never read.
pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    let signs = |pool: &mut Pool, of_logs: bool| -> Vec<String> {
        let heads = knowledge.components.values().map(|file| &file.head);
        heads
            .map(|head| {
                let chosen = head.sign.iter().filter(|sign| is_of_logs(sign) == of_logs);
                let rows = chosen.map(|sign| self::sign(knowledge, pool, sign)).collect();
                pool.list("SIGNS", "SignRow", rows)
            })
            .collect()
    };
    let (of_response, of_logs) = (signs(pool, false), signs(pool, true));
    for (((id, file), signs), log_signs) in knowledge.components.iter().zip(of_response).zip(of_logs) {
        let component = one(knowledge, pool, id, &file.head, (signs, log_signs));
        pool.list("COMPONENTS", "ComponentRow", vec![component]);
    }
    for (id, file) in &knowledge.components {
        for example in &file.examples {
            let example = row(
                "ExampleRow",
                &[
                    ("component", pool.text(id)),
                    ("is_log", example.is_log.to_string()),
                    ("expected", pool.text(&example.expected)),
                    ("text", pool.text(&example.text)),
                ],
            );
            pool.list("EXAMPLES", "ExampleRow", vec![example]);
        }
    }
    let uses = [
        "crate::component::{AnswersRow, ComponentRow, ExampleRow, Layer, PriorRow, Shows, SignRow, Strength, TimerRow}",
        "crate::source::CitationRow",
        "crate::table::{At, List, Str}",
    ];
    head("Components.", &uses) + &pool.spell(&["ANSWERS", "COMPONENTS", "EXAMPLES", "PRIORS", "SIGNS", "TIMERS"])
}

fn is_of_logs(sign: &Sign) -> bool {
    !sign.log.is_empty() || sign.silent.is_some() || sign.fact.as_ref().is_some_and(|fact| fact.starts_with("logged-"))
}

fn one(knowledge: &Knowledge, pool: &mut Pool, id: &str, head: &ComponentHead, signs: (String, String)) -> String {
    let answers = head.answers.iter().map(|answers| self::answers(knowledge, pool, answers)).collect();
    let timers = head.timer.iter().map(|timer| self::timer(knowledge, pool, timer)).collect();
    let fields = [
        ("id", pool.text(id)),
        ("name", pool.text(&head.name)),
        ("layer", format!("Layer::{}", head.layer.variant())),
        ("logs", pool.option(head.logs.as_deref())),
        ("louder", pool.option(head.louder.as_deref())),
        ("signs", signs.0),
        ("log_signs", signs.1),
        ("answers", pool.list("ANSWERS", "AnswersRow", answers)),
        ("timers", pool.list("TIMERS", "TimerRow", timers)),
        ("sources", citations(knowledge, pool, &head.sources)),
    ];
    row("ComponentRow", &fields)
}

fn sign(knowledge: &Knowledge, pool: &mut Pool, sign: &Sign) -> String {
    let places = |pool: &mut Pool, ids: &[String]| {
        let places: Vec<u16> = ids
            .iter()
            .filter_map(|id| knowledge.causes.keys().position(|known| known == id))
            .map(|place| place as u16)
            .collect();
        pool.numbers(&places)
    };
    let fields = [
        ("shows", format!("Shows::{}", sign.shows.variant())),
        ("cause", sign.cause.as_ref().map_or("At::NONE".to_owned(), |id| cause(knowledge, id))),
        ("also", places(pool, &sign.also)),
        ("against", places(pool, &sign.against)),
        ("status", pool.numbers(&sign.status)),
        ("methods", pool.texts(&sign.method)),
        ("field", pool.option(sign.field.as_deref())),
        ("begins", pool.option(sign.begins.as_deref())),
        ("has", pool.option(sign.has.as_deref())),
        ("is", pool.option(sign.is.as_deref())),
        ("no_field", pool.option(sign.no_field.as_deref())),
        ("request_field", pool.option(sign.request_field.as_deref())),
        ("no_request_field", pool.option(sign.no_request_field.as_deref())),
        ("cookie", pool.option(sign.cookie.as_deref())),
        ("reason", pool.option(sign.reason.as_deref())),
        ("body", pool.texts(&sign.body)),
        ("no_body", pool.texts(&sign.no_body)),
        ("body_is", pool.option(sign.body_is.as_deref())),
        ("is_without_content", (sign.body_is.as_deref() == Some("")).to_string()),
        ("fact", pool.option(sign.fact.as_deref())),
        ("curl_exit", pool.numbers(&sign.curl_exit)),
        ("says", pool.texts(&sign.says)),
        ("log", pool.texts(&sign.log)),
        ("is_lasting", sign.lasting.to_string()),
        ("silent", pool.option(sign.silent.as_deref())),
        ("strength", format!("Strength::{}", sign.strength.variant())),
        ("source", citation(knowledge, pool, &sign.source)),
    ];
    row("SignRow", &fields)
}

fn timer(knowledge: &Knowledge, pool: &mut Pool, timer: &Timer) -> String {
    let fields = [
        ("setting", pool.text(&timer.setting)),
        ("millis", ((timer.seconds * 1000.0).round() as u32).to_string()),
        ("status", timer.status.to_string()),
        ("cause", cause(knowledge, &timer.cause)),
        ("source", citation(knowledge, pool, &timer.source)),
    ];
    row("TimerRow", &fields)
}

fn answers(knowledge: &Knowledge, pool: &mut Pool, answers: &Answers) -> String {
    let priors = answers
        .causes
        .iter()
        .map(|(id, weight)| row("PriorRow", &[("cause", cause(knowledge, id)), ("weight", weight.to_string())]));
    let priors = priors.collect();
    row("AnswersRow", &[("status", answers.status.to_string()), ("causes", pool.list("PRIORS", "PriorRow", priors))])
}
