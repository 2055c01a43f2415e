//! The console blocks of the documents are run: each `$ httpwhy …` must succeed and print the lines shown below it.
//! `…` in a shown line stands for anything, and a line that is only `…` for any number of lines.

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use common::server::{Server, free_port, scratch};

const DOCUMENTS: [&str; 3] = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

#[test]
fn every_console_block_prints_what_it_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut ran = 0;
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).unwrap_or_else(|error| panic!("{document}: {error}"));
        for block in text.split("```console\n").skip(1) {
            let block = block.split("```").next().unwrap();
            for command in block.split("$ ").skip(1) {
                let (line, shown) = command.split_once('\n').unwrap_or((command, ""));
                if line.contains("httpwhy") && !line.starts_with("cargo") {
                    check(document, line, shown.trim_end(), &root);
                    ran += 1;
                }
            }
        }
    }
    assert!(ran >= 5, "only {ran} commands were found in the documents");
}

/// Commands in the text of a document: whole, and without a placeholder.
#[test]
fn every_command_named_in_the_readme_answers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let named =
        readme.split('`').skip(1).step_by(2).filter(|code| code.starts_with("httpwhy ") && !code.contains(['|', '\n']));
    let whole: Vec<&str> = named
        .filter(|code| {
            !["URL", "DIR", "CODE", "response.txt", "page.har", "curl "]
                .iter()
                .any(|placeholder| code.contains(placeholder))
        })
        .collect();
    assert!(whole.len() > 10, "{whole:?}");
    whole.into_iter().for_each(|line| answers("README.md", line, &root));
}

/// The examples of `httpwhy --help`; the explanation stands behind two spaces.
#[test]
fn every_example_of_the_help_answers() {
    let help = common::answer(&["--help"], b"");
    let examples = help.split("Examples:\n").nth(1).unwrap().lines().take_while(|line| line.starts_with("  "));
    let commands: Vec<&str> =
        examples.filter_map(|line| line.trim().split("  ").next()).filter(|line| line.starts_with("httpwhy")).collect();
    assert!(commands.len() >= 6, "{commands:?}");
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    fs::create_dir_all(&dir).unwrap();
    let response = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n";
    let har =
        r#"{"log":{"entries":[{"request":{"method":"GET","url":"https://a.example/"},"response":{"status":502}}]}}"#;
    let line =
        "2026/11/22 11:36:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream\n";
    for (name, text) in [("response.txt", response), ("page.har", har), ("access.log", line), ("error.log", line)] {
        fs::write(dir.join(name), text).unwrap();
    }
    for line in commands {
        // Nobody else's server is asked; here nothing listens.
        answers("--help", &line.replace("https://example.com/x", "http://127.0.0.1:1/x"), &dir);
    }
}

/// The command lines of curl in the README, on a server that is started for them.
#[test]
fn every_curl_line_of_the_readme_answers() {
    if common::tool("curl").is_none() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let lines: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("    curl ")).collect();
    assert!(lines.len() >= 3, "{lines:?}");
    let server = server("documents-curl");
    for line in lines {
        let line = format!("curl -s {line}").replace("127.0.0.1:8418", &server.url("").replace("http://", ""));
        check("README.md", &line, "…", &root);
    }
}

fn answers(document: &str, line: &str, root: &Path) {
    if line.starts_with("httpwhy serve") { serves() } else { check(document, line, "…", root) }
}

/// It runs until it is stopped, so it is asked once, on a port that is free.
fn serves() {
    let server = server("documents-serve");
    let answer = common::answer(&["--no-probe", "--brief", &server.url("/status/503")], b"");
    assert!(answer.contains("asked for"), "{answer}");
}

fn server(name: &str) -> Server {
    let port = free_port();
    let listen = format!("127.0.0.1:{port}");
    Server::start(Path::new(env!("CARGO_BIN_EXE_httpwhy")), &["serve", "--listen", &listen], &scratch(name), port)
}

fn check(document: &str, line: &str, shown: &str, root: &Path) {
    let binary = Path::new(env!("CARGO_BIN_EXE_httpwhy")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .current_dir(root)
        .stdin(Stdio::null())
        .env("PATH", path)
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{document}: `{line}` fails: {printed}");
    assert!(fits(shown, &printed), "{document}: `{line}` does not print\n{shown}\nbut\n{printed}");
}

fn fits(shown: &str, printed: &str) -> bool {
    let mut rest: Vec<&str> = printed.lines().collect();
    let mut skips = false;
    for line in shown.lines() {
        if line.trim() == "…" {
            skips = true;
            continue;
        }
        let place = rest.iter().position(|printed| line_fits(line, printed));
        match place {
            Some(place) if skips || place == 0 => rest.drain(..=place).for_each(drop),
            _ => return false,
        }
        skips = false;
    }
    skips || shown.is_empty() || rest.is_empty()
}

fn line_fits(shown: &str, printed: &str) -> bool {
    let mut rest = printed;
    for (at, piece) in shown.split('…').enumerate() {
        match rest.find(piece) {
            Some(place) if at > 0 || place == 0 => rest = &rest[place + piece.len()..],
            _ => return false,
        }
    }
    rest.is_empty() || shown.ends_with('…')
}
