//! One file a field: what it says, in typed form.

pub mod allow;
pub mod challenge;
pub mod content_range;
pub mod link;
pub mod location;
pub mod problem;
pub mod proxy_status;
pub mod retry_after;

/// Splits at a separator that does not stand inside a quoted string.
fn split_unquoted(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if c == separator && !quoted => {
                parts.push(text[start..at].trim());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// A token or a quoted string without its quotes.
fn unquote(text: &str) -> String {
    match text.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => text.trim().to_owned(),
    }
}
