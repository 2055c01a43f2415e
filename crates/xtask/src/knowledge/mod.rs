//! Reads `knowledge/` into typed records and refuses what does not fit.

mod check;
pub mod component;
pub mod experiment;
mod files;
mod header;
pub mod record;
mod sections;

use std::collections::BTreeMap;
use std::path::Path;

use component::ComponentFile;
use experiment::Experiment;
use record::*;

/// Everything `knowledge/` holds, keyed the way the files are named.
#[derive(Default)]
pub struct Knowledge {
    pub codes: BTreeMap<u16, CodeFile>,
    pub causes: BTreeMap<String, CauseFile>,
    pub comparisons: BTreeMap<String, ComparisonFile>,
    pub components: BTreeMap<String, ComponentFile>,
    pub sources: BTreeMap<String, Source>,
    pub subcodes: BTreeMap<String, Subcodes>,
    pub constants: BTreeMap<String, Target>,
    pub platforms: BTreeMap<String, String>,
    pub classes: Vec<Class>,
    pub grpc: Grpc,
    pub redirects: Redirects,
    pub retries: Retries,
    pub experiments: Vec<Experiment>,
}

/// One thing that is wrong in one file.
#[derive(Debug)]
pub struct Problem {
    pub file: String,
    pub line: usize,
    pub what: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Reads the folder; the problems are all that were found, not only the first.
pub fn read(dir: &Path) -> (Knowledge, Vec<Problem>) {
    let mut problems = Vec::new();
    let knowledge = files::read_all(dir, &mut problems);
    check::run(&knowledge, &mut problems);
    (knowledge, problems)
}
