//! What an endpoint asks of content: its length, its type, its shape.

use serde_json::Value;

use crate::plan::Plan;

use super::ask::{Answered, Ask, Checked};
use super::json;
use super::provoked::{provoked, provoked_with};

/// 411 without Content-Length.
pub fn needs_length(ask: &Ask) -> Checked {
    if ask.method() != "OPTIONS" && ask.content_length().is_none() {
        let detail =
            "This resource must know the length of the content before it comes. Send Content-Length instead of chunks.";
        Err(provoked(411, detail))?;
    }
    Ok(())
}

/// How long the content was.
pub fn with_length(ask: &Ask) -> Answered {
    Ok(json(&serde_json::json!({ "length": ask.request.content.len() })))
}

/// 413 if the content is longer than this, by its length told or its length.
pub fn at_most(ask: &Ask, most: usize) -> Checked {
    let length = ask.content_length().unwrap_or(0).max(ask.request.content.len() as u64);
    if length > most as u64 {
        Err(provoked(413, format!("This resource takes {most} bytes at most. Send less, or in parts.")))?;
    }
    Ok(())
}

/// 415 if the content has a type that is not in this list.
pub fn of_type(ask: &Ask, types: &[&str]) -> Checked {
    match ask.media_type() {
        Some(given) if !types.contains(&given.as_str()) => Err(unsupported(&given, types).into()),
        _ => Ok(()),
    }
}

/// 415 with the types that work (RFC 9110, 15.5.16).
fn unsupported(given: &str, types: &[&str]) -> Plan {
    let detail =
        format!("This resource does not take {given}. Send one of the types in Accept, and name it in Content-Type.");
    provoked_with(415, detail, serde_json::json!({ "accepted": types })).field("Accept", types.join(", "))
}

/// `/json-only`: 415 for what is not said to be JSON.
pub fn is_json(ask: &Ask) -> Checked {
    const TYPES: &[&str] = &["application/json"];
    match ask.method() {
        "OPTIONS" => Ok(()),
        _ if ask.media_type().is_none() => Err(unsupported("content without Content-Type", TYPES).into()),
        _ => of_type(ask, TYPES),
    }
}

/// `/json-only`: 400 for what is no JSON, 422 for JSON without a name.
pub fn json_only(ask: &Ask) -> Answered {
    let value = named_object(&ask.request.content)?;
    Ok(json(&serde_json::json!({ "received": value })))
}

/// An object of JSON with a "name" that is text; otherwise 400 or 422.
pub fn named_object(content: &[u8]) -> Checked<Value> {
    let value: Value = serde_json::from_slice(content).map_err(|error| {
        let place = serde_json::json!({ "line": error.line(), "column": error.column() });
        provoked_with(400, format!("The content is not JSON: {error}. Correct it there and send it again."), place)
    })?;
    match lacks_name(&value) {
        None => Ok(value),
        Some(what) => {
            let errors = serde_json::json!({ "errors": [{ "pointer": "#/name", "detail": what }] });
            Err(provoked_with(
                422,
                format!("The JSON can be read, but {what}. Send an object such as {{\"name\": \"Ada\"}}."),
                errors,
            )
            .into())
        }
    }
}

fn lacks_name(value: &Value) -> Option<&'static str> {
    match value.as_object().map(|object| object.get("name")) {
        None => Some("it is no object"),
        Some(None) => Some("it has no \"name\""),
        Some(Some(Value::String(_))) => None,
        Some(Some(_)) => Some("its \"name\" is no text"),
    }
}

#[cfg(test)]
mod tests {
    use crate::Request;
    use crate::endpoints::tests::{answered, post, refused, with_content};

    fn sent(content: &str) -> u16 {
        answered(with_content(post("/json-only"), "application/json; charset=utf-8", content)).status
    }

    #[test]
    fn json_of_the_right_shape_is_taken() {
        assert_eq!(sent("{\"name\": \"Ada\"}"), 200);
        assert_eq!(sent("{\"name\": "), 400);
        assert_eq!(sent(""), 400);
        for content in ["[]", "{}", "{\"name\": 1}", "\"name\""] {
            assert_eq!(sent(content), 422, "{content}");
        }
    }

    #[test]
    fn another_type_is_refused_before_the_content_comes() {
        let plan = refused(&post("/json-only").with("Content-Type", "text/plain").with("Content-Length", "5")).unwrap();
        assert_eq!((plan.status, plan.get("accept")), (415, Some("application/json")));
        assert!(refused(&post("/json-only").with("Content-Type", "Application/JSON")).is_none());
        assert_eq!(refused(&post("/json-only")).unwrap().status, 415);
    }

    #[test]
    fn a_length_is_needed() {
        assert_eq!(refused(&post("/need-length").with("Transfer-Encoding", "chunked")).unwrap().status, 411);
        assert_eq!(answered(post("/need-length").with("Content-Length", "0")).status, 200);
        assert_eq!(answered(Request::get("/need-length")).status, 405);
    }
}
