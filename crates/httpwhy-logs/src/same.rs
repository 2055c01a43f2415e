//! Whether a request in a log is the one that is asked about.

use crate::Question;
use crate::asked::Asked;

/// Logs may cut a long target.
const LONG: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    Same,
    Other,
}

/// Whether an entry is about the request. If the request was not shown, nothing is known to be another.
pub fn of(question: &Question, asked: &Asked) -> Sameness {
    let is_method = question.method.is_none_or(|method| asked.method.is_none_or(|other| other == method));
    let is_target = question.target.is_none_or(|target| is_target(path(target), path(asked.target)));
    if is_method && is_target { Sameness::Same } else { Sameness::Other }
}

/// Whether the line of an access log may be that of the exchange.
pub fn may_be(question: &Question, asked: &Asked) -> bool {
    let is_status = question.status.is_none_or(|status| asked.status == Some(status));
    of(question, asked) == Sameness::Same && asked.status.is_some() && is_status
}

/// Whether a text has the target in it as a word of its own.
pub fn is_in(target: &str, text: &str) -> bool {
    let path = path(target);
    let is_part = |c: char| c.is_ascii_alphanumeric() || "/._-~%".contains(c);
    path.len() > 3
        && text
            .match_indices(path)
            .any(|(at, found)| !text[..at].ends_with(is_part) && !text[at + found.len()..].starts_with(is_part))
}

/// The same target, with or without its query; a gateway may have taken a prefix away or put one before it.
fn is_target(ours: &str, theirs: &str) -> bool {
    let without_query = |target: &str| target.split('?').next().unwrap_or_default().to_owned();
    let (our_path, their_path) = (without_query(ours), without_query(theirs));
    let is_rewritten = |long: &str, short: &str| short.len() > 3 && long.len() > short.len() && long.ends_with(short);
    ours == theirs
        || (our_path == their_path && (!theirs.contains('?') || !ours.contains('?')))
        || is_rewritten(&our_path, &their_path)
        || is_rewritten(&their_path, &our_path)
        || (theirs.len() >= LONG && ours.starts_with(theirs))
}

/// What stands behind scheme and authority.
fn path(target: &str) -> &str {
    let Some((_, rest)) = target.split_once("://") else { return target };
    rest.find('/').map_or("/", |slash| &rest[slash..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(ours: &str, theirs: &str) -> bool {
        let question = Question { method: Some("GET"), target: Some(ours), ..Question::default() };
        of(&question, &Asked { method: Some("GET"), target: theirs, status: None }) == Sameness::Same
    }

    #[test]
    fn a_url_and_its_path_are_the_same_target() {
        assert!(is_same("http://a.example/orders/17", "/orders/17"));
        assert!(is_same("http://a.example", "/"));
        assert!(is_same("/orders?id=1", "/orders"));
        assert!(is_same("/api/orders", "/orders"));
        assert!(!is_same("/orders?id=1", "/orders?id=2"));
        assert!(!is_same("/orders", "/"));
        assert!(!is_same("/", "/favicon.ico"));
    }

    #[test]
    fn a_path_stands_in_a_text_as_a_word() {
        assert!(is_in("/orders/17", "handler for /orders/17 failed"));
        assert!(!is_in("/orders/1", "handler for /orders/17 failed"));
        assert!(!is_in("/orders/17", "/srv/www/orders/17 is missing"));
        assert!(!is_in("/", "a / b"));
    }
}
