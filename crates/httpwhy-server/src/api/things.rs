//! Causes, components and questions: all of a kind, or one by its id; two codes side by side.

use httpwhy_report::{Report, render};

use super::asked::Asked;
use super::problem::Problem;
use crate::reports::{self, Refusal};

pub fn causes(_: &Asked) -> Result<String, Problem> {
    Ok(render::json(&reports::causes()))
}

pub fn cause(asked: &Asked) -> Result<String, Problem> {
    known(reports::cause(asked.value()), "/api/v1/causes")
}

pub fn components(_: &Asked) -> Result<String, Problem> {
    Ok(render::json(&reports::components()))
}

pub fn component(asked: &Asked) -> Result<String, Problem> {
    known(reports::component(asked.value()), "/api/v1/components")
}

pub fn comparisons(_: &Asked) -> Result<String, Problem> {
    Ok(render::json(&reports::comparisons()))
}

pub fn comparison(asked: &Asked) -> Result<String, Problem> {
    known(reports::comparison(asked.value()), "/api/v1/comparisons")
}

pub fn compare(asked: &Asked) -> Result<String, Problem> {
    known(reports::compared(asked.values), "/api/v1/codes")
}

fn known(report: Result<Report, Refusal>, list: &str) -> Result<String, Problem> {
    report.map(|report| render::json(&report)).map_err(|refusal| Problem::unknown(refusal, list))
}
