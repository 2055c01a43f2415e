//! The API as an OpenAPI 3.1 document, written from the table of routes.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::asked::Asked;
use super::problem::Problem;
use super::routes::{Gives, Media, Method, Parameter, Place, ROUTES, Route};
use super::start::SCHEMA;

pub fn document(_: &Asked) -> Result<String, Problem> {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| format!("{:#}\n", written()));
    Ok(DOCUMENT.clone())
}

fn written() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "httpwhy",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "What an HTTP status means, why it happened, what to do.",
            "description": "The documents that `httpwhy --json` prints. Everything that is refused is a problem details document (RFC 9457) that says what is wrong and what to do.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths(),
        "components": { "schemas": schemas() },
    })
}

fn paths() -> Map<String, Value> {
    let mut paths: Map<String, Value> = Map::new();
    for route in ROUTES {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.name().to_ascii_lowercase()] = operation(route);
    }
    paths
}

fn operation(route: &Route) -> Value {
    let mut operation = json!({
        "operationId": route.name,
        "summary": route.summary,
        "description": route.description,
        "parameters": route.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "responses": responses(route),
    });
    if !route.takes.is_empty() {
        let content: Map<String, Value> = route.takes.iter().map(media).collect();
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    operation
}

fn parameter(parameter: &Parameter) -> Value {
    json!({
        "name": parameter.name,
        "in": if parameter.place == Place::Path { "path" } else { "query" },
        "required": parameter.place != Place::Query,
        "description": parameter.description,
        "schema": parsed(parameter.schema),
        "example": parameter.example,
    })
}

fn media(media: &Media) -> (String, Value) {
    let example = if media.name.ends_with("json") { parsed(media.example) } else { json!(media.example) };
    (media.name.to_owned(), json!({ "schema": parsed(media.schema), "example": example }))
}

fn responses(route: &Route) -> Value {
    let schema = match route.gives {
        Gives::Kinds([only]) => reference(only),
        Gives::Kinds(several) => json!({ "anyOf": several.iter().map(|kind| reference(kind)).collect::<Vec<_>>() }),
        Gives::Other(schema) => parsed(schema),
    };
    let mut responses = json!({
        "200": { "description": "The document.", "content": { "application/json": { "schema": schema } } },
        "400": problem("A parameter is unknown, missing or cannot be used."),
        "405": problem("The path does not take this method; Allow names those it takes."),
        "406": problem("Accept-Encoding excludes every form there is."),
        "default": problem("Anything else that goes wrong."),
    });
    if route.method == Method::Get {
        responses["304"] = json!({ "description": "You have it already: its entity tag is one of If-None-Match." });
    }
    for status in route.refuses {
        responses[status.to_string()] = problem(refusal(*status));
    }
    responses
}

fn refusal(status: u16) -> &'static str {
    match status {
        404 => "Nothing has this name; where something is near, it is named.",
        413 => "More than 16 MiB were sent.",
        415 => "Content of this type is not read.",
        _ => "There is no response in it that can be read.",
    }
}

fn problem(description: &str) -> Value {
    json!({ "description": description, "content": { "application/problem+json": { "schema": reference("problem") } } })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The definitions of the committed schema. They refer to each other, and stand elsewhere here.
fn schemas() -> Value {
    let text = SCHEMA.replace("\"#/$defs/", "\"#/components/schemas/").replace("\"$ref\": \"#\"", &whole());
    let mut schemas = parsed(&text)["$defs"].take();
    schemas["report"] = json!({ "oneOf": parsed(&text)["oneOf"] });
    schemas["problem"] = json!({
        "description": "Problem details (RFC 9457).",
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance"],
        "properties": {
            "type": { "description": "The page about the status.", "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "detail": { "description": "What is wrong, and what to do.", "type": "string" },
            "instance": { "description": "The path that was asked for.", "type": "string" },
            "parameter": { "description": "The parameter that cannot be used.", "type": "string" },
            "nearest": { "description": "Ids that come near.", "type": "array", "items": { "type": "string" } },
        },
    });
    schemas
}

fn whole() -> String {
    "\"$ref\": \"#/components/schemas/report\"".to_owned()
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("what is written in this program is JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every `$ref` leads somewhere.
    fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| match value {
                Value::String(target) if name == "$ref" => found.push(target),
                other => references(other, found),
            }),
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let (document, mut found) = (written(), Vec::new());
        references(&document, &mut found);
        assert!(found.len() > 100);
        found.iter().for_each(|target| assert!(document.pointer(&target[1..]).is_some(), "{target}"));
    }

    #[test]
    fn every_value_in_a_path_is_described() {
        for route in ROUTES {
            let named: Vec<&str> =
                route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
            let described = route.parameters.iter().filter(|parameter| parameter.place == Place::Path);
            assert_eq!(named, described.map(|parameter| parameter.name).collect::<Vec<_>>(), "{}", route.path);
        }
    }
}
