//! Causes, components and questions: all of a kind, or one by its id.

use httpwhy_core::search::{Target, nearest_causes, nearest_components};
use httpwhy_core::{CAUSES, COMPARISONS, COMPONENTS, Cause, Comparison, Component};
use httpwhy_report::{Report, render};
use serde_json::json;

use super::asked::Asked;
use super::problem::Problem;

pub fn causes(_: &Asked) -> Result<String, Problem> {
    Ok(render::json(&Report::several(&CAUSES.iter().map(Target::Cause).collect::<Vec<_>>())))
}

pub fn cause(asked: &Asked) -> Result<String, Problem> {
    let id = asked.value();
    let nearest = || nearest_causes(id).into_iter().map(|cause| cause.id).collect::<Vec<_>>();
    let found = Cause::get(id).map(Report::cause);
    found.map(|report| render::json(&report)).ok_or_else(|| none("cause", "/api/v1/causes", id, &nearest()))
}

pub fn components(_: &Asked) -> Result<String, Problem> {
    Ok(render::json(&Report::components(COMPONENTS.iter())))
}

pub fn component(asked: &Asked) -> Result<String, Problem> {
    let id = asked.value();
    let nearest = || nearest_components(id).into_iter().map(|component| component.id).collect::<Vec<_>>();
    let found = Component::get(id).map(Report::component);
    found.map(|report| render::json(&report)).ok_or_else(|| none("component", "/api/v1/components", id, &nearest()))
}

pub fn comparisons(_: &Asked) -> Result<String, Problem> {
    Ok(render::json(&Report::several(&COMPARISONS.iter().map(Target::Comparison).collect::<Vec<_>>())))
}

pub fn comparison(asked: &Asked) -> Result<String, Problem> {
    let id = asked.value();
    let found = Comparison::get(id).map(Report::comparison);
    found.map(|report| render::json(&report)).ok_or_else(|| none("question", "/api/v1/comparisons", id, &[]))
}

fn none(what: &str, list: &str, id: &str, nearest: &[&str]) -> Problem {
    let near = if nearest.is_empty() { String::new() } else { format!("Nearest: {}. ", nearest.join(", ")) };
    let problem =
        Problem::new(404, &format!("“{id}” is no {what} that is known."), &format!("{near}GET {list} lists all."));
    if nearest.is_empty() { problem } else { problem.member("nearest", json!(nearest)) }
}
