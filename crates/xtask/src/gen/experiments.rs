//! The table of experiments.

use std::collections::BTreeMap;

use super::pool::{Pool, row};
use super::{cause, citation, head};
use crate::knowledge::Knowledge;
use crate::knowledge::component::Strength;

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for experiment in &knowledge.experiments {
        let outcomes = experiment.outcome.iter().map(|outcome| {
            let fields = [
                ("saw", pool.texts(&outcome.saw)),
                (
                    "pace",
                    outcome.pace.as_ref().map_or("None".to_owned(), |pace| format!("Some(Pace::{})", pace.variant())),
                ),
                ("supports", shifts(knowledge, pool, &outcome.supports)),
                ("opposes", shifts(knowledge, pool, &outcome.against)),
            ];
            row("OutcomeRow", &fields)
        });
        let outcomes = outcomes.collect();
        let needs = experiment.needs.iter().map(|need| format!("Need::{}", need.variant())).collect();
        let sends = experiment.send.iter().map(|send| format!("Send::{}", send.variant())).collect();
        let fields = [
            ("id", pool.text(&experiment.id)),
            ("action", pool.text(&experiment.action)),
            ("why", pool.text(&experiment.why)),
            ("status", pool.numbers(&experiment.status)),
            ("needs", pool.list("NEEDS", "Need", needs)),
            ("sends", pool.list("SENDS", "Send", sends)),
            ("asks_again", experiment.asks_again.to_string()),
            ("worth", experiment.worth.to_string()),
            ("outcomes", pool.list("OUTCOMES", "OutcomeRow", outcomes)),
            ("source", citation(knowledge, pool, &experiment.source)),
        ];
        pool.list("EXPERIMENTS", "ExperimentRow", vec![row("ExperimentRow", &fields)]);
    }
    let uses = [
        "crate::component::Strength",
        "crate::experiment::{ExperimentRow, Need, OutcomeRow, Pace, Send, ShiftRow}",
        "crate::source::CitationRow",
        "crate::table::{At, List, Str}",
    ];
    head("Experiments.", &uses) + &pool.spell(&["EXPERIMENTS", "NEEDS", "OUTCOMES", "SENDS", "SHIFTS"])
}

fn shifts(knowledge: &Knowledge, pool: &mut Pool, shifts: &BTreeMap<String, Strength>) -> String {
    let shift = |(id, strength): (&String, &Strength)| {
        let strength = format!("Strength::{}", strength.variant());
        row("ShiftRow", &[("cause", cause(knowledge, id)), ("strength", strength)])
    };
    let shifts = shifts.iter().map(shift).collect();
    pool.list("SHIFTS", "ShiftRow", shifts)
}
