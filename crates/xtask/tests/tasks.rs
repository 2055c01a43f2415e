//! The tasks, on the project itself and on a copy that is broken on purpose.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_committed_tables_are_what_the_knowledge_says() {
    let output = xtask(&["gen", "--check"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_house_is_tidy() {
    let output = xtask(&["tidy"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A copy of the knowledge that a test may change.
fn copy(name: &str) -> PathBuf {
    let copy = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // Left from an earlier run, perhaps.
    let _ = fs::remove_dir_all(&copy);
    let mut folders = vec![PathBuf::from("knowledge")];
    while let Some(folder) = folders.pop() {
        fs::create_dir_all(copy.join(&folder)).unwrap();
        for entry in fs::read_dir(root().join(&folder)).unwrap().flatten() {
            let inside = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(inside);
            } else {
                fs::copy(entry.path(), copy.join(inside)).unwrap();
            }
        }
    }
    copy
}

fn xtask_in(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).env("XTASK_ROOT", root).output().unwrap()
}

#[test]
fn a_template_fails_until_it_is_filled() {
    let copy = copy("template");
    let made = xtask_in(&copy, &["new", "cause", "of-a-test", "503"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let checked = xtask_in(&copy, &["gen", "--check"]);
    let problems = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(!checked.status.success());
    assert!(problems.contains("knowledge/causes/of-a-test.md:1: needs a title"), "{problems}");
    assert!(problems.contains("needs at least one source"), "{problems}");
    assert!(fs::read_to_string(copy.join("knowledge/codes/503.md")).unwrap().contains("id = \"of-a-test\""));
}

#[test]
fn a_typo_is_refused_with_file_line_and_the_legal_words() {
    let copy = copy("typo");
    let file = copy.join("knowledge/causes/upstream-down.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("family = \"upstream\"", "family = \"upstraem\"", 1)).unwrap();
    let problems = String::from_utf8_lossy(&xtask_in(&copy, &["gen", "--check"]).stderr).into_owned();
    assert!(
        problems.contains("knowledge/causes/upstream-down.md:3: unknown variant `upstraem`, expected one of"),
        "{problems}"
    );
}

#[test]
fn a_bad_id_or_code_is_refused() {
    let copy = copy("refused");
    for arguments in [
        ["new", "cause", "Not An Id", "503"],
        ["new", "cause", "fine-id", "5o3"],
        ["new", "cause", "upstream-down", "503"],
    ] {
        assert!(!xtask_in(&copy, &arguments).status.success(), "{arguments:?}");
    }
}

#[test]
fn without_a_task_the_usage_is_printed() {
    assert_eq!(xtask(&[]).status.code(), Some(2));
}
