//! Reads a problem details document that was pasted without its response head (RFC 9457).

use httpwhy_core::{Exchange, Response};

/// An exchange with the status the document states, if the text is such a document: a JSON object with the status of
/// an error and words about it. Of the response nothing else was shown.
pub fn read(text: &str) -> Option<Exchange> {
    let text = text.trim();
    let document: serde_json::Value = text.starts_with('{').then(|| serde_json::from_str(text).ok())??;
    let status = document.get("status")?.as_u64().filter(|status| (400..600).contains(status))?;
    let words = |name: &str| document.get(name).is_some_and(|value| value.is_string());
    if !words("title") && !words("detail") {
        return None;
    }
    let response = Response { content: text.as_bytes().to_vec(), ..Response::new(status as u16) };
    Some(Exchange { response: Some(response), ..Exchange::default() })
}
