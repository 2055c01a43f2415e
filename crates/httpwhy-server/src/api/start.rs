//! Where the API begins: its links and the schema of its documents.

use serde_json::{Value, json};

use super::asked::Asked;
use super::problem::Problem;
use super::routes::ROUTES;

/// The committed schema.
pub const SCHEMA: &str = include_str!("../../../../schema/httpwhy.v1.schema.json");

/// The schema of the links.
pub const LINKS: &str = r#"{
  "type": "object",
  "required": ["links"],
  "properties": {
    "links": {
      "type": "array",
      "items": {
        "type": "object",
        "required": ["method", "path", "summary"],
        "properties": {
          "method": {"type": "string"},
          "path": {"type": "string"},
          "summary": {"type": "string"}
        }
      }
    }
  }
}"#;

pub fn links(_: &Asked) -> Result<String, Problem> {
    let link =
        |route: &super::Route| json!({ "method": route.method.name(), "path": route.path, "summary": route.summary });
    let links: Vec<Value> = ROUTES.iter().map(link).collect();
    Ok(format!("{:#}\n", json!({ "links": links })))
}

pub fn schema(_: &Asked) -> Result<String, Problem> {
    Ok(SCHEMA.to_owned())
}
