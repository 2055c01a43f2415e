//! `/why`: a pasted response, and why it came. It is read here, nobody is asked, and nothing is kept.

use httpwhy_capture::Capture;
use httpwhy_report::render::html::{Links, article, name};
use httpwhy_report::render::{self, Look};
use httpwhy_report::{Report, Tone};
use maud::{Markup, html};
use serde_json::json;

use super::home::sentence;
use super::layout::{Indexing, Medium, Page, Setting};
use super::{HTML, JSON, TEXT, multipart, with_policy};
use crate::evidence::{self, Given};
use crate::plan::Plan;
use crate::reports::Refusal;
use crate::represent::{Form, form, reply_once};
use crate::request::Request;

/// Of a HAR file with more failures the first ones tell enough.
const MOST_ENTRIES: usize = 10;

/// The diagnosis, in the form the client wants.
pub fn answer(request: &Request, setting: &Setting) -> Plan {
    let given = match given(request) {
        Ok(given) => given,
        Err(problem) => return refusal(&problem.says, "", request, setting),
    };
    match evidence::captures(&given, MOST_ENTRIES) {
        Ok(captures) => told(&captures, request, setting),
        Err(error) => {
            let (what, help) = evidence::told(&error);
            refusal(&what, &help, request, setting)
        }
    }
}

/// The diagnosis of what was given or asked, in the form the client wants.
pub fn told(captures: &[Capture], request: &Request, setting: &Setting) -> Plan {
    let report = evidence::report(captures);
    match form(request) {
        Form::Html => with_policy(reply_once(request, HTML, diagnosis(&report).html(setting))),
        Form::Text => reply_once(request, TEXT, render::text(&report, Look::plain(80))),
        Form::Json => reply_once(request, JSON, render::json(&report)),
    }
}

/// A form, or the evidence itself: curl says `application/x-www-form-urlencoded` of whatever it sends.
fn given(request: &Request) -> Result<Given, Refusal> {
    let content_type = request.fields.get("content-type").unwrap_or_default();
    let is_form = content_type.starts_with("multipart/form-data") || request.content.starts_with(b"evidence=");
    if !is_form {
        return Ok(Given { content: request.content.to_vec(), ..Given::default() });
    }
    let mut given = Given::default();
    for (name, content) in multipart::parts(content_type, &request.content) {
        match name.as_str() {
            "evidence" | "file" if given.content.iter().all(u8::is_ascii_whitespace) => given.content = content,
            "logs" => given.logs = content,
            "request" if !content.trim_ascii().is_empty() => {
                given.request = Some(evidence::request(String::from_utf8_lossy(&content).trim())?);
            }
            _ => {}
        }
    }
    Ok(given)
}

/// RFC 9110, 15.5.21: it was understood, and there is no response in it.
pub fn refusal(what: &str, help: &str, request: &Request, setting: &Setting) -> Plan {
    let plan = match form(request) {
        Form::Html => with_policy(reply_once(request, HTML, form_page(Some((what, help)), setting).html(setting))),
        Form::Text => reply_once(request, TEXT, format!("{what}\n{help}\n")),
        Form::Json => {
            let problem = json!({ "title": "No response in it", "status": 422, "detail": what });
            reply_once(request, "application/problem+json", problem.to_string())
        }
    };
    if plan.status == 200 { Plan { status: 422, ..plan } } else { plan }
}

fn diagnosis(report: &Report) -> Page {
    let documents = report.documents();
    let links = if documents.len() == 1 { Links::Site } else { Links::None };
    let title = documents.first().map(|document| name(&document.title)).unwrap_or_default();
    Page {
        path: "/why".to_owned(),
        title: format!("Diagnosis: {title}"),
        description: "Why this response came.".to_owned(),
        tone: documents.first().map(|document| document.title.tone).unwrap_or_default(),
        main: html! {
            @for document in &documents { (article(document, links, &html! {})) }
            p class="remark" { "Nothing of what you pasted was kept. " a href="/why" { "Diagnose another response" } }
        },
        data: None,
        indexing: Indexing::Unwanted,
    }
}

/// The page to paste into.
pub fn page(setting: &Setting) -> Page {
    form_page(None, setting)
}

fn form_page(problem: Option<(&str, &str)>, setting: &Setting) -> Page {
    Page {
        path: "/why".to_owned(),
        title: "Why did this response come?".to_owned(),
        description: "Paste a failing HTTP response and learn who answered, which cause fits, and what to do. Secrets are blanked out, nothing is kept."
            .to_owned(),
        tone: Tone::Plain,
        main: html! {
            article {
                header {
                    h1 { "Why did this response come?" }
                    p class="summary" { "Paste it, and learn who answered, which cause fits, and what to do." }
                }
                @if let Some((what, help)) = problem {
                    div class="problem" role="alert" { p { strong { (sentence(what)) "." } } @if !help.is_empty() { p { (sentence(help)) } } }
                }
                @if setting.medium == Medium::Copy { (super::test_page::only_served()) } @else { (the_form(problem.is_some())) @if setting.may_ask { (super::ask::form()) } }
                (how_to_get_one())
            }
        },
        data: None,
        indexing: Indexing::Wanted,
    }
}

fn the_form(is_wrong: bool) -> Markup {
    html! {
        form class="paste" action="/why" method="post" enctype="multipart/form-data" {
            label for="evidence" { "The response" }
            p id="evidence-help" class="note" { "The output of " code { "curl -i" } " or " code { "curl -v" }
                ", a problem details document, or a HAR file of a browser. The head matters more than the page." }
            textarea id="evidence" name="evidence" rows="12" spellcheck="false" autocapitalize="off" autocomplete="off"
                aria-describedby="evidence-help" aria-invalid=[is_wrong.then_some("true")]
                placeholder="HTTP/1.1 502 Bad Gateway\nServer: nginx\n…" {}
            label for="file" { "Or a file" }
            input id="file" type="file" name="file";
            label for="logs" { "Log lines around it, if you have them" }
            textarea id="logs" name="logs" rows="4" spellcheck="false" autocapitalize="off" autocomplete="off"
                placeholder="2026/11/25 11:36:00 [error] 7#7: *1 connect() failed (111: Connection refused) …" {}
            label for="request" { "The request, if you know it" }
            input id="request" type="text" name="request" placeholder="GET https://example.com/orders" autocomplete="off"
                autocapitalize="off" spellcheck="false";
            button type="submit" { "Diagnose" }
            p class="note" { "It is read on this server, which asks nobody and keeps nothing. Credentials, cookies and tokens are blanked out first. "
                a href="/about#privacy" { "Privacy" } }
        }
    }
}

fn how_to_get_one() -> Markup {
    html! {
        h2 id="how" { "How to get one" }
        dl class="rows" {
            dt { "On a terminal" }
            dd { (render::html::literal("curl -sSiv https://example.com/ 2>&1 | tee response.txt")) }
            dt { "In a browser" }
            dd { "Open the developer tools, choose the network panel, reload, and save all as HAR with content. A HAR file holds what you sent, too: "
                "cookies and tokens in it are blanked out here before anything looks at them." }
        }
    }
}
