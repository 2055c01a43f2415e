//! The API and the assistants' protocol, as tools that know nothing of httpwhy see them.

mod common;

use std::path::Path;
use std::process::Command;

use httpwhy_core::Standing;

use common::server::{Server, free_port, scratch};
use common::tool;

fn serve(name: &str) -> Server {
    let port = free_port();
    let listen = format!("127.0.0.1:{port}");
    Server::start(Path::new(env!("CARGO_BIN_EXE_httpwhy")), &["serve", "--listen", &listen], &scratch(name), port)
}

/// Schemathesis sends what the OpenAPI document allows and what it forbids, and compares the answers with it.
#[test]
fn schemathesis_finds_nothing() {
    let Some(schemathesis) = tool("schemathesis") else { return };
    let server = serve("schemathesis");
    let run = Command::new(schemathesis)
        .args(["run", &server.url("/api/v1/openapi.json"), "--no-color", "--max-examples", "25", "--seed", "1"])
        .current_dir(scratch("schemathesis-run"))
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}

/// The client of the Python package `mcp` uses every tool, on standard input and output and over HTTP.
#[test]
fn a_client_of_the_model_context_protocol_uses_every_tool() {
    let Some(python) = tool("python3") else { return };
    if !has_module(&python, "mcp.client.streamable_http") {
        return;
    }
    let server = serve("mcp");
    let run = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/mcp_client.py"))
        .args([env!("CARGO_BIN_EXE_httpwhy"), &server.url("/mcp")])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// Bad notes that are right, because the code was asked for without what it answers, and one that is not.
const NOTED: [(&str, &str); 5] = [
    ("305", "The 305 status code is deprecated."),
    ("306", "The 306 status code is reserved."),
    ("414", "The server won't accept a URI this long"),
    // RFC 9110, 15.5.16: the response to an unsupported type tells by Accept what would have been accepted.
    ("415", "\"Accept\" isn't valid in a response."),
    ("505", "The request HTTP version isn't supported."),
];

/// httplint reads what curl got from the endpoint of each registered code, by HTTP/1.1 and by HTTP/2.
#[test]
fn httplint_has_no_bad_note_on_any_registered_code() {
    let (Some(python), Some(_)) = (tool("python3"), tool("curl")) else { return };
    if !has_module(&python, "httplint") {
        return;
    }
    let server = serve("lint");
    let codes = httpwhy_core::CODES.iter().filter(|code| code.standing != Standing::Vendor && code.number >= 100);
    let run = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/lint.py"))
        .arg(server.url(""))
        .args(codes.map(|code| code.number.to_string()))
        .output()
        .unwrap();
    let (told, error) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(error.is_empty(), "{error}");
    let is_noted = |line: &str| NOTED.iter().any(|(code, note)| line.starts_with(code) && line.contains(note));
    let bad: Vec<&str> = told.lines().filter(|line| !is_noted(line)).collect();
    assert!(bad.is_empty(), "{bad:#?}");
    assert_eq!(told.lines().count(), 2 * NOTED.len(), "the linter found less than it must: {told}");
}

/// A module that is promised and missing is an error; one that is only missing skips the test by name.
fn has_module(python: &Path, module: &str) -> bool {
    let has = Command::new(python).args(["-c", &format!("import {module}")]).output().unwrap().status.success();
    let package = module.split('.').next().unwrap();
    let promised = std::env::var("HTTPWHY_TOOLS").unwrap_or_default();
    assert!(has || !promised.split(' ').any(|tool| tool == package), "{package} was installed and is not found");
    if !has {
        eprintln!("SKIPPED: the Python package {package} is not installed");
    }
    has
}
