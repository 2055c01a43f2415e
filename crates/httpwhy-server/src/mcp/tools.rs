//! The tools: what an assistant can ask, in one table.

use httpwhy_report::Report;
use httpwhy_report::render::{Look, json, text};
use serde_json::{Map, Value, json};

use super::message::Failure;
use crate::evidence::{self, Given};
use crate::reports;

/// One tool.
struct Tool {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    /// JSON Schema of the arguments.
    schema: &'static str,
    run: fn(&Map<String, Value>) -> Result<Report, String>,
}

const TOOLS: [Tool; 5] = [
    Tool {
        name: "explain",
        title: "Explain an HTTP status",
        description: "Explains an HTTP status code, a name or words: what it means, why it happens, who can do what about it, whether to retry. Takes what people type: 403, 404.13, 1015, 4xx, forbidden, HttpStatus.NOT_FOUND, rate limit.",
        schema: r#"{"type": "object", "required": ["query"], "properties": {"query": {"type": "string", "description": "A code, a name or words."}}}"#,
        run: |arguments| Ok(reports::found(&text_of(arguments, "query")?)?),
    },
    Tool {
        name: "diagnose",
        title: "Diagnose an HTTP response",
        description: "Says why a response is as it is: who answered (nginx, Cloudflare, Django …), which cause fits and by what evidence, who must act, how to fix it, or what to look at next. Give the evidence whole and unchanged.",
        schema: r#"{"type": "object", "required": ["evidence"], "properties": {"evidence": {"type": "string", "description": "What curl -i or curl -v printed, a raw response with its status line, an error message of curl, a problem details document, or a HAR file."}, "request": {"type": "string", "description": "The request the response belongs to, if the evidence does not show it: GET https://example.com/x"}, "took": {"type": "string", "description": "How long the answer took, if it is known: 60s, 1.5s, 300ms"}}}"#,
        run: diagnose,
    },
    Tool {
        name: "compare",
        title: "Choose between status codes",
        description: "Says which of several status codes is right when, such as 401 or 403, 400 or 422, 301 or 308. Use it to choose the status of an API.",
        schema: r#"{"type": "object", "required": ["codes"], "properties": {"codes": {"type": "array", "minItems": 1, "items": {"type": ["integer", "string"]}, "description": "Two or more codes; one gives the questions about it."}}}"#,
        run: |arguments| Ok(reports::compared(&codes(arguments)?)?),
    },
    Tool {
        name: "cause",
        title: "Explain one cause of a failure",
        description: "Tells of one cause what happened, the one check that confirms it, and how to fix it on each server. Its id stands in what explain and diagnose answer. Without an id, all causes are listed.",
        schema: r#"{"type": "object", "properties": {"id": {"type": "string", "description": "Such as upstream-down."}}}"#,
        run: |arguments| Ok(optional(arguments, "id")?.map_or_else(|| Ok(reports::causes()), |id| reports::cause(&id))?),
    },
    Tool {
        name: "component",
        title: "Explain one server, proxy, CDN or framework",
        description: "Tells of one component how to recognise it, what stands behind each status it answers, what its log lines mean, when it gives up, and where its logs are. Without an id, all components are listed.",
        schema: r#"{"type": "object", "properties": {"id": {"type": "string", "description": "Such as nginx."}}}"#,
        run: |arguments| {
            Ok(optional(arguments, "id")?.map_or_else(|| Ok(reports::components()), |id| reports::component(&id))?)
        },
    },
];

/// Every tool. None changes anything, and none asks anybody.
pub fn list() -> Value {
    let tool = |tool: &Tool| {
        json!({
            "name": tool.name,
            "title": tool.title,
            "description": tool.description,
            "inputSchema": parsed(tool.schema),
            "annotations": { "title": tool.title, "readOnlyHint": true, "idempotentHint": true, "openWorldHint": false },
        })
    };
    json!({ "tools": TOOLS.iter().map(tool).collect::<Vec<_>>() })
}

/// What a tool answers: the text of the terminal, and the document. What it cannot do, it says to the assistant.
pub fn call(parameters: &Value) -> Result<Value, Failure> {
    let name = parameters.get("name").and_then(Value::as_str).unwrap_or_default();
    let tool = TOOLS.iter().find(|tool| tool.name == name);
    let tool = tool.ok_or_else(|| Failure::parameters(format!("There is no tool “{name}”; tools/list names all.")))?;
    let arguments = parameters.get("arguments").and_then(Value::as_object).cloned().unwrap_or_default();
    Ok(match (tool.run)(&arguments) {
        Ok(report) => json!({
            "content": [{ "type": "text", "text": text(&report, Look::plain(100)) }],
            "structuredContent": parsed(&json(&report)),
        }),
        Err(problem) => json!({ "content": [{ "type": "text", "text": problem }], "isError": true }),
    })
}

/// An assistant reads no more.
const MOST_ENTRIES: usize = 20;

fn diagnose(arguments: &Map<String, Value>) -> Result<Report, String> {
    let evidence = text_of(arguments, "evidence")?;
    let request = optional(arguments, "request")?.as_deref().map(evidence::request).transpose()?;
    let took = optional(arguments, "took")?.as_deref().map(evidence::duration).transpose()?;
    let given = Given { content: evidence.into_bytes(), request, took, ..Given::default() };
    let captures = evidence::captures(&given, MOST_ENTRIES).map_err(|error| {
        let what = evidence::told(&error).0;
        format!("The evidence cannot be read: {what}. Give a whole response, status line first, as curl -si prints it.")
    })?;
    Ok(evidence::report(&captures))
}

fn text_of(arguments: &Map<String, Value>, name: &str) -> Result<String, String> {
    optional(arguments, name)?.ok_or_else(|| format!("The argument “{name}” is missing."))
}

/// Assistants write 403 where "403" is meant.
fn optional(arguments: &Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match arguments.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(Value::Number(number)) if number.is_u64() => Ok(Some(number.to_string())),
        Some(_) => Err(format!("The argument “{name}” must be a string.")),
    }
}

fn codes(arguments: &Map<String, Value>) -> Result<Vec<String>, String> {
    let given = arguments.get("codes").and_then(Value::as_array).filter(|codes| !codes.is_empty());
    let given = given.ok_or("The argument “codes” must be a list such as [401, 403].")?;
    Ok(given.iter().map(|code| code.as_str().map_or_else(|| code.to_string(), str::to_owned)).collect())
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("what this program writes is JSON")
}
