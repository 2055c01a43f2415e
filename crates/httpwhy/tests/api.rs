//! The API and the assistants' protocol, as tools that know nothing of httpwhy see them.

mod common;

use std::path::Path;
use std::process::Command;

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
    let has_client = Command::new(&python).args(["-c", "import mcp.client.streamable_http"]).output().unwrap();
    if !has_client.status.success() {
        let promised = std::env::var("HTTPWHY_TOOLS").unwrap_or_default();
        assert!(!promised.split(' ').any(|tool| tool == "mcp"), "the package mcp was installed and is not found");
        eprintln!("SKIPPED: the Python package mcp is not installed");
        return;
    }
    let server = serve("mcp");
    let run = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mcp_client.py"))
        .args([env!("CARGO_BIN_EXE_httpwhy"), &server.url("/mcp")])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
