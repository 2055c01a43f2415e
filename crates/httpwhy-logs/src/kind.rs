//! What kind of log a text is.

use crate::{asked, stamp};

/// The error logs whose silence says something, by the form of their lines.
pub fn of_error_log(line: &str) -> Option<&'static str> {
    let has_level = |levels: &[&str]| levels.iter().any(|level| line.contains(level));
    let is_nginx = line.len() > 20
        && line.as_bytes()[4] == b'/'
        && has_level(&["[debug] ", "[info] ", "[notice] ", "[warn] ", "[error] ", "[crit] ", "[alert] ", "[emerg] "])
        && line.contains('#');
    let is_apache = line.starts_with('[')
        && line.contains("] [pid ")
        && has_level(&[":debug] ", ":info] ", ":notice] ", ":warn] ", ":error] ", ":crit] ", ":alert] ", ":emerg] "]);
    if is_nginx {
        return Some("nginx-error");
    }
    is_apache.then_some("apache-error")
}

/// Whether its lines name the request they are about.
pub fn names_requests(kind: &str) -> bool {
    kind == "nginx-error"
}

/// Whether the first lines of a text are those of a log: most have a time or a request.
pub fn looks_like_one(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with([' ', '\t', '-']));
    lines
        .by_ref()
        .take(20)
        .any(|line| stamp::find(line).is_some() || asked::find(line).is_some_and(|asked| asked.status.is_some()))
}
