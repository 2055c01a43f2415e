//! What only programs read: assets, site map, robots, OpenSearch, the feed.

use super::{Room, Setting, assets, feed};
use crate::plan::Plan;
use crate::represent::reply_in_one_form;
use crate::request::Request;

/// A file at the root of the site, or an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    Style,
    Script,
    Icon,
    SiteMap,
    Robots,
    OpenSearch,
    Feed,
}

impl File {
    /// All of them.
    pub const ALL: [File; 7] =
        [File::Style, File::Script, File::Icon, File::SiteMap, File::Robots, File::OpenSearch, File::Feed];

    /// The file at a path.
    pub fn at(path: &str) -> Option<File> {
        File::ALL.into_iter().find(|file| file.path() == path)
    }

    /// Its path.
    pub fn path(self) -> String {
        match self {
            File::Style => assets::style().path.clone(),
            File::Script => assets::script().path.clone(),
            File::Icon => "/favicon.svg".to_owned(),
            File::SiteMap => "/sitemap.xml".to_owned(),
            File::Robots => "/robots.txt".to_owned(),
            File::OpenSearch => "/opensearch.xml".to_owned(),
            File::Feed => "/feed.xml".to_owned(),
        }
    }

    /// Its content.
    pub fn content(self, setting: &Setting) -> String {
        let origin = setting.origin_or_example();
        match self {
            File::Style => assets::style().content.clone(),
            File::Script => assets::script().content.clone(),
            File::Icon => assets::ICON.to_owned(),
            File::SiteMap => site_map(origin),
            File::Robots => robots(origin),
            File::OpenSearch => open_search(origin),
            File::Feed => feed::atom(origin),
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            File::Style => assets::style().media_type,
            File::Script => assets::script().media_type,
            File::Icon => "image/svg+xml",
            File::SiteMap => "application/xml",
            File::Robots => "text/plain; charset=utf-8",
            File::OpenSearch => "application/opensearchdescription+xml",
            File::Feed => "application/atom+xml",
        }
    }
}

/// A file and how long it may be kept.
pub fn plan(file: File, request: &Request, setting: &Setting) -> Plan {
    let freshness = match file {
        File::Style | File::Script => assets::FOR_GOOD,
        File::Icon => "public, max-age=86400",
        _ => super::PAGE,
    };
    let mut plan = reply_in_one_form(request, file.media_type(), file.content(setting));
    plan.fields.retain(|(name, _)| name != "Cache-Control");
    plan.field("Cache-Control", freshness).field("X-Content-Type-Options", "nosniff")
}

fn site_map(origin: &str) -> String {
    let wanted = Room::all().filter(|room| *room != Room::Search);
    let urls: String =
        wanted.map(|room| format!("<url><loc>{}</loc></url>\n", xml(&format!("{origin}{}", room.path())))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

/// The test endpoints answer with anything; they say nothing to search for.
fn robots(origin: &str) -> String {
    format!("User-agent: *\nDisallow: /status/\nDisallow: /api/\nDisallow: /search\n\nSitemap: {origin}/sitemap.xml\n")
}

fn open_search(origin: &str) -> String {
    let origin = xml(origin);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>httpwhy</ShortName>\n\
         <Description>What an HTTP status means, why it happened, what to do</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Image width=\"16\" height=\"16\" type=\"image/svg+xml\">{origin}/favicon.svg</Image>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{origin}/search?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n"
    )
}

/// Text inside XML.
pub fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
