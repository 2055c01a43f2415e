//! The command as scripts see it: answers, exit status, streams.

mod common;

use common::{answer, httpwhy, refusal};

#[test]
fn a_code_is_answered_on_standard_output() {
    let text = answer(&["403"], b"");
    assert!(text.starts_with("403 Forbidden"));
    for id in ["auth-missing", "auth-invalid", "ip-blocked", "directory-listing-disabled", "file-permissions"] {
        assert!(text.contains(id), "{id}");
    }
}

#[test]
fn the_questions_of_the_first_page_are_answered() {
    for (query, start) in [
        ("1015", "1015 Rate limited"),
        ("403.14", "403.14 Directory Listing Denied"),
        ("499", "499 Client Closed Request"),
        ("000", "000 No response"),
        ("799", "799"),
        ("forbiden", "403 Forbidden"),
        ("418", "418 (Unused), known as “I'm a teapot”"),
    ] {
        assert!(answer(&[query], b"").starts_with(start), "{query}");
    }
}

#[test]
fn json_is_one_document_and_nothing_else() {
    for arguments in [
        &["403", "--json"][..],
        &["--json", "forbiden"],
        &["4xx", "--json"],
        &["cause", "upstream-down", "--json"],
        &["compare", "401", "403", "--json"],
        &["component", "Apache httpd", "--json"],
    ] {
        let text = answer(arguments, b"");
        let document: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(document["schema"], 1, "{arguments:?}");
    }
}

#[test]
fn several_codes_are_a_list_in_json() {
    let documents: serde_json::Value = serde_json::from_str(&answer(&["502", "504", "--json"], b"")).unwrap();
    assert_eq!((documents["kind"].as_str(), documents["answers"][1]["code"].as_u64()), (Some("answers"), Some(504)));
}

#[test]
fn words_that_follow_each_other_are_one_query() {
    assert!(answer(&["to", "many", "requests"], b"").starts_with("429 Too Many Requests"));
    assert!(answer(&["404", "not", "found"], b"").starts_with("404 Not Found"));
    assert!(answer(&["401", "vs", "403"], b"").starts_with("401 or 403?"));
    assert!(answer(&["502", "504"], b"").contains("504 Gateway Timeout"));
}

#[test]
fn how_a_query_was_read_is_said_beside_the_answer() {
    let output = httpwhy(&["forbiden", "--brief"], b"");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "httpwhy: “forbiden” is read as 403 Forbidden\n");
    assert!(httpwhy(&["forbiden", "--quiet"], b"").stderr.is_empty());
}

#[test]
fn nothing_found_names_the_three_nearest() {
    let error = refusal(&["xyzzy"], b"");
    assert_eq!(error.lines().filter(|line| line.starts_with("  ")).count(), 3, "{error}");
}

#[test]
fn bad_input_is_a_clear_error() {
    assert!(refusal(&["-"], b"").contains("the input is empty"));
    assert!(refusal(&["-"], &vec![0; 2 << 20]).contains("binary data"));
    assert!(refusal(&["-"], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("a PNG picture"));
    let mut long = b"HTTP/1.1 200 OK\r\nX: ".to_vec();
    long.extend(vec![b'x'; 10 << 20]);
    assert!(refusal(&["-"], &long).contains("line 2 is longer"));
    assert!(refusal(&["-"], &[0xff; 4096]).contains("binary data"));
    assert!(refusal(&["https://"], b"").contains("write it as https://example.com/path"));
    assert!(refusal(&["curl", "-T", "x", "https://example.com/"], b"").contains("this option of curl"));
    assert!(refusal(&["--width", "9", "403"], b"").contains("40..=120"));
    assert!(refusal(&["list", "nonsense"], b"").contains("help:"));
    assert!(refusal(&["cause", "gremlins"], b"").contains("help:"));
    assert!(refusal(&["compare", "401", "gremlins"], b"").contains("help:"));
    assert!(refusal(&["--request", "GET", "-"], b"HTTP/1.1 200 OK\n\n").contains("write it as"));
    assert!(refusal(&[""], b"").contains("nothing to explain"));
}

#[test]
fn a_response_is_explained_with_what_it_tells() {
    let response = b"HTTP/2 429 \r\ncontent-type: application/problem+json\r\nretry-after: 120\r\n\r\n{\"title\": \"Slow down\", \"limit\": 5}";
    let text = answer(&[], response);
    for part in ["429 Too Many Requests", "HTTP/2", "Wait 2 minutes, until", "“Slow down”", "limit: `5`"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let document: serde_json::Value = serde_json::from_str(&answer(&["--json"], response)).unwrap();
    assert_eq!(
        (document["kind"].as_str(), document["status"].as_u64(), document["retry_after"].as_u64()),
        (Some("diagnosis"), Some(429), Some(120))
    );
    assert_eq!(document["verdict"], "undecided");
}

#[test]
fn a_stated_request_resolves_a_location() {
    let text = answer(
        &["--request", "POST https://example.com/a/b?token=s3cret", "-"],
        b"HTTP/1.1 302 Found\r\nLocation: ../c\r\n\r\n",
    );
    assert!(text.contains("`https://example.com/c`"), "{text}");
    assert!(!text.contains("s3cret"));
}

#[test]
fn a_client_that_got_no_response_is_explained() {
    let text = answer(&["-"], b"curl: (6) Could not resolve host: nosuch.example\n");
    assert!(text.starts_with("000 No response") && text.contains("Could not resolve host"), "{text}");
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    assert!(!answer(&["500"], b"").contains('\u{1b}'));
    assert!(answer(&["500", "--color", "always"], b"").contains('\u{1b}'));
}

#[test]
fn every_format_is_printed() {
    assert!(answer(&["404", "--format", "html"], b"").starts_with("<!DOCTYPE html>"));
    assert!(answer(&["404", "--format", "markdown"], b"").starts_with("# 404 Not Found"));
    assert!(answer(&["404", "--format", "json"], b"").starts_with('{'));
    assert_eq!(answer(&["404", "--brief"], b"").lines().count(), 1);
}

#[test]
fn options_may_stand_before_a_command() {
    for arguments in [
        &["--json", "cause", "upstream-down"][..],
        &["--color", "never", "compare", "401", "403"],
        &["-q", "list", "4xx"],
        &["--width", "60", "cause"],
    ] {
        answer(arguments, b"");
    }
    assert!(answer(&["--json", "cause", "upstream-down"], b"").contains("\"kind\": \"cause\""));
    assert!(answer(&["help"], b"").contains("Usage: httpwhy"));
}

#[test]
fn what_is_promised_and_not_built_says_so() {
    for command in ["check", "choose", "logs", "export"] {
        assert!(refusal(&[command], b"").contains("not built yet"));
    }
}

#[test]
fn files_of_any_name_and_kind_are_read() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = dir.join("a response");
    std::fs::write(&file, "HTTP/1.1 410 Gone\r\n\r\n").unwrap();
    assert!(answer(&[file.to_str().unwrap()], b"").starts_with("410 Gone"));
    assert!(answer(&["/dev/stdin"], b"HTTP/1.1 409 Conflict\r\n\r\n").starts_with("409 Conflict"));
    assert!(refusal(&[dir.to_str().unwrap()], b"").contains("is a directory"));
    assert!(refusal(&["nosuch.txt"], b"").contains("there is no such file"));
}

#[test]
fn what_is_found_is_printed_beside_what_is_not() {
    let output = httpwhy(&["-", "403"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("403 Forbidden"));
}

#[test]
fn an_argument_cannot_control_the_terminal() {
    assert!(!refusal(&["\u{1b}[31mxyzzy"], b"").contains('\u{1b}'));
    let error = refusal(&["https://u:s3cret@a.example/';id;'"], b"");
    assert!(!error.contains("s3cret"), "{error}");
}

#[test]
fn a_wrong_cause_names_the_nearest() {
    assert!(refusal(&["cause", "upstream-dwn"], b"").contains("upstream-down: "));
    assert!(refusal(&["cause", "nope"], b"").contains("nearest"));
    assert!(refusal(&["component", "ngnix"], b"").contains("nginx: nginx"));
}

#[test]
fn lists_name_what_there_is() {
    assert!(answer(&["list"], b"").contains("511 Network Authentication Required"));
    assert!(answer(&["list", "vendor", "--brief"], b"").lines().count() > 50);
    assert!(answer(&["compare"], b"").contains("401 or 403?"));
    assert!(answer(&["cause", "--brief"], b"").lines().count() >= 125);
    assert!(answer(&["component", "--brief"], b"").lines().count() >= 140);
    assert!(answer(&["component", "nginx"], b"").contains("proxy_read_timeout"));
    assert!(answer(&["compare", "200", "508"], b"").contains("508 Loop Detected"));
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_httpwhy"))
        .arg("list")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
