//! Real situations, each as the text its reporter pasted first: the cause that was found stands among those shown, and
//! where the response alone tells (`sep=yes`), it is first.

mod common;

use std::fs;
use std::path::Path;

use common::answer;

/// Situations whose text does not lead there yet, and why.
const OPEN: [(&str, &str); 4] = [
    ("06-wordpress-rest-health", "a page of nginx and nothing else: a WAF is the fifth of its causes"),
    ("13-old-site-still-shown", "a 200 with an old page: there is no error to find a cause for"),
    ("21-some-employees-502", "cookies that are too large are redacted before they are measured"),
    ("23-500-during-rollout", "a bare 500: only the time of the deployment tells"),
];

/// The first line says what was found and whether the text tells it; the rest is the text.
fn check(text: &str) -> Result<(), String> {
    let (head, pasted) = text.split_once('\n').ok_or("no text")?;
    let value =
        |key: &str| head.split(' ').find_map(|word| word.strip_prefix(key)).ok_or(format!("no {key} in {head}"));
    let found: Vec<&str> = value("cause=")?.split(',').collect();
    let said: serde_json::Value = serde_json::from_str(&answer(&["--json", "--quiet"], pasted.as_bytes())).unwrap();
    let shown: Vec<&str> = said["causes"].as_array().unwrap().iter().filter_map(|cause| cause["id"].as_str()).collect();
    let is_met = match value("sep=")? {
        "yes" => shown.first().is_some_and(|first| found.contains(first)),
        _ => shown.iter().any(|cause| found.contains(cause)),
    };
    if is_met { Ok(()) } else { Err(format!("{head}: {}, {shown:?}", said["verdict"])) }
}

#[test]
fn the_cause_that_was_found_is_among_those_shown() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/situations");
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let wrong: Vec<String> = files
        .iter()
        .filter_map(|file| {
            Some(format!("{}: {}", file.file_stem()?.display(), check(&fs::read_to_string(file).unwrap()).err()?))
        })
        .collect();
    assert!(files.len() >= 30, "only {} situations", files.len());
    let is_open = |line: &&String| OPEN.iter().any(|(name, _)| line.starts_with(name));
    let (open, wrong): (Vec<&String>, Vec<&String>) = wrong.iter().partition(is_open);
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), files.len());
    assert_eq!(open.len(), OPEN.len(), "one is met now and leaves the list of open ones: {open:#?}");
}
