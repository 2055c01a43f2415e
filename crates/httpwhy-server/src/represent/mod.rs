//! In which form an answer goes out, and whether it must go out at all.

use bytes::Bytes;

use crate::plan::Plan;
use crate::request::Request;

/// The forms every report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Html,
    /// As the terminal shows it.
    Text,
    /// By the schema.
    Json,
}

/// The form this client wants: by `Accept`; a client that takes anything and is no browser gets text.
pub fn form(request: &Request) -> Form {
    match request.fields.get("accept") {
        Some(accept) if accept.contains("html") => Form::Html,
        Some(accept) if accept.contains("json") => Form::Json,
        _ => Form::Text,
    }
}

/// A representation that may be cached, compressed and asked for on conditions.
pub fn reply(_request: &Request, media_type: &'static str, content: impl Into<Bytes>) -> Plan {
    Plan::new(200).content(media_type, content)
}
