//! The whole site as files, for any web host: each page is a folder with an `index.html`, and every link is relative.

use std::io;
use std::path::Path;

use httpwhy_core::search::Target;
use httpwhy_core::{CAUSES, CODES, COMPARISONS, COMPONENTS, SUBCODES, Standing};
use httpwhy_report::Place;
use serde_json::{Value, json};

use crate::pages::{File, Medium, Room, Setting, find, page};

/// Where the words for the search of a copy stand.
const INDEX: &str = "search.json";

/// Writes the site into a folder, which is made if it is not there. `base` is where the copy will be reached,
/// `https://example.com/status`; without it, what needs whole addresses (the site map, previews) is left out. Returns
/// how many files were written.
///
/// Links are relative and end with a slash, so that the copy works in any folder of any host that shows `index.html`.
/// Names old and new (`/forbidden`) lead on by a page of their own.
pub fn export(dir: &Path, base: Option<&str>) -> io::Result<usize> {
    let origin = base.map(|base| base.trim_end_matches('/').to_owned());
    let setting = Setting { origin, medium: Medium::Copy, may_ask: false };
    let mut written = 0;
    for (path, content) in every_file(&setting) {
        let file = dir.join(path);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, content)?;
        written += 1;
    }
    Ok(written)
}

/// Every file of a copy: its path below the folder, and its content.
fn every_file(setting: &Setting) -> impl Iterator<Item = (String, String)> {
    let pages = Room::all().map(|room| {
        let html = page(room.clone(), setting).html(setting);
        (file_of(&room.path()), relative(&html, depth(&room.path())))
    });
    let moved = other_names().into_iter().map(|(from, to)| (file_of(&from), leads_on(&to, depth(&from))));
    let needs_origin = |file: &File| matches!(file, File::SiteMap | File::Robots | File::OpenSearch);
    let files = File::ALL
        .into_iter()
        .filter(move |file| setting.origin.is_some() || !needs_origin(file))
        .map(|file| (file.path().trim_start_matches('/').to_owned(), file.content(setting)));
    pages.chain(moved).chain(files).chain([(INDEX.to_owned(), index().to_string())])
}

/// `/causes/upstream-down` is `causes/upstream-down/index.html`.
fn file_of(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "index.html".to_owned(),
        path => format!("{path}/index.html"),
    }
}

/// How many folders a page is below the root.
fn depth(path: &str) -> usize {
    path.split('/').filter(|part| !part.is_empty()).count()
}

/// The same page with every rooted link made relative. Our printer writes each as `="/…"`.
fn relative(html: &str, depth: usize) -> String {
    let mut parts = html.split("=\"/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once('"').unwrap_or((part, ""));
        out.push_str(&format!("=\"{}\"{rest}", beside(link, depth)));
    }
    out
}

/// A link from a page that many folders deep. What is no file is a folder.
fn beside(link: &str, depth: usize) -> String {
    let up = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    let (path, fragment) =
        link.split_once('#').map_or((link, String::new()), |(path, part)| (path, format!("#{part}")));
    let is_file = File::at(&format!("/{path}")).is_some() || path == INDEX;
    let end = if path.is_empty() || is_file { "" } else { "/" };
    format!("{up}{path}{end}{fragment}")
}

/// A page that leads on to another without a server's help.
fn leads_on(to: &str, depth: usize) -> String {
    let to = beside(to.trim_start_matches('/'), depth);
    maud::html! {
        (maud::DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { "Moved" }
                meta name="robots" content="noindex";
                meta http-equiv="refresh" content={"0; url=" (to)};
            }
            body { p { a href=(to) { "It is here now" } } }
        }
    }
    .into_string()
}

/// Names of codes and bare sub-codes, each with the path it leads to.
fn other_names() -> Vec<(String, String)> {
    let slug = |name: &str| {
        let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        format!("/{}", words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-"))
    };
    let registered = CODES.iter().filter(|code| code.standing != Standing::Vendor);
    let named = registered.flat_map(|code| std::iter::once(code.name).chain(code.also_named.iter())).map(slug);
    let subcodes = SUBCODES.iter().flat_map(|vendor| vendor.list).map(|subcode| format!("/{}", subcode.code));
    let mut names: Vec<String> = named.chain(subcodes).collect();
    names.sort_unstable();
    names.dedup();
    let leads = |name: String| match find(&name) {
        crate::pages::Found::Moved(path) => Some((name, path)),
        _ => None,
    };
    names.into_iter().filter_map(leads).collect()
}

/// What the search of a copy knows of each page: its title, a sentence, and the words people type for it.
fn index() -> Value {
    let codes = CODES.iter().map(|code| {
        let words = code.also_named.iter().chain(code.keywords.iter()).collect::<Vec<_>>().join(" ");
        entry(Place::Code(code.number), &format!("{:03} {}", code.number, code.name), code.summary, &words)
    });
    let causes = CAUSES.iter().map(|cause| {
        let words = cause.keywords.iter().collect::<Vec<_>>().join(" ");
        entry(Place::Cause(cause.id), &crate::pages::sentence(cause.title), "", &format!("{} {words}", cause.id))
    });
    let comparisons = COMPARISONS.iter().map(|one| {
        let words = one.also_asked.iter().collect::<Vec<_>>().join(" ");
        entry(Place::of(Target::Comparison(one)), one.question, one.answer, &words)
    });
    let components = COMPONENTS.iter().map(|one| entry(Place::Component(one.id), one.name, "", one.id));
    let subcodes = SUBCODES.iter().flat_map(|vendor| vendor.list).map(|subcode| {
        let title = format!("{} {}", subcode.code, subcode.name);
        entry(Place::subcode(subcode), &title, subcode.meaning, subcode.vendor.name)
    });
    Value::Array(codes.chain(causes).chain(comparisons).chain(components).chain(subcodes).collect())
}

fn entry(place: Place, title: &str, text: &str, words: &str) -> Value {
    json!({ "path": place.path(), "title": title, "text": text, "words": words.to_lowercase() })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative(r#"<a href="/403">"#, 0), r#"<a href="./403/">"#);
        assert_eq!(relative(r#"<a href="/causes/x#y">"#, 2), r##"<a href="../../causes/x/#y">"##);
        assert_eq!(
            relative(r#"<a href="/404.13"> <a href="/feed.xml">"#, 1),
            r#"<a href="../404.13/"> <a href="../feed.xml">"#
        );
        assert_eq!(
            relative(r##"<a href="/"> <a href="#x"> <a href="https://x/">"##, 1),
            r##"<a href="../"> <a href="#x"> <a href="https://x/">"##
        );
    }

    #[test]
    fn every_link_of_a_copy_leads_to_a_file_of_it() {
        let setting = Setting { origin: None, medium: Medium::Copy, may_ask: false };
        let files: Vec<(String, String)> = every_file(&setting).collect();
        let names: HashSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.len(), files.len());
        for (name, content) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let folder: Vec<&str> = name.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
            let links =
                [" href=\"", " src=\"", " action=\""].into_iter().flat_map(|begin| content.split(begin).skip(1));
            for link in links.filter_map(|rest| rest.split(['"', '#']).next()) {
                assert!(!link.starts_with('/'), "{name}: {link}");
                if link.starts_with('.') {
                    let file = resolved(&folder, link);
                    assert!(names.contains(file.as_str()), "{name}: {link} is {file}");
                }
            }
        }
    }

    fn resolved(folder: &[&str], link: &str) -> String {
        let mut parts = folder.to_vec();
        for part in link.split('/') {
            match part {
                ".." => drop(parts.pop()),
                "." | "" => {}
                part => parts.push(part),
            }
        }
        let path = parts.join("/");
        if link.ends_with('/') { file_of(&path) } else { path }
    }

    #[test]
    fn old_names_lead_on() {
        let names = other_names();
        assert!(names.contains(&("/payload-too-large".to_owned(), "/413".to_owned())));
        assert!(names.contains(&("/1015".to_owned(), "/cloudflare/1015".to_owned())));
    }

    #[test]
    fn a_copy_is_written_to_files() {
        let dir = std::env::temp_dir().join(format!("httpwhy-export-{}", std::process::id()));
        let written = export(&dir, Some("https://why.example/")).unwrap();
        let front = std::fs::read_to_string(dir.join("index.html")).unwrap();
        let map = std::fs::read_to_string(dir.join("sitemap.xml")).unwrap();
        std::fs::remove_dir_all(&dir).unwrap();
        assert!(written > 500 && front.contains("href=\"https://why.example/\""));
        assert!(map.contains("https://why.example/403"));
    }
}
