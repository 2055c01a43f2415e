//! `/get`, `/post`, `/anything`, `/headers` …: what arrived, in the form httpbin made known.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::ask::{Answered, Ask};
use super::json as answer_json;

/// Arguments, fields, address and target.
pub fn get(ask: &Ask) -> Answered {
    Ok(answer_json(&about(ask)))
}

/// The same with the content.
pub fn content(ask: &Ask) -> Answered {
    Ok(answer_json(&with_content(ask)))
}

/// The same with the method.
pub fn anything(ask: &Ask) -> Answered {
    let mut value = with_content(ask);
    value["method"] = ask.method().into();
    Ok(answer_json(&value))
}

pub fn headers(ask: &Ask) -> Answered {
    Ok(answer_json(&json!({ "headers": fields(ask) })))
}

pub fn ip(ask: &Ask) -> Answered {
    Ok(answer_json(&json!({ "origin": ask.request.peer.to_string() })))
}

pub fn user_agent(ask: &Ask) -> Answered {
    Ok(answer_json(&json!({ "user-agent": ask.field("user-agent") })))
}

/// What there is to say of a request without content.
pub fn about(ask: &Ask) -> Value {
    let query = ask.request.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    json!({
        "args": grouped(ask.request.parameters().map(|(name, value)| (name.into_owned(), value.into_owned()))),
        "headers": fields(ask),
        "origin": ask.request.peer.to_string(),
        "url": format!("{}{}{query}", ask.request.origin(), ask.request.path),
    })
}

fn with_content(ask: &Ask) -> Value {
    let content = &ask.request.content;
    let mut value = about(ask);
    let is_form = ask.media_type().is_some_and(|media_type| media_type == "application/x-www-form-urlencoded");
    value["form"] = match is_form {
        true => grouped(form_urlencoded::parse(content).map(|(name, value)| (name.into_owned(), value.into_owned()))),
        false => json!({}),
    };
    value["data"] = if is_form { "".into() } else { data(content).into() };
    value["json"] = serde_json::from_slice(content).unwrap_or(Value::Null);
    value["files"] = json!({});
    value
}

/// Text as it is, anything else as a data URL.
fn data(content: &[u8]) -> String {
    match std::str::from_utf8(content) {
        Ok(text) => text.to_owned(),
        Err(_) => format!("data:application/octet-stream;base64,{}", STANDARD.encode(content)),
    }
}

/// Fields by name, `User-Agent` rather than `user-agent`; several lines are one (RFC 9110, 5.3).
pub fn fields(ask: &Ask) -> Value {
    let mut fields = Map::new();
    for (name, value) in ask.request.fields.iter() {
        match fields.entry(titled(name)).or_insert_with(|| "".into()) {
            Value::String(known) if known.is_empty() => *known = value.to_owned(),
            Value::String(known) => *known = format!("{known}, {value}"),
            _ => {}
        }
    }
    fields.into()
}

/// `user-agent` as `User-Agent`
fn titled(name: &str) -> String {
    let word = |word: &str| word.get(..1).map(|first| first.to_ascii_uppercase() + &word[1..]).unwrap_or_default();
    name.split('-').map(word).collect::<Vec<_>>().join("-")
}

/// A name that comes once has a value, one that comes oftener a list.
fn grouped(pairs: impl Iterator<Item = (String, String)>) -> Value {
    let mut groups: Map<String, Value> = Map::new();
    for (name, value) in pairs {
        match groups.get_mut(&name) {
            None => _ = groups.insert(name, value.into()),
            Some(Value::Array(values)) => values.push(value.into()),
            Some(first) => *first = json!([first.take(), value]),
        }
    }
    groups.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;
    use crate::endpoints::tests::{answered, post, text, with_content};

    fn echoed(request: Request) -> Value {
        serde_json::from_str(&text(&answered(request))).unwrap()
    }

    #[test]
    fn what_was_asked_comes_back() {
        let value =
            echoed(Request::get("/get?a=1&b=2&a=%33").with("user-agent", "me").with("X-A", "1").with("x-a", "2"));
        assert_eq!(value["args"], json!({ "a": ["1", "3"], "b": "2" }));
        assert_eq!(value["headers"], json!({ "User-Agent": "me", "X-A": "1, 2" }));
        assert_eq!(
            (&value["url"], &value["origin"]),
            (&json!("http://localhost/get?a=1&b=2&a=%33"), &json!("127.0.0.1"))
        );
    }

    #[test]
    fn content_comes_back_in_the_form_it_has() {
        let value = echoed(with_content(post("/post"), "application/x-www-form-urlencoded", "a=1&b=x+y"));
        assert_eq!((&value["form"], &value["data"]), (&json!({ "a": "1", "b": "x y" }), &json!("")));
        let value = echoed(with_content(post("/anything/here"), "application/json", "{\"a\":1}"));
        assert_eq!(
            (&value["json"], &value["data"], &value["method"]),
            (&json!({ "a": 1 }), &json!("{\"a\":1}"), &json!("POST"))
        );
    }

    #[test]
    fn bytes_that_are_no_text_come_back_as_a_data_url() {
        assert_eq!(data(b"\xff\x00"), "data:application/octet-stream;base64,/wA=");
    }
}
