//! `/about`: what this is, and what it keeps of its visitors.

use httpwhy_core::{CAUSES, CODES, COMPARISONS, COMPONENTS, SOURCES};
use httpwhy_report::Tone;
use maud::html;

use super::layout::{Indexing, Page};

/// The page.
pub fn page() -> Page {
    let read = SOURCES.iter().map(|source| source.read).max().unwrap_or_default();
    Page {
        path: "/about".to_owned(),
        title: "About and privacy".to_owned(),
        description: "What httpwhy is, where its facts come from, and what it keeps of its visitors: nothing."
            .to_owned(),
        tone: Tone::Plain,
        main: html! {
            article {
                header {
                    h1 { "About httpwhy" }
                    p class="summary" { "It says what an HTTP status means, why it happened, and what to do about it." }
                }
                p {
                    (CODES.len()) " codes, " (CAUSES.len()) " causes, " (COMPONENTS.len()) " servers, proxies, CDNs and frameworks, "
                    (COMPARISONS.len()) " questions. Every fact names its source, of " (SOURCES.len())
                    "; the last one was read on " time datetime=(read) { (read) } "."
                }
                p { "It is one program: the command, this site, its API and its test endpoints say the same, because they print the same report. "
                    "It is free software under the MIT or the Apache 2.0 licence." }
                h2 id="privacy" { "Privacy" }
                ul {
                    li { "What you paste is read in memory to answer you, and then forgotten. It is not stored, not logged, and sent to nobody." }
                    li { "Credentials, cookies and tokens in it are blanked out before anything looks at it, and never stand in an answer." }
                    li { "A link to a pasted text is made only if you ask for it, by your browser. The text stands behind the " code { "#" }
                        " of the address, which browsers do not send to servers." }
                    li { "There are no cookies, no trackers, no fonts or scripts from elsewhere. The switch for whose advice you read is remembered in your browser alone." }
                    li { "Whoever runs this server may keep an access log, as every web server can: time, path, status, address." }
                }
                h2 id="who-may-do-what" { "Run it yourself" }
                p { "The program holds the whole site. It needs no network for it." }
                (httpwhy_report::render::html::literal("httpwhy serve"))
            }
        },
        data: None,
        indexing: Indexing::Wanted,
    }
}
