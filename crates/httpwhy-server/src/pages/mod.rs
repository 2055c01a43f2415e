//! The site for people: every report as a page, and the pages that lead there.

mod about;
mod api_docs;
mod ask;
mod assets;
mod code_page;
mod diagram;
mod diagrams;
mod feed;
mod find;
mod for_machines;
mod home;
mod layout;
mod lists;
mod multipart;
mod report_page;
mod search;
mod test_page;
mod unknown;
mod why;

use std::sync::Arc;

use crate::beside;
use crate::plan::{Answer, Field, Plan};
use crate::represent::{Form, form, reply};
use crate::request::Request;
use crate::site::Site;
pub use find::{Found, Room, find};
pub use for_machines::File;
pub use home::sentence;
pub use layout::{Medium, Page, Setting};

/// How long a page may be kept without asking again; what it says changes with a new version only.
const PAGE: &str = "public, max-age=300";

/// What a page may load: nothing from elsewhere, nothing that stands in the page itself.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A page; of an unknown path one that helps.
pub fn answer(site: &Arc<Site>, request: &Request) -> Answer {
    let found = find(&request.path);
    if let Some(plan) = refused(&found, request) {
        return plan.into();
    }
    let setting = Setting::of(site, request);
    if request.method == "POST" && matches!(found, Found::Here(Room::Why)) {
        return ask::answer(site, request, &setting)
            .unwrap_or_else(|| beside::answer(request, move |request| why::answer(request, &setting)));
    }
    match found {
        Found::Moved(path) => moved(308, with_query(path, request)),
        Found::Unknown => unknown::answer(request, &setting),
        Found::Here(Room::Search) => search::answer(request, &setting),
        Found::Here(room) => shown(room, request, &setting),
    }
    .into()
}

/// Methods that a page does not know.
fn refused(found: &Found, request: &Request) -> Option<Plan> {
    let allow = match found {
        Found::Here(Room::Why) => "GET, HEAD, POST, OPTIONS",
        _ => "GET, HEAD, OPTIONS",
    };
    match request.method.as_str() {
        "GET" | "HEAD" => None,
        "POST" if matches!(found, Found::Here(Room::Why)) => None,
        "OPTIONS" => Some(Plan::new(204).field("Allow", allow)),
        method => Some(
            Plan::new(405)
                .field("Allow", allow)
                .content(TEXT, format!("{method} is not for pages. Use one of: {allow}\n")),
        ),
    }
}

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";

/// A room in the form the client wants.
fn shown(room: Room, request: &Request, setting: &Setting) -> Plan {
    if let Room::File(file) = room {
        return for_machines::plan(file, request, setting);
    }
    let report = room.report();
    match (form(request), report) {
        (Form::Text, Some(report)) => {
            let text = httpwhy_report::render::text(&report, httpwhy_report::render::Look::plain(80));
            reply(request, TEXT, text)
        }
        (Form::Json, Some(report)) => reply(request, JSON, httpwhy_report::render::json(&report)),
        (Form::Text, None) if room == Room::Home => reply(request, TEXT, home::text(setting)),
        (_, _) => with_policy(reply(request, HTML, page(room, setting).html(setting))),
    }
}

/// The page of a room.
pub fn page(room: Room, setting: &Setting) -> Page {
    match room {
        Room::Home => home::page(setting),
        Room::Class(class) => lists::class(class),
        Room::Report(place) => report_page::page(place, setting),
        Room::SideBySide(codes) => report_page::side_by_side(&codes),
        Room::Causes => lists::causes(),
        Room::Components => lists::components(),
        Room::Comparisons => lists::comparisons(),
        Room::Search => search::page("", setting),
        Room::Why => why::page(setting),
        Room::Api => api_docs::page(setting),
        Room::Test => test_page::page(setting),
        Room::About => about::page(),
        Room::File(_) => unknown::page("", setting),
    }
}

/// What every page says about itself to a browser.
fn with_policy(mut plan: Plan) -> Plan {
    plan.fields.extend(policy());
    plan
}

fn policy() -> [Field; 4] {
    [
        ("Content-Security-Policy".into(), POLICY.into()),
        ("X-Content-Type-Options".into(), "nosniff".into()),
        ("Referrer-Policy".into(), "strict-origin-when-cross-origin".into()),
        ("Cross-Origin-Opener-Policy".into(), "same-origin".into()),
    ]
}

fn moved(status: u16, to: String) -> Plan {
    let text = format!("See {to}\n");
    Plan::new(status).field("Location", to).field("Cache-Control", PAGE).content(TEXT, text)
}

fn with_query(path: String, request: &Request) -> String {
    match &request.query {
        Some(query) if !path.contains('?') => format!("{path}?{query}"),
        _ => path,
    }
}

#[cfg(test)]
mod tests;
