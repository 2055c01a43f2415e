//! Programs that judge httpwhy and know nothing of it, from the registries of Python and Node.js, in `target/outside`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PYTHON: [&str; 3] = ["httplint", "mcp", "schemathesis"];
const NODE: [&str; 2] = ["axe-core", "playwright-core"];

/// Where they are, and which there are.
#[derive(Default)]
pub struct Outside {
    pub there: Vec<&'static str>,
    bin: PathBuf,
    modules: PathBuf,
}

/// Installs what is missing, as far as it can be.
pub fn install(root: &Path) -> Outside {
    let home = root.join("target/outside");
    let (python, node) = (home.join("python"), home.join("node"));
    let bin = python.join("bin");
    if !bin.join("pip").is_file() {
        quiet(Command::new("python3").args(["-m", "venv"]).arg(&python));
    }
    let has_module = |name: &&str| {
        Command::new(bin.join("python3"))
            .args(["-c", &format!("import {name}")])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    if !PYTHON.iter().all(has_module) {
        quiet(Command::new(bin.join("pip")).args(["install", "--quiet", "--disable-pip-version-check"]).args(PYTHON));
    }
    let modules = node.join("node_modules");
    if !NODE.iter().all(|name| modules.join(name).is_dir()) {
        quiet(
            Command::new("npm")
                .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
                .arg(&node)
                .args(NODE),
        );
    }
    let python = PYTHON.into_iter().filter(has_module);
    let there = python.chain(NODE.into_iter().filter(|name| modules.join(name).is_dir())).collect();
    Outside { there, bin, modules }
}

impl Outside {
    /// What could not be installed.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        PYTHON.into_iter().chain(NODE).filter(|name| !self.there.contains(name))
    }

    /// The environment in which tests find them.
    pub fn env(&self) -> [(&'static str, String); 2] {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(self.bin.clone()).chain(std::env::split_paths(&path));
        let joined = std::env::join_paths(paths).unwrap_or(path);
        [("PATH", joined.to_string_lossy().into_owned()), ("NODE_PATH", self.modules.display().to_string())]
    }
}

fn quiet(command: &mut Command) {
    // What could not be installed is skipped by name afterwards.
    let _ = command.stdout(Stdio::null()).status();
}
