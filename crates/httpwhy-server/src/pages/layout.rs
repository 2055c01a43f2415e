//! The frame of every page: what browsers and search engines are told, the way around, the foot.

use httpwhy_report::Tone;
use httpwhy_report::render::html::tone_class;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::assets;
use crate::request::Request;
use crate::site::Site;

/// A page before it is framed.
pub struct Page {
    /// Its one path.
    pub path: String,
    /// What it is about; the name of the site is added.
    pub title: String,
    /// A sentence for those who have not opened it.
    pub description: String,
    /// The class it is about.
    pub tone: Tone,
    /// What it says.
    pub main: Markup,
    /// The same for search engines, in the words of schema.org.
    pub data: Option<Value>,
    /// Whether search engines should show it.
    pub indexing: Indexing,
}

/// Whether search engines should show a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indexing {
    Wanted,
    Unwanted,
}

/// Where a page is shown.
#[derive(Debug, Clone)]
pub struct Setting {
    /// `https://why.example`, where it is known.
    pub origin: Option<String>,
    /// By whom.
    pub medium: Medium,
    /// Whether this server asks URLs for its visitors.
    pub may_ask: bool,
}

/// Who shows a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// This server, which can also diagnose and answer with any status.
    Served,
    /// Any web host, from files.
    Copy,
}

impl Setting {
    /// As the site is configured, or as the request names it.
    pub fn of(site: &Site, request: &Request) -> Setting {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let is_known = !request.authority.is_empty() && request.authority.chars().all(is_plain);
        let configured = site.config.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
        let origin = configured.or_else(|| is_known.then(|| request.origin()));
        Setting { origin, medium: Medium::Served, may_ask: site.guard.is_some() }
    }

    /// Where commands that are shown point to.
    pub fn origin_or_example(&self) -> &str {
        self.origin.as_deref().unwrap_or("http://127.0.0.1:8418")
    }
}

/// The parts of the site that are always one step away.
const WAYS: [(&str, &str); 5] = [
    ("/why", "Diagnose"),
    ("/causes", "Causes"),
    ("/compare", "Compare"),
    ("/components", "Software"),
    ("/test", "Test"),
];

impl Page {
    /// As HTML.
    pub fn html(&self, setting: &Setting) -> String {
        html! {
            (DOCTYPE)
            html lang="en" data-copy[setting.medium == Medium::Copy] {
                (self.head(setting))
                body class=(tone_class(self.tone)) {
                    a class="skip" href="#main" { "Skip to the content" }
                    (self.top())
                    main id="main" tabindex="-1" { (self.main) }
                    (foot())
                }
            }
        }
        .into_string()
    }

    fn head(&self, setting: &Setting) -> Markup {
        let address = setting.origin.as_ref().map(|origin| format!("{origin}{}", self.path));
        let title = if self.path == "/" { self.title.clone() } else { format!("{} · httpwhy", self.title) };
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                meta name="description" content=(self.description);
                @if self.indexing == Indexing::Unwanted { meta name="robots" content="noindex"; }
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(assets::style().path);
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                @if setting.origin.is_some() { link rel="search" type="application/opensearchdescription+xml" title="httpwhy" href="/opensearch.xml"; }
                link rel="alternate" type="application/atom+xml" title="httpwhy: changes" href="/feed.xml";
                @if let Some(address) = &address {
                    link rel="canonical" href=(address);
                    meta property="og:url" content=(address);
                }
                meta property="og:type" content="article";
                meta property="og:site_name" content="httpwhy";
                meta property="og:title" content=(self.title);
                meta property="og:description" content=(self.description);
                @if let Some(data) = &self.data { (self.data_block(data)) }
                script src=(assets::script().path) defer {}
            }
        }
    }

    /// A block of data is not run. `<` would end it.
    fn data_block(&self, data: &Value) -> Markup {
        let json = data.to_string().replace('<', "\\u003c");
        html! { script type="application/ld+json" { (PreEscaped(json)) } }
    }

    /// The front page, what was found, and what was not.
    fn is_a_search(&self) -> bool {
        matches!(self.path.as_str(), "/" | "/search")
    }

    fn top(&self) -> Markup {
        html! {
            header class="top" {
                div class="bar" {
                    a class="brand" href="/" aria-label="httpwhy, the front page" { "http" b { "why" } }
                    // One search box is enough where the page itself is about searching.
                    @if !self.is_a_search() { (search_form("", "q-top", "small")) }
                    nav aria-label="Site" {
                        @for (path, name) in WAYS {
                            a href=(path) aria-current=[(self.path == path).then_some("page")] { (name) }
                        }
                    }
                }
            }
        }
    }
}

/// The search box; the script adds answers while one types.
pub fn search_form(query: &str, id: &str, size: &str) -> Markup {
    html! {
        form role="search" class={"search " (size)} action="/search" method="get" {
            label for=(id) class="hidden" { "A code, a name, or what you see" }
            input id=(id) type="search" name="q" value=(query) placeholder="403, forbidden, “too many requests”"
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200";
            button type="submit" { "Search" }
        }
    }
}

fn foot() -> Markup {
    html! {
        footer class="foot" {
            nav aria-label="More" {
                a href="/docs/api" { "API" }
                a href="/about" { "About and privacy" }
                a href="/feed.xml" { "Changes" }
            }
            p { "The same answers in your terminal: " code { "httpwhy 403" } }
        }
    }
}
