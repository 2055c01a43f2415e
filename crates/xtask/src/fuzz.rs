//! Fuzzes capture, engine and printers: libFuzzer targets in `fuzz/`, seeded with the examples of the knowledge.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::knowledge;

const TARGETS: [&str; 4] = ["exchange", "har", "logs", "serve"];

/// What a connection of the server may look like.
const REQUESTS: &str = "POST /status/200?interim=103&header=A:b HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\
    Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: a\r\n\r\nGET /resource HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1,3-\r\n\
    If-None-Match: \"a\", W/\"b\"\r\n\r\nGET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\
    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// What libFuzzer needs of the compiler; all of it is stable.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Each target runs this long.
pub fn run(root: &Path, seconds: &str) -> Result<(), String> {
    let seconds: u32 = seconds.parse().map_err(|_| format!("“{seconds}” is no number of seconds"))?;
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target-dir", "target/fuzz"]);
    cargo.args(["--target", &target]).env("RUSTFLAGS", FLAGS).current_dir(root);
    if !cargo.status().is_ok_and(|status| status.success()) {
        return Err("the fuzz targets do not build".to_owned());
    }
    for name in TARGETS {
        let corpus = root.join("target/fuzz/corpus").join(name);
        seed(root, name, &corpus)?;
        let binary = root.join("target/fuzz").join(&target).join("release").join(name);
        let mut fuzz = Command::new(binary);
        fuzz.arg(&corpus).arg(format!("-max_total_time={seconds}"));
        // An input that takes ten seconds hangs; one that takes 512 MiB is not bounded.
        fuzz.args(["-timeout=10", "-rss_limit_mb=512", "-max_len=16384", "-print_final_stats=0", "-verbosity=0"]);
        fuzz.current_dir(root.join("target/fuzz"));
        // libFuzzer says much on standard error; it is of interest only when an input fails.
        let output = fuzz.output().map_err(|error| format!("{name}: {error}"))?;
        if !output.status.success() {
            return Err(format!(
                "{}\n{name}: an input fails; it stands in target/fuzz",
                String::from_utf8_lossy(&output.stderr)
            ));
        }
        println!("{name}: {seconds} s without a failure");
    }
    Ok(())
}

/// The examples of the components, each as the target reads it.
fn seed(root: &Path, name: &str, corpus: &Path) -> Result<(), String> {
    fs::create_dir_all(corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    if name == "serve" {
        return fs::write(corpus.join("requests"), REQUESTS).map_err(|error| format!("{name}: {error}"));
    }
    let (knowledge, _) = knowledge::read(&root.join("knowledge"));
    let examples = knowledge.components.values().flat_map(|component| &component.examples);
    for (at, example) in examples.filter(|example| example.is_log == (name == "logs")).enumerate() {
        let text = match name {
            "logs" => format!("\u{f}{}", example.text),
            "har" => {
                let content = serde_json::to_string(&example.text).expect("text is JSON");
                format!(
                    r#"{{"log":{{"entries":[{{"request":{{"method":"GET","url":"https://a.example/","headers":[{{"name":"a","value":"b"}}]}},"response":{{"status":502,"headers":[],"content":{{"text":{content}}}}},"time":1.5,"timings":{{"wait":1}}}}]}}}}"#
                )
            }
            _ => example.text.clone(),
        };
        let file = corpus.join(format!("example-{at}"));
        fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}
