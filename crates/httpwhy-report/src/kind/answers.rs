//! The report on several questions asked at once.

use serde::Serialize;

use super::Report;
use super::parts::SCHEMA;

#[derive(Debug, Serialize)]
pub struct AnswersReport {
    schema: u8,
    pub answers: Vec<Report>,
}

pub fn report(answers: Vec<Report>) -> AnswersReport {
    AnswersReport { schema: SCHEMA, answers }
}
