//! The feed of changes, made of the change log.

use httpwhy_core::SOURCES;

use super::for_machines::xml;

const CHANGES: &str = include_str!("../../../../CHANGELOG.md");

/// One version of the change log.
#[derive(Debug, PartialEq)]
struct Version<'a> {
    name: &'a str,
    /// When it was published, `2026-01-31`; nothing if it was not yet.
    date: Option<&'a str>,
    text: &'a str,
}

/// The feed.
pub fn atom(origin: &str) -> String {
    let origin = xml(origin);
    let versions = versions(CHANGES);
    let updated = versions.iter().map(|version| updated(version)).max().unwrap_or_default();
    let entries: String = versions.iter().map(|version| entry(version, &origin)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <title>httpwhy: changes</title>\n<id>{origin}/feed.xml</id>\n<link rel=\"self\" href=\"{origin}/feed.xml\"/>\n\
         <link href=\"{origin}/\"/>\n<updated>{updated}</updated>\n<author><name>httpwhy</name></author>\n{entries}</feed>\n"
    )
}

fn entry(version: &Version, origin: &str) -> String {
    let name = xml(version.name);
    format!(
        "<entry>\n<title>{name}</title>\n<id>{origin}/feed.xml#{}</id>\n<link href=\"{origin}/\"/>\n<updated>{}</updated>\n\
         <content type=\"text\">{}</content>\n</entry>\n",
        name.replace(' ', "-"),
        updated(version),
        xml(version.text.trim())
    )
}

/// The day it was published; of what is not published yet, the last day on which a source of its facts was read.
fn updated(version: &Version) -> String {
    let read = || SOURCES.iter().map(|source| source.read).max().unwrap_or("1970-01-01");
    format!("{}T00:00:00Z", version.date.unwrap_or_else(read))
}

fn versions(changes: &str) -> Vec<Version<'_>> {
    changes.split("\n## ").skip(1).map(version).collect()
}

/// `[1.0.0] - 2026-01-31`, or `Unreleased`.
fn version(part: &str) -> Version<'_> {
    let (head, text) = part.split_once('\n').unwrap_or((part, ""));
    let (name, date) = head.split_once(" - ").map_or((head, None), |(name, date)| (name, Some(date.trim())));
    Version { name: name.trim().trim_matches(['[', ']']), date: date.filter(|date| is_date(date)), text }
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_has_the_date_it_was_published() {
        let all = versions("# Changelog\n\n## Unreleased\n- new\n\n## [1.0.0] - 2026-01-31\n- old & <good>\n");
        assert_eq!((all[0].name, all[0].date), ("Unreleased", None));
        assert_eq!((all[1].name, all[1].date), ("1.0.0", Some("2026-01-31")));
        assert!(entry(&all[1], "http://x").contains("old &amp; &lt;good&gt;"));
    }

    #[test]
    fn the_feed_has_what_is_new() {
        assert!(atom("https://why.example").contains("<title>Unreleased</title>"));
    }
}
