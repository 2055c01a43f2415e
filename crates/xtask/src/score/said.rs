//! What the command says of a case.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

use super::case::{Case, Shown};

#[derive(Deserialize)]
pub struct Said {
    pub verdict: String,
    pub causes: Vec<Cause>,
    pub answered_by: Author,
    pub next: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
pub struct Cause {
    pub id: String,
    pub probability: f64,
}

#[derive(Deserialize)]
pub struct Author {
    pub component: Option<String>,
}

impl Said {
    pub fn first(&self) -> Option<&str> {
        self.causes.first().map(|cause| cause.id.as_str())
    }
}

pub fn of(binary: &Path, case: &Case, shown: Shown) -> Option<Said> {
    let mut command = Command::new(binary);
    command.arg("--json");
    if let (Some(method), Some(url)) = (&case.request.method, &case.request.url) {
        command.args(["--request", &format!("{method} {url}")]);
    }
    let output = command.args(case.evidence(shown)).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// What the command says of a status alone, or of a status and a `Server` field.
pub fn of_little(binary: &Path, status: u16, server: Option<&str>) -> Option<Said> {
    let mut child = Command::new(binary).arg("--json").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let server = server.map(|server| format!("Server: {server}\r\n")).unwrap_or_default();
    write!(child.stdin.take()?, "HTTP/1.1 {status}\r\n{server}\r\n").ok()?;
    serde_json::from_slice(&child.wait_with_output().ok()?.stdout).ok()
}
