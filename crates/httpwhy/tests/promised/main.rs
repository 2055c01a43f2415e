//! The promised causes, provoked on real servers: `httpwhy URL` names each, or leaves it undecided with the truth among
//! the causes shown and the deciding log line named; with the logs it is settled.

#[path = "../common/mod.rs"]
mod common;
mod stacks;

use common::answer;
use serde_json::Value;

/// What one look, with experiments and without logs, must come to.
enum Live {
    Named,
    /// Among the causes shown, with a next step.
    Shown,
}

struct Fault<'a> {
    url: String,
    options: &'a [&'a str],
    status: u64,
    cause: &'a str,
    live: Live,
    /// The logs that settle it; empty where the response does.
    logs: &'a [&'a str],
}

fn fault<'a>(url: String, status: u64, cause: &'a str, live: Live, logs: &'a [&'a str]) -> Fault<'a> {
    Fault { url, options: &[], status, cause, live, logs }
}

fn check(fault: &Fault) {
    let mut arguments = vec!["--json", "--quiet", "--max-time", "20s"];
    arguments.extend(fault.options);
    arguments.push(&fault.url);
    let said = said(&arguments);
    assert_eq!(said["status"], fault.status, "{}: {}", fault.url, shown(&said));
    match fault.live {
        Live::Named => assert_eq!(decided(&said), Some(fault.cause), "{}: {}", fault.url, shown(&said)),
        Live::Shown => {
            let found: Vec<&str> = ids(&said);
            assert!(found.contains(&fault.cause), "{}: no {}: {}", fault.url, fault.cause, shown(&said));
            let is_decided_wrongly = decided(&said).is_some_and(|decided| decided != fault.cause);
            assert!(!is_decided_wrongly, "{}: {}", fault.url, shown(&said));
            assert!(decided(&said).is_some() || !said["next"].as_array().unwrap().is_empty(), "{}", shown(&said));
        }
    }
    if fault.logs.is_empty() {
        return;
    }
    arguments.push("--no-probe");
    arguments.extend(fault.logs);
    let said = self::said(&arguments);
    assert_eq!(decided(&said), Some(fault.cause), "with logs: {}: {}", fault.url, shown(&said));
}

fn said(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(arguments, b"")).unwrap()
}

fn ids(said: &Value) -> Vec<&str> {
    said["causes"].as_array().unwrap().iter().map(|cause| cause["id"].as_str().unwrap()).collect()
}

fn decided(said: &Value) -> Option<&str> {
    (said["verdict"] == "cause").then(|| said["causes"][0]["id"].as_str().unwrap())
}

/// In a few lines, what came out and on what evidence.
fn shown(said: &Value) -> String {
    let quotes = |evidence: &Value| {
        let quotes = evidence.as_array().unwrap().iter().map(|one| one["quote"].as_str().unwrap());
        quotes.collect::<Vec<_>>().join(" | ")
    };
    let causes = said["causes"].as_array().unwrap().iter();
    let causes = causes.map(|cause| {
        format!(
            "\n  {} {} for {} against {}",
            cause["id"],
            cause["probability"],
            quotes(&cause["for"]),
            quotes(&cause["against"])
        )
    });
    format!(
        "{} by {}, {}{}",
        said["status"],
        said["answered_by"]["component"],
        said["verdict"],
        causes.collect::<String>()
    )
}
