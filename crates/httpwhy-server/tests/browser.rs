//! The site in a real browser. Needs node, chromium and the packages playwright-core and axe-core (`NODE_PATH`); what is
//! missing skips the test by name, unless `HTTPWHY_TOOLS` promises it.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

/// What the script ends with when a package is missing.
const MISSING: i32 = 77;

#[test]
fn people_can_use_the_site() {
    let (Some(node), Some(chromium)) = (tool("node"), tool("chromium")) else { return };
    let server = common::Server::start(httpwhy_server::Limits::default());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/site.cjs");
    let output =
        Command::new(node).arg(script).arg(format!("http://{}", server.address)).arg(chromium).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    if output.status.code() == Some(MISSING) {
        assert!(!is_promised("playwright-core"), "{told}");
        eprintln!("SKIPPED: {told}");
        return;
    }
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
}

/// Where a tool is; one that is missing skips the test and says so.
fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|dir| dir.join(name)).find(|candidate| candidate.is_file());
    assert!(found.is_some() || !is_promised(name), "{name} was installed and is not found");
    if found.is_none() {
        eprintln!("SKIPPED: {name} is not installed");
    }
    found
}

fn is_promised(name: &str) -> bool {
    std::env::var("HTTPWHY_TOOLS").unwrap_or_default().split(' ').any(|tool| tool == name)
}
