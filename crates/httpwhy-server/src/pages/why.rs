//! `/why`: a pasted response, and why it came. It is read here, nobody is asked, and nothing is kept.

use httpwhy_capture::{Capture, Error, har};
use httpwhy_logs::{Log, Question, about, looks_like_one};
use httpwhy_report::render::html::{Links, article, name};
use httpwhy_report::render::{self, Look};
use httpwhy_report::{Now, Report, Tone};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use maud::{Markup, html};
use serde_json::json;

use super::home::sentence;
use super::layout::{Indexing, Medium, Page, Setting};
use super::{HTML, JSON, TEXT, multipart, with_policy};
use crate::plan::Plan;
use crate::represent::{Form, form, reply_once};
use crate::request::Request;

/// Of a HAR file with more failures the first ones tell enough.
const MOST_ENTRIES: usize = 10;

/// A HAR file shows what it is in its beginning.
const BEGINNING: usize = 4096;

/// What was given.
#[derive(Default)]
struct Given {
    evidence: Vec<u8>,
    /// `GET https://example.com/x`, if it was said.
    request: String,
    /// Log lines beside the response.
    logs: Vec<u8>,
}

/// The diagnosis, in the form the client wants.
pub fn answer(request: &Request, setting: &Setting) -> Plan {
    match read(&given(request)) {
        Ok(captures) => told(&captures, request, setting),
        Err(error) => {
            let text = error.to_string();
            let (what, help) = text.split_once("\nhelp: ").unwrap_or((&text, ""));
            refusal(what, help, request, setting)
        }
    }
}

/// The diagnosis of what was given or asked, in the form the client wants.
pub fn told(captures: &[Capture], request: &Request, setting: &Setting) -> Plan {
    let now = Now::new(now);
    let report = Report::answers(captures.iter().map(|capture| Report::diagnosis(capture, &now)).collect());
    match form(request) {
        Form::Html => with_policy(reply_once(request, HTML, diagnosis(&report).html(setting))),
        Form::Text => reply_once(request, TEXT, render::text(&report, Look::plain(80))),
        Form::Json => reply_once(request, JSON, render::json(&report)),
    }
}

/// Whoever pasted from afar has another local time than this server.
fn now() -> Zoned {
    Timestamp::now().to_zoned(TimeZone::UTC)
}

/// A form, or the evidence itself: curl says `application/x-www-form-urlencoded` of whatever it sends.
fn given(request: &Request) -> Given {
    let content_type = request.fields.get("content-type").unwrap_or_default();
    let is_form = content_type.starts_with("multipart/form-data") || request.content.starts_with(b"evidence=");
    if !is_form {
        return Given { evidence: request.content.to_vec(), ..Given::default() };
    }
    let mut given = Given::default();
    for (name, content) in multipart::parts(content_type, &request.content) {
        match name.as_str() {
            "evidence" | "file" if given.evidence.iter().all(u8::is_ascii_whitespace) => given.evidence = content,
            "logs" => given.logs = content,
            "request" => given.request = String::from_utf8_lossy(&content).trim().to_owned(),
            _ => {}
        }
    }
    given
}

fn read(given: &Given) -> Result<Vec<Capture>, Error> {
    let beginning = String::from_utf8_lossy(&given.evidence[..given.evidence.len().min(BEGINNING)]).into_owned();
    if har::is_one(&beginning) {
        return entries(&given.evidence);
    }
    let asked = asked(given);
    let is_log = !httpwhy_capture::is_exchange(&beginning) && looks_like_one(&beginning);
    let mut capture = match asked.clone().filter(|_| is_log || beginning.trim().is_empty()) {
        Some(request) => Capture::of_request(request),
        None if is_log => {
            return Err(Error::NoResponse { looks_like: "log lines, and the request they are about is not said" });
        }
        None => httpwhy_capture::read(given.evidence.as_slice())?,
    };
    asked.into_iter().for_each(|request| capture.set_request(request));
    let logs = [given.logs.as_slice(), if is_log { given.evidence.as_slice() } else { &[] }].map(<[u8]>::to_vec);
    let logs = logs.into_iter().filter(|bytes| !bytes.trim_ascii().is_empty());
    let logs: Vec<Log> = logs.map(|bytes| Log::Bytes { name: "the log lines".to_owned(), bytes }).collect();
    if !logs.is_empty() {
        capture.set_logged(about(&Question::of(capture.last()), &logs)?);
    }
    Ok(vec![capture])
}

fn asked(given: &Given) -> Option<httpwhy_core::Request> {
    let (method, target) = given.request.split_once(' ')?;
    Some(httpwhy_core::Request { method: method.to_owned(), target: target.trim().to_owned(), fields: None })
}

/// The entries that failed; if none did, the last.
fn entries(evidence: &[u8]) -> Result<Vec<Capture>, Error> {
    let (mut failed, mut last) = (Vec::new(), None);
    har::read(evidence, &mut |_, capture| {
        let status = capture.last().status();
        if !(status == 0 || status >= 400) {
            last = Some(capture);
        } else if failed.len() < MOST_ENTRIES {
            failed.push(capture);
        }
    })?;
    if failed.is_empty() {
        failed.extend(last);
    }
    if failed.is_empty() { Err(Error::Har { problem: "no entry can be read".to_owned() }) } else { Ok(failed) }
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

#[cfg(test)]
mod tests {
    use super::*;

    const ERROR_LOG: &str = "2026/11/22 11:36:00 [error] 7#7: *1 directory index of \"/srv/www/files/\" is forbidden, \
        client: 192.0.2.7, server: _, request: \"GET /files/ HTTP/1.1\", host: \"www.example.com\"\n";
    const ACCESS_LOG: &str = "192.0.2.7 - - [22/Nov/2026:11:36:00 +0000] \"GET /files/ HTTP/1.1\" 403 153\n";

    fn first(given: &Given) -> String {
        let captures = read(given).unwrap();
        let report = Report::diagnosis(&captures[0], &Now::new(now));
        render::json(&report)
    }

    #[test]
    fn a_line_of_a_log_beside_the_response_tells_the_cause() {
        let given = Given {
            evidence: b"HTTP/1.1 403 Forbidden\r\nServer: nginx\r\n\r\n".to_vec(),
            request: "GET https://www.example.com/files/".to_owned(),
            logs: ERROR_LOG.into(),
        };
        assert!(
            first(&given).contains("\"verdict\": \"cause\"") && first(&given).contains("directory-listing-disabled")
        );
    }

    #[test]
    fn log_lines_alone_need_the_request() {
        let evidence = [ACCESS_LOG, ERROR_LOG].concat().into_bytes();
        assert!(read(&Given { evidence: evidence.clone(), ..Given::default() }).is_err());
        let given = Given { evidence, request: "GET https://www.example.com/files/".to_owned(), ..Given::default() };
        assert!(first(&given).contains("\"status\": 403") && first(&given).contains("directory-listing-disabled"));
    }
}
