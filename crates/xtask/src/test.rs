//! The full run: installs what it needs where it can, runs every check, and says by name what it skipped.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::outside;

/// A tool a test needs, and the package of Debian that brings it.
struct Tool {
    name: &'static str,
    package: &'static str,
}

const TOOLS: [Tool; 13] = [
    Tool { name: "curl", package: "curl" },
    Tool { name: "nginx", package: "nginx-light" },
    Tool { name: "apache2", package: "apache2" },
    Tool { name: "gunicorn", package: "gunicorn" },
    Tool { name: "haproxy", package: "haproxy" },
    Tool { name: "node", package: "nodejs" },
    Tool { name: "npm", package: "npm" },
    Tool { name: "python3", package: "python3-venv" },
    Tool { name: "chromium", package: "chromium" },
    Tool { name: "c++", package: "g++" },
    Tool { name: "zsh", package: "zsh" },
    Tool { name: "fish", package: "fish" },
    Tool { name: "mandoc", package: "mandoc" },
];

/// What the run did and did not do.
#[derive(Default)]
struct Run {
    passed: Vec<String>,
    failed: Vec<String>,
    skipped: Vec<String>,
}

pub fn run(root: &Path) -> Result<(), String> {
    let mut run = Run::default();
    let there = install(&mut run);
    println!("== installing what judges the server from outside");
    let outside = outside::install(root);
    outside.missing().for_each(|name| run.skip(&format!("tests that need {name}: it could not be installed")));
    let promised: Vec<_> = [there.as_slice(), &outside.there].concat();
    let [path, node_path] = outside.env();
    let promised = [("HTTPWHY_TOOLS", promised.join(" ")), path, node_path];
    if has(&["cargo", "fmt", "--version"]) {
        run.step(root, "format", &["cargo", "fmt", "--all", "--check"], &[]);
    } else {
        run.skip("format: rustfmt is not installed");
    }
    run.step(root, "tables fresh", &["cargo", "xtask", "gen", "--check"], &[]);
    run.step(root, "house rules", &["cargo", "xtask", "tidy"], &[]);
    if has(&["cargo", "clippy", "--version"]) {
        let arguments = [
            "cargo",
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--quiet",
            "--",
            "--deny",
            "warnings",
        ];
        run.step(root, "lint", &arguments, &[]);
    } else {
        run.skip("lint: clippy is not installed");
    }
    run.step(root, "tests", &["cargo", "test", "--workspace", "--all-features", "--no-fail-fast"], &promised);
    let rustdoc = [("RUSTDOCFLAGS", "--deny warnings".to_owned())];
    run.step(
        root,
        "documentation",
        &["cargo", "doc", "--workspace", "--no-deps", "--all-features", "--quiet"],
        &rustdoc,
    );
    let bare = [
        "cargo",
        "build",
        "--quiet",
        "--manifest-path",
        "crates/httpwhy-core/tests/bare-metal/Cargo.toml",
        "--target-dir",
        "target/bare-metal",
    ];
    run.step(root, "bare metal (no std, no allocator)", &bare, &[]);
    if there.contains(&"c++") && cfg!(all(target_os = "linux", target_env = "gnu")) {
        run.step(root, "fuzz, a short run", &["cargo", "xtask", "fuzz", "10"], &[]);
    } else {
        run.skip("fuzz: it needs Linux and a C++ compiler");
    }
    match recorded_cases(root) {
        Some(lab) => run.step(root, "score of recorded cases", &["cargo", "xtask", "score", &lab, "--floors"], &[]),
        None => run.skip("score: no recorded cases (HTTPWHY_LAB, or ../shared/lab/open)"),
    }
    run.report()
}

/// Where the recorded failures of real servers are, if they are on this machine.
fn recorded_cases(root: &Path) -> Option<String> {
    let stated = std::env::var("HTTPWHY_LAB").ok();
    let lab = stated.unwrap_or_else(|| root.join("../shared/lab/open").display().to_string());
    Path::new(&lab).is_dir().then_some(lab)
}

impl Run {
    fn step(&mut self, root: &Path, name: &str, words: &[&str], env: &[(&str, String)]) {
        println!("== {name}: {}", words.join(" "));
        let start = Instant::now();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).envs(env.iter().map(|(key, value)| (key, value))).current_dir(root);
        let passed = command.status().is_ok_and(|status| status.success());
        let line = format!("{name} ({:.0} s)", start.elapsed().as_secs_f64());
        if passed { self.passed.push(line) } else { self.failed.push(line) }
    }

    fn skip(&mut self, what: &str) {
        self.skipped.push(what.to_owned());
    }

    fn report(self) -> Result<(), String> {
        println!();
        self.passed.iter().for_each(|step| println!("passed   {step}"));
        self.skipped.iter().for_each(|step| println!("SKIPPED  {step}"));
        self.failed.iter().for_each(|step| println!("FAILED   {step}"));
        if self.failed.is_empty() { Ok(()) } else { Err(format!("{} of the steps failed", self.failed.len())) }
    }
}

/// Installs the tools that are missing, as root on a Debian; the names of those that are there afterwards.
fn install(run: &mut Run) -> Vec<&'static str> {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !is_there(tool.name)).collect();
    let can = has(&["apt-get", "--version"]) && output(&["id", "-u"]).trim() == "0";
    if !missing.is_empty() && can {
        println!("== installing {}", missing.iter().map(|tool| tool.package).collect::<Vec<_>>().join(" "));
        quiet(&["apt-get", "update", "-qq"]);
        for tool in &missing {
            quiet(&["apt-get", "install", "-y", "-qq", "--no-install-recommends", tool.package]);
        }
    }
    for tool in TOOLS.iter().filter(|tool| !is_there(tool.name)) {
        let why = if can { "could not be installed" } else { "is not installed, and this is not root on a Debian" };
        run.skip(&format!("tests that need {}: it {why}", tool.name));
    }
    TOOLS.iter().map(|tool| tool.name).filter(|name| is_there(name)).collect()
}

fn is_there(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let usual = ["/usr/sbin".into(), "/usr/local/sbin".into()];
    std::env::split_paths(&path).chain(usual).any(|dir| dir.join(name).is_file())
}

fn has(words: &[&str]) -> bool {
    Command::new(words[0])
        .args(&words[1..])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn quiet(words: &[&str]) {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    // What could not be installed is skipped by name afterwards.
    let _ = command.status();
}

fn output(words: &[&str]) -> String {
    let output = Command::new(words[0]).args(&words[1..]).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}
