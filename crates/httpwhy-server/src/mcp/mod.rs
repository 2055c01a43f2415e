//! The Model Context Protocol: what httpwhy knows, as tools for assistants. On standard input and output, or at `/mcp`.

mod http;
mod message;
mod stdio;
mod tools;

use serde_json::{Value, json};

use message::Failure;

pub use http::answer;
pub use stdio::stdio;

/// The versions of the protocol that are spoken, the newest first.
const VERSIONS: [&str; 3] = ["2025-06-18", "2025-03-26", "2024-11-05"];

/// What an assistant reads before it uses the tools.
const INSTRUCTIONS: &str = "httpwhy says what an HTTP status means, why it happened and what to do. \
If there is a response, give it to `diagnose` as it is: it names who answered, the cause with its evidence, who must act, and the fix. \
If there is only a number or a name, use `explain`. Secrets in evidence are redacted; nothing is stored and nobody is called.";

/// Answers one message, or a batch of them; a notification has no answer.
pub fn handle(line: &str) -> Option<String> {
    let answered = match serde_json::from_str::<Value>(line) {
        Err(_) => Some(Failure::parse().answer(&Value::Null)),
        Ok(Value::Array(batch)) if !batch.is_empty() => {
            let answers: Vec<Value> = batch.iter().filter_map(message).collect();
            (!answers.is_empty()).then_some(Value::Array(answers))
        }
        Ok(single) => message(&single),
    };
    answered.map(|answer| answer.to_string())
}

fn message(message: &Value) -> Option<Value> {
    let is_response = message.get("method").is_none() && (message.get("result").or(message.get("error"))).is_some();
    if is_response {
        // We ask nothing, so it answers nothing.
        return None;
    }
    let method = message.get("method").and_then(Value::as_str);
    let is_ours = message.get("jsonrpc").and_then(Value::as_str) == Some("2.0");
    let (Some(method), true) = (method, is_ours) else { return Some(Failure::invalid().answer(&Value::Null)) };
    let id = message.get("id")?;
    if !(id.is_string() || id.is_number()) {
        return Some(Failure::invalid().answer(&Value::Null));
    }
    let answered = call(method, message.get("params").unwrap_or(&Value::Null));
    Some(match answered {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err(failure) => failure.answer(id),
    })
}

fn call(method: &str, parameters: &Value) -> Result<Value, Failure> {
    match method {
        "initialize" => Ok(initialized(parameters)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(tools::list()),
        "tools/call" => tools::call(parameters),
        other => Err(Failure::method(other)),
    }
}

/// The version the client asked for, if it is spoken; otherwise the newest, and the client decides.
fn initialized(parameters: &Value) -> Value {
    let asked = parameters.get("protocolVersion").and_then(Value::as_str).unwrap_or_default();
    let version = VERSIONS.into_iter().find(|known| *known == asked).unwrap_or(VERSIONS[0]);
    json!({
        "protocolVersion": version,
        "capabilities": { "tools": {} },
        "serverInfo": { "name": "httpwhy", "title": "httpwhy", "version": env!("CARGO_PKG_VERSION") },
        "instructions": INSTRUCTIONS,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(method: &str, parameters: Value) -> Value {
        let line = json!({ "jsonrpc": "2.0", "id": 7, "method": method, "params": parameters }).to_string();
        serde_json::from_str(&handle(&line).unwrap()).unwrap()
    }

    fn tool(name: &str, arguments: Value) -> Value {
        ask("tools/call", json!({ "name": name, "arguments": arguments }))["result"].take()
    }

    #[test]
    fn the_version_is_agreed_on() {
        let version =
            |asked| ask("initialize", json!({ "protocolVersion": asked }))["result"]["protocolVersion"].take();
        assert_eq!(version("2025-03-26"), "2025-03-26");
        assert_eq!(version("2025-06-18"), "2025-06-18");
        assert_eq!(version("2099-01-01"), VERSIONS[0]);
    }

    #[test]
    fn every_tool_is_described() {
        let listed = ask("tools/list", Value::Null);
        let tools = listed["result"]["tools"].as_array().unwrap();
        assert!(tools.len() >= 5);
        for tool in tools {
            assert!(
                tool["description"].as_str().unwrap().len() > 40 && tool["inputSchema"]["type"] == "object",
                "{tool}"
            );
        }
    }

    #[test]
    fn a_tool_answers_with_text_and_the_document() {
        for (name, arguments, text, kind) in [
            ("explain", json!({ "query": "forbiden" }), "403 Forbidden", "code"),
            ("explain", json!({ "query": "xyzzy" }), "Nothing", "codes"),
            ("compare", json!({ "codes": [401, "403"] }), "401 or 403?", "comparison"),
            ("cause", json!({ "id": "upstream-down" }), "upstream-down", "cause"),
            ("cause", json!({}), "upstream-down", "codes"),
            ("component", json!({ "id": "nginx" }), "nginx", "component"),
            (
                "diagnose",
                json!({ "evidence": "HTTP/1.1 502 Bad Gateway\nServer: nginx\n\n<hr><center>nginx</center>", "took": "60s" }),
                "502 Bad Gateway",
                "diagnosis",
            ),
        ] {
            let result = tool(name, arguments);
            assert!(result["content"][0]["text"].as_str().unwrap().contains(text), "{name}: {result}");
            assert_eq!(
                (result["structuredContent"]["kind"].as_str(), result.get("isError")),
                (Some(kind), None),
                "{name}"
            );
        }
    }

    #[test]
    fn what_a_tool_cannot_do_is_said_to_the_assistant() {
        for (name, arguments) in [
            ("diagnose", json!({ "evidence": "hello" })),
            ("diagnose", json!({})),
            ("explain", json!({ "query": 7.5 })),
            ("compare", json!({ "codes": [401, 998] })),
            ("compare", json!({ "codes": [] })),
            ("cause", json!({ "id": "upstream-dwn" })),
            ("component", json!({ "id": "ngnix" })),
        ] {
            assert_eq!(tool(name, arguments)["isError"], true, "{name}");
        }
    }

    #[test]
    fn what_is_no_request_is_refused_by_the_rules_of_json_rpc() {
        let code =
            |line: &str| serde_json::from_str::<Value>(&handle(line).unwrap()).unwrap()["error"]["code"].as_i64();
        assert_eq!(code("{"), Some(-32700));
        assert_eq!(code("7"), Some(-32600));
        assert_eq!(code("[]"), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#), Some(-32601));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"x"}}"#), Some(-32602));
    }

    #[test]
    fn notifications_and_responses_have_no_answer() {
        assert_eq!(handle(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#), None);
        assert_eq!(handle(r#"{"jsonrpc":"2.0","id":1,"result":{}}"#), None);
        let batch =
            r#"[{"jsonrpc":"2.0","method":"notifications/initialized"},{"jsonrpc":"2.0","id":1,"method":"ping"}]"#;
        assert_eq!(handle(batch).unwrap(), r#"[{"id":1,"jsonrpc":"2.0","result":{}}]"#);
    }
}
