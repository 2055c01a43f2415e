//! Problem details: an error explained in JSON (RFC 9457).

use serde_json::Value;

/// The members people read.
///
/// ```
/// let problem = httpwhy_capture::fields::problem::parse(br#"{"title": "Out of credit", "status": 403, "balance": 30}"#).unwrap();
/// assert_eq!(problem.title.as_deref(), Some("Out of credit"));
/// assert_eq!(problem.others, [("balance".to_string(), "30".to_string())]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// Identifies the kind of problem.
    pub kind: Option<String>,
    /// The kind in a few words.
    pub title: Option<String>,
    /// The status the document states.
    pub status: Option<u16>,
    /// This occurrence in words.
    pub detail: Option<String>,
    /// Identifies this occurrence.
    pub instance: Option<String>,
    /// Every other member: name and value as JSON.
    pub others: Vec<(String, String)>,
}

/// Reads a content; `None` if it is not a JSON object.
pub fn parse(content: &[u8]) -> Option<Problem> {
    let Value::Object(members) = serde_json::from_slice(content).ok()? else { return None };
    let mut problem = Problem::default();
    for (name, value) in members {
        let text = value.as_str().map(str::to_owned);
        match name.as_str() {
            "type" => problem.kind = text,
            "title" => problem.title = text,
            "detail" => problem.detail = text,
            "instance" => problem.instance = text,
            "status" => problem.status = value.as_u64().and_then(|status| status.try_into().ok()),
            _ => problem.others.push((name, text.unwrap_or_else(|| value.to_string()))),
        }
    }
    Some(problem)
}
