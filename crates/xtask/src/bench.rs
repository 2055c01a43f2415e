//! Measures look-ups and whole processes, and prints the ratios. Nothing here fails: a number is for people to judge.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each process is started.
const STARTS: usize = 400;

/// A response to diagnose.
const RESPONSE: &str = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<hr><center>nginx</center>\r\n";

pub fn run(root: &Path) -> Result<(), String> {
    println!("look-ups, one loop, one run:");
    command(root, "cargo", &["bench", "--quiet", "--package", "httpwhy-core", "--bench", "lookup"])?;
    println!("\ndiagnoses, once loaded:");
    command(root, "cargo", &["bench", "--quiet", "--package", "httpwhy-capture", "--bench", "diagnose"])?;
    command(root, "cargo", &["build", "--quiet", "--release"])?;
    let empty = empty_main(root)?;
    println!("\nwhole processes against an empty `fn main() {{}}`, median of {STARTS} starts, peak resident memory:");
    let mut builds = vec![("cargo build --release", root.join("target/release/httpwhy"))];
    match dist(root) {
        Ok(path) => builds.push(("cargo xtask dist (static)", path)),
        Err(error) => println!("SKIPPED: cargo xtask dist: {error}"),
    }
    for (build, binary) in builds {
        let size = fs::metadata(&binary).map_err(|error| error.to_string())?.len();
        println!("{build}: {:.2} MiB", size as f64 / (1 << 20) as f64);
        let response = root.join("target/bench/response.txt");
        fs::write(&response, RESPONSE).map_err(|error| error.to_string())?;
        let response = response.display().to_string();
        let file = [response.as_str(), "--json"];
        for arguments in [&["403", "--json"][..], &["403"], &["forbiden", "--json", "--quiet"], &["list"], &file] {
            print_ratio(&empty, &binary, arguments)?;
        }
    }
    Ok(())
}

fn print_ratio(empty: &Path, binary: &Path, arguments: &[&str]) -> Result<(), String> {
    let (base, ours) = wall(empty, binary, arguments)?;
    let memory = match (peak_memory(empty, &[]), peak_memory(binary, arguments)) {
        (Some(base), Some(ours)) => format!("{ours:>5} KiB  {:.2} ×", ours as f64 / base as f64),
        _ => "memory SKIPPED: GNU time is not installed".to_owned(),
    };
    let ratio = ours.as_secs_f64() / base.as_secs_f64();
    println!("  httpwhy {:<28} {:>5.2} ms  {ratio:.2} ×   {memory}", arguments.join(" "), ours.as_secs_f64() * 1e3);
    Ok(())
}

/// The median wall time of each, started in turn, so that a change of the machine's speed meets both.
fn wall(empty: &Path, binary: &Path, arguments: &[&str]) -> Result<(Duration, Duration), String> {
    let (mut base, mut ours) = (Vec::with_capacity(STARTS), Vec::with_capacity(STARTS));
    for _ in 0..STARTS {
        base.push(start(empty, &[])?);
        ours.push(start(binary, arguments)?);
    }
    base.sort();
    ours.sort();
    Ok((base[STARTS / 2], ours[STARTS / 2]))
}

fn start(program: &Path, arguments: &[&str]) -> Result<Duration, String> {
    let start = Instant::now();
    let mut command = Command::new(program);
    let status = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let took = start.elapsed();
    status.map(|_| took).map_err(|error| format!("{}: {error}", program.display()))
}

/// Peak resident memory in KiB, the median of a few starts. GNU time is small enough not to count its own memory.
fn peak_memory(program: &Path, arguments: &[&str]) -> Option<u64> {
    let once = |_| {
        let mut time = Command::new("/usr/bin/time");
        let output = time
            .args(["--quiet", "-f", "%M"])
            .arg(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .output();
        String::from_utf8_lossy(&output.ok()?.stderr).lines().last()?.trim().parse().ok()
    };
    let mut peaks: Vec<u64> = (0..9).map(once).collect::<Option<_>>()?;
    peaks.sort_unstable();
    Some(peaks[4])
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
    cargo.args([
        "build",
        "--quiet",
        "--profile",
        "dist",
        "--features",
        "brotli",
        "--target",
        &target,
        "--target-dir",
        "target/dist",
    ]);
    cargo.env("RUSTFLAGS", "-C target-feature=+crt-static -C relocation-model=static").current_dir(root);
    let status = cargo.status().map_err(|error| format!("cargo: {error}"))?;
    let binary = root.join("target/dist").join(&target).join("dist/httpwhy");
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
