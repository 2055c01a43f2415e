//! Reads a problem details document that was pasted without its response head (RFC 9457).

use httpwhy_core::{Exchange, Fields, Response};

/// An exchange with the status the document states, if the text is such a document.
pub fn read(text: &str) -> Option<Exchange> {
    let text = text.trim();
    let document: serde_json::Value = text.starts_with('{').then(|| serde_json::from_str(text).ok())??;
    let status = document.get("status")?.as_u64().filter(|status| (100..600).contains(status))?;
    document.get("title").or(document.get("type")).or(document.get("detail"))?;
    let mut fields = Fields::default();
    fields.add("Content-Type", "application/problem+json");
    let response = Response { fields, content: text.as_bytes().to_vec(), ..Response::new(status as u16) };
    Some(Exchange { response: Some(response), ..Exchange::default() })
}
