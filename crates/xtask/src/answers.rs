//! Prints the JSON of every code beforehand, by the command itself, into one text with an index.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Where the answers stand, from the root of the project.
const PLACE: &str = "crates/httpwhy/src/answers";

/// Asks the command, built from the tables as they are now, for each code; whether anything changed.
pub fn write(root: &Path, codes: &[u16]) -> Result<bool, String> {
    if !root.join(PLACE).is_dir() {
        fs::create_dir_all(root.join(PLACE)).map_err(|error| format!("{PLACE}: {error}"))?;
        fs::write(root.join(PLACE).join("generated.rs"), index(&[])).map_err(|error| format!("{PLACE}: {error}"))?;
        fs::write(root.join(PLACE).join("answers.txt"), "").map_err(|error| format!("{PLACE}: {error}"))?;
    }
    command(root, &["build", "--quiet", "--package", "httpwhy"])?;
    let binary = root.join("target/debug/httpwhy");
    let (mut all, mut places) = (String::new(), Vec::new());
    for code in codes {
        // In this form the command does not answer from what was printed beforehand.
        let output = Command::new(&binary)
            .args(["--format", "json", &format!("{code:03}")])
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(format!("httpwhy {code:03}: {}", String::from_utf8_lossy(&output.stderr)));
        }
        let begin = all.len();
        all.push_str(&String::from_utf8_lossy(&output.stdout));
        places.push((*code, begin, all.len()));
    }
    Ok(replace(root, "answers.txt", &all)? | replace(root, "generated.rs", &index(&places))?)
}

fn index(places: &[(u16, usize, usize)]) -> String {
    let rows: String = places.iter().map(|(code, begin, end)| format!("    ({code}, {begin}, {end}),\n")).collect();
    format!(
        "//! Where each answer stands in the text.\n//!\n//! Written by `cargo xtask gen`.\n\n\
         /// All answers, one behind the other.\npub static ANSWERS: &str = include_str!(\"answers.txt\");\n\n\
         /// Code, begin and end.\npub static PLACES: [(u16, u32, u32); {}] = [\n{rows}];\n",
        places.len()
    )
}

fn replace(root: &Path, name: &str, text: &str) -> Result<bool, String> {
    let path = root.join(PLACE).join(name);
    if fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(false);
    }
    fs::write(&path, text).map(|()| true).map_err(|error| format!("{}: {error}", path.display()))
}

fn command(root: &Path, arguments: &[&str]) -> Result<(), String> {
    let status =
        Command::new("cargo").args(arguments).current_dir(root).status().map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments.join(" "))) }
}
