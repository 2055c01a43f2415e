//! Diagnoses what was sent.

use httpwhy_report::render;

use super::asked::Asked;
use super::problem::Problem;
use super::routes::Media;
use crate::evidence::{self, Given};
use crate::reports::Refusal;

pub const REQUEST: &str = r#"{"type": "string", "pattern": "^[A-Z]{1,20} https?://[!-~]{1,2000}$"}"#;
pub const TOOK: &str = r#"{"type": "string", "pattern": "^[0-9]{1,6}(\\.[0-9]{1,6})?(ms|s)$"}"#;

pub const MEDIA: &[Media] = &[
    Media {
        name: "text/plain",
        schema: r#"{"type": "string", "pattern": "^HTTP/(1\\.[01]|2|3) [1-5][0-9]{2} ?\\r?\\n"}"#,
        example: "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<hr><center>nginx</center>",
    },
    Media {
        name: "application/json",
        schema: r#"{
          "anyOf": [
            {
              "title": "Problem details",
              "type": "object",
              "required": ["status", "title"],
              "properties": {"status": {"type": "integer", "minimum": 400, "maximum": 599}, "title": {"type": "string"}}
            },
            {
              "title": "HAR",
              "type": "object",
              "required": ["log"],
              "properties": {
                "log": {
                  "type": "object",
                  "required": ["entries"],
                      "properties": {
                    "entries": {
                      "type": "array",
                      "description": "At least one of them must be readable; what is not, is passed by.",
                      "contains": {
                        "type": "object",
                        "required": ["request", "response"],
                        "properties": {
                          "request": {"type": "object", "required": ["method", "url"], "properties": {"method": {"type": "string", "pattern": "[A-Za-z]"}, "url": {"type": "string", "pattern": "[a-z]"}}},
                          "response": {"type": "object", "required": ["status"], "properties": {"status": {"description": "0 for no response.", "type": "number"}}}
                        }
                      }
                    }
                  }
                }
              }
            }
          ]
        }"#,
        example: r#"{"type": "about:blank", "title": "Too Many Requests", "status": 429}"#,
    },
];

/// Of more entries that failed, the first ones tell enough.
const MOST_ENTRIES: usize = 100;

pub fn diagnose(asked: &Asked) -> Result<String, Problem> {
    readable(asked)?;
    let of = |name: &'static str| move |refusal: Refusal| Problem::parameter(name, &refusal.says, "");
    let request = asked.parameter("request").map(evidence::request).transpose().map_err(of("request"))?;
    let took = asked.parameter("took").map(evidence::duration).transpose().map_err(of("took"))?;
    let given = Given { content: asked.request.content.to_vec(), request, took, ..Given::default() };
    let captures = evidence::captures(&given, MOST_ENTRIES).map_err(|error| unreadable(&evidence::told(&error).0))?;
    Ok(render::json(&evidence::report(&captures)))
}

/// Text and JSON are read. So is what `curl --data` says of everything, and what nothing is said of.
fn readable(asked: &Asked) -> Result<(), Problem> {
    let given = asked.request.fields.get("content-type").unwrap_or("text/plain");
    let kind = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let others = ["application/x-www-form-urlencoded", "application/octet-stream", "message/http", "application/http"];
    let is_read = kind.starts_with("text/") || kind.ends_with("json") || others.contains(&kind.as_str());
    if is_read { Ok(()) } else { Err(Problem::media_type(given, MEDIA)) }
}

fn unreadable(error: &str) -> Problem {
    let what = format!("The evidence cannot be read: {error}.");
    let help = "Send a whole response, status line first, as curl -si prints it. With curl, send it by --data-binary: --data drops the ends of lines.";
    Problem::new(422, &what, help)
}
