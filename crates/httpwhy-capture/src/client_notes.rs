//! What a client says of the connection, among or after what it received.

use httpwhy_core::Failure;

/// `curl: (7) Failed to connect to …`
pub fn failure(line: &str) -> Option<Failure> {
    let (exit, message) = line.strip_prefix("curl: (")?.split_once(") ")?;
    Some(Failure { curl_exit: Some(exit.parse().ok()?), message: message.to_owned() })
}

/// A note that says that the connection ended without a response.
pub fn end_of_connection(line: &str) -> Option<Failure> {
    const ENDS: [&str; 9] = [
        "server closed the connection",
        "empty reply from server",
        "connection reset",
        "connection refused",
        "connection timed out",
        "operation timed out",
        "could not resolve",
        "recv failure",
        "ssl_error_syscall",
    ];
    let note = line.strip_prefix("* ")?;
    let lower = note.to_ascii_lowercase();
    ENDS.iter().any(|end| lower.contains(end)).then(|| Failure { curl_exit: None, message: note.trim().to_owned() })
}

/// Notes of curl, its counts of content bytes, and its progress meter.
pub fn is_note(line: &str) -> bool {
    let meter = line.starts_with("  % Total") || line.trim_start().starts_with("Dload") || line.contains("--:--:--");
    line.starts_with("* ") || line == "*" || line.starts_with("{ [") || line.starts_with("} [") || meter
}

/// A line of content without the note that curl glued to its end: a content need not end with a line.
pub fn without_glued_note(line: &str) -> &str {
    let begin = line
        .rfind("* Connection #")
        .filter(|_| line.ends_with("left intact"))
        .or_else(|| line.rfind("* Closing connection"));
    begin.map_or(line, |begin| &line[..begin])
}
