//! Measures look-ups and whole processes, and prints the ratios. Nothing here fails: a number is for people to judge.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each process is started.
const STARTS: usize = 400;

pub fn run(root: &Path) -> Result<(), String> {
    println!("look-ups, one loop, one run:");
    command(root, "cargo", &["bench", "--quiet", "--package", "httpwhy-core", "--bench", "lookup"])?;
    command(root, "cargo", &["build", "--quiet", "--release"])?;
    let empty = empty_main(root)?;
    println!(
        "\nwhole processes against an empty `fn main() {{}}`, median of {STARTS} starts and peak resident memory:"
    );
    let mut builds = vec![("cargo build --release", root.join("target/release/httpwhy"))];
    match dist(root) {
        Ok(path) => builds.push(("cargo xtask dist (static)", path)),
        Err(error) => println!("SKIPPED: cargo xtask dist: {error}"),
    }
    for (build, binary) in builds {
        let size = fs::metadata(&binary).map_err(|error| error.to_string())?.len();
        println!("{build}: {:.2} MiB", size as f64 / (1 << 20) as f64);
        for arguments in [&["403", "--json"][..], &["403"], &["forbiden", "--json", "--quiet"], &["list"]] {
            print_ratio(&empty, &binary, arguments)?;
        }
    }
    Ok(())
}

/// Measures both in turn, so that a change of the machine's speed meets both.
fn print_ratio(empty: &Path, binary: &Path, arguments: &[&str]) -> Result<(), String> {
    let base = measured(empty, &[])?;
    let ours = measured(binary, arguments)?;
    let (wall, memory) = (ours.0 / base.0, ours.1 / base.1);
    println!(
        "  httpwhy {:<26} {:>5.2} ms  {wall:.2} ×   {:>5.0} KiB  {memory:.2} ×   (empty: {:.2} ms, {:.0} KiB)",
        arguments.join(" "),
        ours.0 * 1e3,
        ours.1,
        base.0 * 1e3,
        base.1
    );
    Ok(())
}

/// Seconds and KiB, measured by a process of its own, because the system only keeps the peak of all children.
fn measured(binary: &Path, arguments: &[&str]) -> Result<(f64, f64), String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let output =
        Command::new(this).arg("measure").arg(binary).args(arguments).output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.split_whitespace().filter_map(|number| number.parse().ok());
    numbers.next().zip(numbers.next()).ok_or_else(|| format!("{} cannot be measured", binary.display()))
}

/// Starts a command again and again, and prints the median of its wall time in seconds and its peak memory in KiB.
pub fn measure(words: &[&str]) -> Result<(), String> {
    let [program, arguments @ ..] = words else { return Err("measure: no command".to_owned()) };
    let mut times: Vec<Duration> = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let start = Instant::now();
        let mut command = Command::new(program);
        let status = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        times.push(start.elapsed());
        status.map_err(|error| format!("{program}: {error}"))?;
    }
    times.sort();
    println!("{} {}", times[STARTS / 2].as_secs_f64(), peak_memory());
    Ok(())
}

#[cfg(unix)]
fn peak_memory() -> i64 {
    use nix::sys::resource::{UsageWho, getrusage};
    getrusage(UsageWho::RUSAGE_CHILDREN).map_or(0, |usage| usage.max_rss())
}

#[cfg(not(unix))]
fn peak_memory() -> i64 {
    0
}

/// An empty program, built as any program is.
fn empty_main(root: &Path) -> Result<PathBuf, String> {
    let dir = root.join("target/bench");
    fs::create_dir_all(&dir).map_err(|error| error.to_string())?;
    fs::write(dir.join("empty.rs"), "fn main() {}\n").map_err(|error| error.to_string())?;
    command(&dir, "rustc", &["-O", "-C", "strip=symbols", "empty.rs"])?;
    Ok(dir.join("empty"))
}

/// The static binary that is shipped: it starts without a dynamic loader, so it starts faster and needs nothing.
pub fn dist(root: &Path) -> Result<PathBuf, String> {
    if !cfg!(all(target_os = "linux", target_env = "gnu")) {
        return Err("the static binary is built on Linux with glibc".to_owned());
    }
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--target", &target, "--target-dir", "target/dist"]);
    cargo.env("RUSTFLAGS", "-C target-feature=+crt-static -C relocation-model=static").current_dir(root);
    let status = cargo.status().map_err(|error| format!("cargo: {error}"))?;
    let binary = root.join("target/dist").join(&target).join("release/httpwhy");
    if status.success() { Ok(binary) } else { Err("cargo build failed".to_owned()) }
}

fn command(dir: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(program)
        .args(arguments)
        .current_dir(dir)
        .status()
        .map_err(|error| format!("{program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{program} {} failed", arguments.join(" "))) }
}
