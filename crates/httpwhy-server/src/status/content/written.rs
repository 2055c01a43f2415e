//! What is said of a code, and the forms it is written in.

use httpwhy_core::{Explained, explain};
use maud::{DOCTYPE, html};
use serde::Serialize;

use crate::status::marked;

/// What is said of a code.
pub struct Said {
    code: u16,
    name: &'static str,
    summary: &'static str,
    /// Whether a retry makes sense, and when.
    retry: Option<Retry>,
    /// What belongs into the content of this code besides.
    remark: Option<&'static str>,
}

#[derive(Clone, Copy, Serialize)]
struct Retry {
    verdict: &'static str,
    note: &'static str,
}

#[derive(Serialize)]
struct Status {
    schema: u8,
    kind: &'static str,
    status: u16,
    name: &'static str,
    summary: &'static str,
    asked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'static str>,
    retry: Option<Retry>,
    more: String,
    source: String,
}

#[derive(Serialize)]
struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    asked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'static str>,
    retry: Option<Retry>,
    more: String,
}

const ASKED: &str = "You asked for this status; nothing has failed.";

impl Said {
    /// What is known of the code; of one that nobody registered, what its class says.
    pub fn of(code: u16) -> Said {
        let remark = remark(code);
        match explain(code) {
            Explained::Known(known) => {
                let retry = Some(Retry { verdict: known.retry.verdict.word(), note: known.retry.note });
                Said { code, name: known.name, summary: known.summary, retry, remark }
            }
            Explained::ByClass { facts, .. } => {
                Said { code, name: "(nobody registered it)", summary: facts.unknown, retry: None, remark }
            }
        }
    }

    /// Two or three lines.
    pub fn text(&self) -> String {
        let Said { code, name, summary, .. } = self;
        let remark = self.remark.map(|remark| format!("{remark}\n")).unwrap_or_default();
        format!("{code} {name}\n{summary}\n{remark}{ASKED} More: /{code}\n")
    }

    /// An object.
    pub fn json(&self) -> String {
        line(&Status {
            schema: 1,
            kind: "status",
            status: self.code,
            name: self.name,
            summary: self.summary,
            asked: true,
            remark: self.remark,
            retry: self.retry,
            more: format!("/{}", self.code),
            source: marked::source(self.code).url().to_string(),
        })
    }

    /// Problem details (RFC 9457). With `about:blank` the title is the name of the status (section 4.2.1).
    pub fn problem(&self) -> String {
        line(&Problem {
            r#type: "about:blank",
            title: self.name,
            status: self.code,
            detail: format!("{} {ASKED}", self.summary),
            asked: true,
            remark: self.remark,
            retry: self.retry,
            more: format!("/{}", self.code),
        })
    }

    /// A small page.
    pub fn html(&self) -> String {
        let title = format!("{} {}", self.code, self.name);
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width";
                    meta name="robots" content="noindex";
                    title { (title) }
                }
                body {
                    h1 { (title) }
                    p { (self.summary) }
                    @if let Some(remark) = self.remark { p { (remark) } }
                    p { (ASKED) " " a href={ "/" (self.code) } { "What it means and what to do" } "." }
                    @if self.code == 511 { p { a href="/status/200/login" { "Log in" } } }
                }
            }
        };
        page.into_string()
    }
}

fn line(object: &impl Serialize) -> String {
    serde_json::to_string(object).expect("numbers and texts can be written as JSON") + "\n"
}

/// What the standard wants the content of this code to say, or what helps whoever asked for it.
fn remark(code: u16) -> Option<&'static str> {
    Some(match code {
        202 => "A real answer says where progress can be seen; this one links to /status/200/progress.",
        301 | 302 | 303 | 307 | 308 => "The address to go on with stands in Location.",
        300 | 406 => "There are text/plain, application/json, application/problem+json (from 400 on) and text/html.",
        415 => "application/json and text/plain would be taken.",
        426 => "WebSocket is spoken at /status/101, if the request asks for the upgrade.",
        428 => "Send the request again with If-Match and the entity tag you know.",
        429 => "100 requests a minute are allowed in this example. /limit/5/10s/KEY has a limit that is real.",
        431 => "A real answer names the field that is too long.",
        505 => "This server speaks HTTP/1.0, HTTP/1.1 and HTTP/2.",
        507 => "A real answer says how much room there is.",
        511 => "To get access, log in at /status/200/login.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_short_enough_for_a_terminal() {
        assert_eq!(Said::of(404).text().lines().next(), Some("404 Not Found"));
        assert_eq!(Said::of(404).text().lines().count(), 3);
        assert!((100..=999).all(|code| Said::of(code).text().lines().count() <= 4));
    }

    #[test]
    fn problem_details_have_the_members_of_rfc_9457() {
        let problem: serde_json::Value = serde_json::from_str(&Said::of(503).problem()).unwrap();
        assert_eq!(problem["status"], 503);
        assert_eq!(problem["title"], "Service Unavailable");
        assert_eq!(problem["type"], "about:blank");
    }

    #[test]
    fn the_page_has_no_script_and_no_style() {
        for code in 100..=999 {
            let page = Said::of(code).html();
            assert!(!page.contains("<script") && !page.contains("style"), "{code}");
            assert!(page.contains(&format!("href=\"/{code}\"")), "{code}");
        }
    }

    #[test]
    fn a_number_nobody_registered_is_told_by_its_class() {
        assert!(Said::of(299).text().starts_with("299 (nobody registered it)\n"));
        assert!(Said::of(799).text().contains("5xx"));
    }
}
