//! Completions and man pages are understood by the programs that read them.

mod common;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use common::{answer, tool};

fn scratch(name: &str) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dir).unwrap();
    dir
}

fn accepts(shell: &str, check: &str) {
    let Some(program) = tool(shell) else { return };
    let file = scratch("completions").join(shell);
    fs::write(&file, answer(&["completions", shell], b"")).unwrap();
    let output = Command::new(program).arg(check).arg(&file).output().unwrap();
    assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn bash_reads_its_completions() {
    accepts("bash", "-n");
}

#[test]
fn zsh_reads_its_completions() {
    accepts("zsh", "-n");
}

#[test]
fn fish_reads_its_completions() {
    accepts("fish", "--no-execute");
}

#[test]
fn powershell_completions_name_every_command() {
    let text = answer(&["completions", "powershell"], b"");
    assert!(["list", "compare", "cause", "man"].iter().all(|command| text.contains(command)));
}

#[test]
fn one_man_page_a_code_and_one_a_command() {
    let dir = scratch("man");
    answer(&["man", "--all", dir.to_str().unwrap()], b"");
    for page in ["httpwhy.1", "httpwhy-list.1", "http-403.7", "http-000.7", "http-999.7"] {
        assert!(dir.join(page).is_file(), "{page}");
    }
    let Some(mandoc) = tool("mandoc") else { return };
    for entry in fs::read_dir(&dir).unwrap() {
        let output =
            Command::new(&mandoc).args(["-T", "lint", "-W", "error"]).arg(entry.unwrap().path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
