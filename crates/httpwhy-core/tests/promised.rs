//! What was promised is there, and findable by number and by either name.

use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_core::{Code, Often};

const CODES: [(u16, &str); 34] = [
    (100, "Continue"),
    (101, "Switching Protocols"),
    (102, "Processing"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (204, "No Content"),
    (206, "Partial Content"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (303, "See Other"),
    (304, "Not Modified"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (413, "Payload Too Large"),
    (415, "Unsupported Media Type"),
    (422, "Unprocessable Entity"),
    (429, "Too Many Requests"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
];

const SITUATIONS: [(&[u16], &[&str]); 3] = [
    (&[403], &["auth-missing", "auth-invalid", "ip-blocked", "directory-listing-disabled", "file-permissions"]),
    (&[500], &["app-exception", "app-crash", "server-misconfigured", "database-down", "out-of-memory"]),
    (&[502, 504], &["upstream-down", "upstream-overloaded", "upstream-unreachable", "upstream-timeout"]),
];

const API_USES: [(u16, &[&str]); 10] = [
    (200, &["GET", "PUT", "PATCH"]),
    (201, &["POST", "created"]),
    (204, &["DELETE"]),
    (400, &["validation", "JSON"]),
    (401, &["API key"]),
    (403, &["permissions"]),
    (404, &["endpoint", "resource"]),
    (422, &["JSON", "business"]),
    (429, &["limit"]),
    (500, &["bug"]),
];

fn found(query: &str) -> Option<u16> {
    match ask(query) {
        Answer::One(Target::Code(code)) => Some(code.number),
        _ => None,
    }
}

#[test]
fn each_promised_code_answers_by_number_and_by_either_name() {
    for (number, promised) in CODES {
        assert_eq!(found(&number.to_string()), Some(number));
        assert_eq!(found(promised), Some(number), "{promised}");
        assert_eq!(found(&promised.to_lowercase()), Some(number), "{promised} in lower case");
        let current = httpwhy_core::name(number).unwrap();
        assert_eq!(found(current), Some(number), "{current}");
    }
}

#[test]
fn each_promised_code_is_explained_in_depth() {
    for (number, name) in CODES {
        let code = Code::get(number).unwrap();
        let audiences = code.advice.each().flatten().count();
        assert!(audiences >= if number < 200 { 3 } else { 4 }, "{number} {name}: advice for {audiences}");
        assert!(code.example.is_some() && !code.confused_with.is_empty(), "{number} {name}");
        assert!(number < 400 || !code.causes.is_empty(), "{number} {name} has no cause");
    }
}

#[test]
fn each_promised_cause_stands_in_full_under_its_code() {
    for (numbers, causes) in SITUATIONS {
        for number in numbers {
            let code = Code::get(*number).unwrap();
            assert!(code.situation.is_some(), "{number}");
            for id in causes {
                let at = code
                    .causes
                    .iter()
                    .position(|likely| likely.cause.id == *id)
                    .unwrap_or_else(|| panic!("{number} lacks {id}"));
                let likely = code.causes.get(at).unwrap();
                assert!(at < 4 || likely.often <= Often::Common, "{number} {id} is only told by name");
                assert!(!likely.cause.confirm.is_empty() && !likely.cause.fix.is_empty());
                assert!(likely.cause.confirm.first().unwrap().command.is_some(), "{id}: the check has no command");
            }
        }
    }
}

#[test]
fn the_ten_uses_in_apis_are_told() {
    for (number, words) in API_USES {
        let text = Code::get(number).unwrap().api_use.unwrap_or_default();
        assert!(words.iter().any(|word| text.to_lowercase().contains(&word.to_lowercase())), "{number}: {text}");
    }
}
