//! The front page: search first, then what people come with.

use httpwhy_core::{CODES, COMPARISONS, Class, Code, Likely, List, Often, Standing};
use httpwhy_report::Place;
use httpwhy_report::Tone;
use httpwhy_report::render::html::{Links, inline};
use maud::{Markup, html};
use serde_json::json;

use super::Room;
use super::find::CLASSES;
use super::layout::{Indexing, Medium, Page, Setting, search_form};

/// What people say they see, and the codes that say so.
const SITUATIONS: [(&str, &[u16]); 3] =
    [("I see a 403", &[403]), ("I see a 500", &[500]), ("I see a 502 or 504", &[502, 504])];

/// Of a situation this many causes, the most usual, stand on the front page.
const MOST_CAUSES: usize = 8;

const WHAT: &str = "What an HTTP status means, why it happened, and what to do about it.";

/// The front page.
pub fn page(setting: &Setting) -> Page {
    Page {
        path: "/".to_owned(),
        title: "httpwhy: what an HTTP status means, why it happened, what to do".to_owned(),
        description:
            "Every HTTP status code with its causes, how to tell them apart, and who can fix it. Paste a failing \
                      response and get a diagnosis."
                .to_owned(),
        tone: Tone::Plain,
        main: html! {
            section class="hero" {
                h1 { "Why did I get this status?" }
                p class="summary" { (WHAT) }
                (search_form("", "q", "large"))
                p class="or" { "or " a href="/why" { "paste a response" } " and learn who answered and why" }
            }
            (strip())
            (situations())
            (classes())
            (confused())
            (others(setting))
        },
        data: setting.origin.as_ref().map(|origin| {
            json!({
                "@context": "https://schema.org", "@type": "WebSite", "name": "httpwhy", "url": format!("{origin}/"),
                "potentialAction": {
                    "@type": "SearchAction", "target": format!("{origin}/search?q={{search_term_string}}"),
                    "query-input": "required name=search_term_string",
                },
            })
        }),
        indexing: Indexing::Wanted,
    }
}

/// The same for a terminal: where to go from here.
pub fn text(setting: &Setting) -> String {
    let origin = setting.origin_or_example();
    format!(
        "httpwhy\n{WHAT}\n\n\
         curl {origin}/403                            one code\n\
         curl '{origin}/search?q=bad+gateway'         find a code by words\n\
         curl {origin}/causes/upstream-down           one cause: confirm it, fix it\n\
         curl {origin}/compare/401-403                which of two\n\
         curl --data-binary @response.txt {origin}/why    why a response came\n\
         curl -i {origin}/status/503                  any status, on demand\n\n\
         A browser gets pages, `Accept: application/json` gets JSON. The API: {origin}/docs/api\n"
    )
}

/// The classes at a glance.
fn strip() -> Markup {
    html! {
        nav class="strip" aria-label="Classes" {
            @for (class, name) in CLASSES {
                a class=(class.word()) href=(Room::Class(class).path()) { b { (name) } " " (sentence(class.facts().name)) }
            }
        }
    }
}

fn situations() -> Markup {
    html! {
        section aria-labelledby="situations" {
            h2 id="situations" { "What do you see?" }
            div class="cards" {
                @for (said, numbers) in SITUATIONS {
                    div class={"card " (tone_of(numbers[0]))} {
                        h3 { (numbers_of(said, numbers)) }
                        ul { @for likely in causes(numbers) { li {
                            a href=(Place::Cause(likely.cause.id).path()) { (sentence(likely.cause.title)) }
                        } } }
                    }
                }
            }
        }
    }
}

fn numbers_of(said: &str, numbers: &[u16]) -> Markup {
    let words = said.split(' ');
    html! {
        @for word in words {
            @match word.parse().ok().filter(|number| numbers.contains(number)) {
                Some(number) => a class=(tone_of(number)) href=(Place::Code(number).path()) { (word) },
                None => (word),
            } " "
        }
    }
}

/// Those that stand behind all of the codes, by how often.
fn causes(numbers: &[u16]) -> Vec<Likely> {
    let lists: Vec<List<Likely>> =
        numbers.iter().filter_map(|number| Code::get(*number)).map(|code| code.causes).collect();
    let mut all: Vec<Likely> = Vec::new();
    for likely in lists.iter().flat_map(|list| list.iter()) {
        match all.iter_mut().find(|known| known.cause.id == likely.cause.id) {
            Some(known) => known.often = known.often.min(likely.often),
            None => all.push(likely),
        }
    }
    all.retain(|likely| likely.often <= Often::Common);
    all.sort_by_key(|likely| likely.often);
    all.truncate(MOST_CAUSES);
    all
}

fn confused() -> Markup {
    html! {
        section aria-labelledby="confused" {
            h2 id="confused" { "What people confuse" }
            ul class="links columns" {
                @for comparison in COMPARISONS.iter() {
                    li { a href=(Place::Comparison(comparison.id).path()) { (inline(comparison.question, Links::None)) } }
                }
            }
        }
    }
}

fn classes() -> Markup {
    html! {
        section aria-labelledby="classes" {
            h2 id="classes" { "Every registered code" }
            @for (class, name) in CLASSES { (self::class(class, name)) }
            p { "Beyond the registry: "
                a href="/000" { "000, no response at all" } ", and what vendors add: nginx "
                a href="/499" { "499" } ", Cloudflare " a href="/520" { "520" } " to " a href="/526" { "526" }
                ", IIS " a href="/404.13" { "404.13" } ", on the page of each class."
            }
        }
    }
}

fn class(class: Class, name: &str) -> Markup {
    let facts = class.facts();
    html! {
        div class={"class " (class.word())} {
            h3 { a href=(Room::Class(class).path()) { span class="number" { (name) } " " (sentence(facts.name)) } }
            p class="note" { (inline(facts.meaning, Links::None)) }
            (codes(CODES.iter().filter(|code| code.class == class && code.standing != Standing::Vendor)))
        }
    }
}

/// Numbers and names, close together.
pub fn codes(codes: impl Iterator<Item = Code>) -> Markup {
    html! {
        ul class="codes" {
            @for code in codes {
                li class=(code.class.word()) {
                    a href=(Place::Code(code.number).path()) { b { (format!("{:03}", code.number)) } " " (known_name(code)) }
                }
            }
        }
    }
}

/// The registry keeps reserved numbers as "(Unused)"; people look for the name they know.
fn known_name(code: Code) -> String {
    match code.also_named.first() {
        Some(known) if code.name.starts_with('(') => format!("{known}, unused"),
        _ => code.name.to_owned(),
    }
}

fn others(setting: &Setting) -> Markup {
    html! {
        section aria-labelledby="others" {
            h2 id="others" { "Also here" }
            ul class="links" {
                li { a href="/why" { "Paste a response" } ": who answered, which cause fits, what to do" }
                li { a href="/causes" { "All causes" } ": how to confirm each, and how to fix it" }
                li { a href="/components" { "Servers, proxies, CDNs, frameworks" } ": how to know which one answered" }
                @if setting.medium == Medium::Served {
                    li { a href="/test" { "Test endpoints" } ": any status as the protocol means it, delays, faults" }
                    li { a href="/docs/api" { "The API" } ": the same answers as JSON" }
                }
            }
        }
    }
}

fn tone_of(number: u16) -> &'static str {
    Class::of(number).word()
}

/// With a capital.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
