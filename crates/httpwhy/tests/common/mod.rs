//! What the tests of the command share: running it, and asking whether a tool is there.
#![allow(dead_code)] // Each test file uses a part.

pub mod server;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs the command with these arguments and this standard input.
pub fn httpwhy(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_httpwhy"));
    command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that fails early does not read; that is for the assertions to judge.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// Standard output of a run that must succeed.
pub fn answer(arguments: &[&str], input: &[u8]) -> String {
    let output = httpwhy(arguments, input);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Standard error of a run that must fail with status 2 and print nothing else.
pub fn refusal(arguments: &[&str], input: &[u8]) -> String {
    let output = httpwhy(arguments, input);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
    assert!(output.stdout.is_empty(), "{arguments:?} printed an answer");
    assert!(!error.contains("panicked"), "{error}");
    error
}

/// Where a tool is. A missing tool skips a test and says so, unless `HTTPWHY_TOOLS` promises that it is there.
pub fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let usual = ["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from);
    let found =
        std::env::split_paths(&path).chain(usual).map(|dir| dir.join(name)).find(|candidate| candidate.is_file());
    let promised = std::env::var("HTTPWHY_TOOLS").unwrap_or_default();
    assert!(found.is_some() || !promised.split(' ').any(|tool| tool == name), "{name} was installed and is not found");
    if found.is_none() {
        eprintln!("SKIPPED: {name} is not installed");
    }
    found
}
