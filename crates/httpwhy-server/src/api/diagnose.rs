//! Diagnoses what was sent.

use std::time::Duration;

use httpwhy_capture::{Capture, har};
use httpwhy_core::Request as Stated;
use httpwhy_report::{Now, Report, render};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::asked::Asked;
use super::problem::Problem;
use super::routes::Media;

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
              "additionalProperties": false,
              "properties": {
                "log": {
                  "type": "object",
                  "required": ["entries"],
                  "additionalProperties": false,
                  "properties": {
                    "entries": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "type": "object",
                        "required": ["request", "response"],
                        "properties": {
                          "request": {"type": "object", "required": ["method", "url"], "properties": {"method": {"type": "string"}, "url": {"type": "string"}}},
                          "response": {"type": "object", "required": ["status"], "properties": {"status": {"type": "integer", "minimum": 0, "maximum": 999}}}
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
    let stated = asked.parameter("request").map(stated).transpose()?;
    let took = asked.parameter("took").map(duration).transpose()?;
    let mut captures = captures(&asked.request.content)?;
    if let [only] = captures.as_mut_slice() {
        stated.into_iter().for_each(|request| only.set_request(request));
        took.into_iter().for_each(|took| only.set_took(took));
    }
    let now = Now::new(|| Timestamp::now().to_zoned(TimeZone::UTC));
    Ok(render::json(&Report::answers(captures.iter().map(|capture| Report::diagnosis(capture, &now)).collect())))
}

/// Text and JSON are read. So is what `curl --data` says of everything, and what nothing is said of.
fn readable(asked: &Asked) -> Result<(), Problem> {
    let given = asked.request.fields.get("content-type").unwrap_or("text/plain");
    let kind = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let others = ["application/x-www-form-urlencoded", "application/octet-stream", "message/http", "application/http"];
    let is_read = kind.starts_with("text/") || kind.ends_with("json") || others.contains(&kind.as_str());
    if is_read { Ok(()) } else { Err(Problem::media_type(given, MEDIA)) }
}

fn captures(content: &[u8]) -> Result<Vec<Capture>, Problem> {
    let beginning = String::from_utf8_lossy(&content[..content.len().min(4096)]);
    if !har::is_one(&beginning) {
        return httpwhy_capture::read(content)
            .map(|capture| vec![capture])
            .map_err(|error| unreadable(&error.to_string()));
    }
    let failed = har::failed(content, None, MOST_ENTRIES).map_err(|error| unreadable(&error.to_string()))?;
    if failed.captures.is_empty() {
        return Err(unreadable("no entry of the HAR file has a request and a response with a status"));
    }
    Ok(failed.captures)
}

fn unreadable(error: &str) -> Problem {
    let (what, help) = error.split_once("\nhelp: ").unwrap_or((error, ""));
    let what = format!("The evidence cannot be read: {what}.");
    Problem::new(
        422,
        &what,
        &format!("{help} (with curl: --data-binary, because --data drops the ends of lines)").trim_start().to_owned(),
    )
}

fn stated(text: &str) -> Result<Stated, Problem> {
    let bad =
        || Problem::parameter("request", "It is not a method and a URL.", "Write it as GET https://example.com/x");
    let (method, url) = text.split_once(' ').ok_or_else(bad)?;
    let is_method = (1..=20).contains(&method.len()) && method.bytes().all(|byte| byte.is_ascii_uppercase());
    let rest = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")).ok_or_else(bad)?;
    let is_url = (1..=2000).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_graphic());
    let stated = Stated { method: method.to_owned(), target: url.to_owned(), fields: None };
    if is_method && is_url { Ok(stated) } else { Err(bad()) }
}

fn duration(text: &str) -> Result<Duration, Problem> {
    let bad = || Problem::parameter("took", "It is no duration.", "Write it as 60s, 1.5s or 300ms.");
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (text.strip_suffix('s').ok_or_else(bad)?, 1.0),
    };
    let is_part = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = number.split_once('.').map_or(is_part(number), |(whole, part)| is_part(whole) && is_part(part));
    let seconds = number.parse::<f64>().ok().filter(|_| is_number).ok_or_else(bad)? * unit;
    Duration::try_from_secs_f64(seconds).map_err(|_| bad())
}
