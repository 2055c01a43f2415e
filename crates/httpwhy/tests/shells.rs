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
    for page in ["man1/httpwhy.1", "man1/httpwhy-list.1", "man7/http-403.7", "man7/http-000.7", "man7/http-999.7"] {
        assert!(dir.join(page).is_file(), "{page}");
    }
    let name = fs::read_to_string(dir.join("man7/http-403.7")).unwrap();
    assert!(name.contains("http\\-403 \\- 403 Forbidden: "), "{name}");
    let Some(mandoc) = tool("mandoc") else { return };
    for entry in ["man1", "man7"].iter().flat_map(|section| fs::read_dir(dir.join(section)).unwrap()) {
        let output =
            Command::new(&mandoc).args(["-T", "lint", "-W", "error"]).arg(entry.unwrap().path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
