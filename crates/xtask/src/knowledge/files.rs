//! Walks the folder and reads each file as the record its place asks for.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::component::{ComponentFile, ComponentHead};
use super::experiment::Experiments;
use super::header::{parse, problem, split};
use super::record::*;
use super::{Knowledge, Problem, sections};

pub fn read_all(dir: &Path, problems: &mut Vec<Problem>) -> Knowledge {
    let mut out = Knowledge::default();
    for entry in entries(dir, "codes", "md", problems) {
        let Some(file) = markdown::<CodeHead>(&entry, problems) else { continue };
        let body = sections::code(&entry.name, &file.body, file.body_line, problems);
        if entry.stem != format!("{:03}", file.head.code) {
            problems.push(problem(&entry.name, 2, format!("`code = {}` does not fit the file name", file.head.code)));
        }
        out.codes.insert(file.head.code, CodeFile { head: file.head, body });
    }
    for entry in entries(dir, "causes", "md", problems) {
        let Some(file) = markdown::<CauseHead>(&entry, problems) else { continue };
        let body = sections::cause(&entry.name, &file.body, file.body_line, problems);
        out.causes.insert(entry.stem, CauseFile { head: file.head, body });
    }
    for entry in entries(dir, "comparisons", "md", problems) {
        let Some(file) = markdown::<ComparisonHead>(&entry, problems) else { continue };
        out.comparisons.insert(entry.stem, ComparisonFile { head: file.head, text: file.body.trim().to_owned() });
    }
    for entry in entries(dir, "components", "md", problems) {
        let Some(file) = markdown::<ComponentHead>(&entry, problems) else { continue };
        let examples = sections::examples(&entry.name, &file.body, file.body_line, problems);
        out.components.insert(entry.stem, ComponentFile { head: file.head, examples });
    }
    for entry in entries(dir, "sources", "toml", problems) {
        out.sources.extend(table(&entry, problems).map(|source| (entry.stem.clone(), source)));
    }
    for entry in entries(dir, "subcodes", "toml", problems) {
        out.subcodes.extend(table(&entry, problems).map(|list| (entry.stem.clone(), list)));
    }
    for entry in entries(dir, "constants", "toml", problems) {
        out.constants.extend(table(&entry, problems).map(|target| (entry.stem.clone(), target)));
    }
    out.platforms = single(dir, "platforms.toml", problems).unwrap_or_default();
    out.classes = single::<Classes>(dir, "classes.toml", problems).map(|list| list.class).unwrap_or_default();
    out.grpc = single(dir, "grpc.toml", problems).unwrap_or_default();
    out.redirects = single(dir, "redirects.toml", problems).unwrap_or_default();
    out.retries = single(dir, "retries.toml", problems).unwrap_or_default();
    out.experiments = single::<Experiments>(dir, "experiments.toml", problems).unwrap_or_default().experiment;
    out
}

struct Entry {
    /// As it is shown in a problem: `knowledge/codes/403.md`.
    name: String,
    stem: String,
    text: String,
}

fn entries(dir: &Path, folder: &str, extension: &str, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let listing = fs::read_dir(dir.join(folder)).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = listing.map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| entry(path, folder, extension, problems)).collect()
}

fn entry(path: &Path, folder: &str, extension: &str, problems: &mut Vec<Problem>) -> Option<Entry> {
    let name = format!("knowledge/{folder}/{}", path.file_name()?.to_string_lossy());
    if path.extension().is_none_or(|found| found != extension) {
        problems.push(problem(&name, 1, format!("only .{extension} files stand here")));
        return None;
    }
    match fs::read_to_string(path) {
        Ok(text) => Some(Entry { name, stem: path.file_stem()?.to_string_lossy().into_owned(), text }),
        Err(error) => {
            problems.push(problem(&name, 1, error.to_string()));
            None
        }
    }
}

fn markdown<T: DeserializeOwned>(entry: &Entry, problems: &mut Vec<Problem>) -> Option<super::header::Split<T>> {
    split(&entry.name, &entry.text).map_err(|error| problems.push(error)).ok()
}

fn table<T: DeserializeOwned>(entry: &Entry, problems: &mut Vec<Problem>) -> Option<T> {
    parse(&entry.name, &entry.text).map_err(|error| problems.push(error)).ok()
}

fn single<T: DeserializeOwned>(dir: &Path, file: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let name = format!("knowledge/{file}");
    let text =
        fs::read_to_string(dir.join(file)).map_err(|error| problems.push(problem(&name, 1, error.to_string()))).ok()?;
    parse(&name, &text).map_err(|error| problems.push(error)).ok()
}
