//! The page for a path that nothing stands at: what comes nearest.

use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_report::render::{self, Look};
use httpwhy_report::{Report, Tone};
use maud::html;
use serde_json::json;

use super::layout::{Indexing, Page, Setting, search_form};
use super::{HTML, TEXT, search, with_policy};
use crate::plan::Plan;
use crate::represent::{Form, form, reply_once};
use crate::request::Request;

/// Of a longer list the first answers are near enough.
const MOST_NEAREST: usize = 6;
const MOST_LETTERS: usize = 100;

/// 404, in the form the client wants.
pub fn answer(request: &Request, setting: &Setting) -> Plan {
    let words = words(&request.path);
    let plan = match form(request) {
        Form::Html => with_policy(reply_once(request, HTML, page(&words, setting).html(setting))),
        Form::Text => {
            let nearest = render::text(&Report::several(&nearest(&words)), Look::plain(80));
            reply_once(request, TEXT, format!("Nothing stands at this path. These come nearest:\n\n{nearest}"))
        }
        Form::Json => {
            let problem = json!({ "title": "Not Found", "status": 404, "detail": "Nothing stands at this path." });
            reply_once(request, "application/problem+json", problem.to_string())
        }
    };
    // A content that the client cannot take is refused before it is missed.
    if plan.status == 200 { Plan { status: 404, ..plan } } else { plan }
}

/// The page.
pub fn page(words: &str, _setting: &Setting) -> Page {
    Page {
        path: "/search".to_owned(),
        title: "Nothing stands here".to_owned(),
        description: "Nothing stands at this path.".to_owned(),
        tone: Tone::ClientError,
        main: html! {
            article class="client-error" {
                header {
                    h1 { span class="number" { "404" } " Nothing stands here" }
                    p class="summary" { "This site has no page at this path. You may have been looking for one of these." }
                }
                (search_form(words, "q", "large"))
                (search::found(&nearest(words), &[]))
                p { a href="/" { "The front page" } " has every code, " a href="/404" { "404 Not Found" } " says more about this one." }
            }
        },
        data: None,
        indexing: Indexing::Unwanted,
    }
}

fn nearest(words: &str) -> Vec<Target> {
    let mut found = match ask(words) {
        Answer::One(target) => vec![target],
        Answer::Several(targets) => targets,
        Answer::Nothing { nearest } => nearest,
    };
    found.truncate(MOST_NEAREST);
    found
}

/// The words of a path.
fn words(path: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let words = decoded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(MOST_LETTERS).collect()
}
