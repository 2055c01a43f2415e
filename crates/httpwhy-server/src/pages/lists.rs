//! The lists: a class, all causes, all components, all questions.

use httpwhy_core::{CAUSES, CODES, COMPARISONS, COMPONENTS, Cause, Class, Code, Component, Layer, SUBCODES, Standing};
use httpwhy_report::render::html::{Links, inline};
use httpwhy_report::{Place, Tone};
use maud::{Markup, html};

use super::Room;
use super::find::CLASSES;
use super::home::sentence;
use super::layout::{Indexing, Page};

/// One class: what it means, its codes.
pub fn class(class: Class) -> Page {
    let facts = class.facts();
    let name = CLASSES.iter().find(|(known, _)| *known == class).map_or("", |(_, name)| name);
    let all: Vec<Code> = CODES.iter().filter(|code| code.class == class).collect();
    let (vendor, registered): (Vec<Code>, Vec<Code>) =
        all.into_iter().partition(|code| code.standing == Standing::Vendor);
    let has_status = |status: Option<u16>| status.is_some_and(|status| Class::of(status) == class);
    let subcodes = SUBCODES.iter().flat_map(|vendor| vendor.list).filter(|subcode| has_status(subcode.status));
    let subcodes: Vec<_> = subcodes.collect();
    Page {
        path: Room::Class(class).path(),
        title: format!("{name} {}", sentence(facts.name)),
        description: facts.meaning.replace('`', ""),
        tone: tone(class),
        main: html! {
            article class=(class.word()) {
                header {
                    h1 { span class="number" { (name) } " " (sentence(facts.name)) }
                    p class="kicker" { (facts.range) }
                    p class="summary" { (inline(facts.meaning, Links::Site)) }
                }
                p { (inline(facts.unknown, Links::Site)) }
                (codes("Registered", registered))
                (codes("Used by vendors", vendor))
                @if !subcodes.is_empty() {
                    h2 { "Sub-codes" }
                    ul class="links columns" { @for subcode in subcodes { li {
                        a href=(Place::subcode(subcode).path()) { (subcode.vendor.name) " " (subcode.code) } " " (subcode.name)
                    } } }
                }
            }
        },
        data: None,
        indexing: Indexing::Wanted,
    }
}

fn codes(heading: &str, codes: Vec<Code>) -> Markup {
    html! {
        @if !codes.is_empty() {
            h2 { (heading) }
            dl class="rows" { @for code in codes {
                dt { a href=(Place::Code(code.number).path()) { (format!("{:03}", code.number)) " " (code.name) } }
                dd {
                    (inline(code.summary, Links::None))
                    @if code.standing == Standing::Vendor { " " span class="note" { (code.by) } }
                }
            } }
        }
    }
}

/// All causes, by the part of the exchange they belong to.
pub fn causes() -> Page {
    let mut all: Vec<Cause> = CAUSES.iter().collect();
    all.sort_by_key(|cause| (cause.family.word(), cause.title));
    let groups = all.chunk_by(|one, other| one.family == other.family).map(|group| {
        let links = group.iter().map(|cause| (Place::Cause(cause.id), sentence(cause.title))).collect();
        (sentence(group[0].family.word()), links)
    });
    list(
        Room::Causes,
        "Causes",
        "What stands behind failing responses: how to confirm each cause, and how to fix it.",
        groups,
    )
}

/// All components, from the client inwards.
pub fn components() -> Page {
    let mut all: Vec<Component> = COMPONENTS.iter().collect();
    all.sort_by_key(|component| (component.layer, component.name.to_lowercase()));
    let groups = all.chunk_by(|one, other| one.layer == other.layer).map(|group| {
        let links = group.iter().map(|component| (Place::Component(component.id), component.name.to_owned())).collect();
        (layer(group[0].layer).to_owned(), links)
    });
    let what =
        "Servers, proxies, CDNs, platforms and frameworks: how to know which one answered, and what its answers mean.";
    list(Room::Components, "Software", what, groups)
}

/// All questions.
pub fn comparisons() -> Page {
    let about_codes = |id: &str| id.starts_with(|c: char| c.is_ascii_digit());
    let (which, when): (Vec<_>, Vec<_>) = COMPARISONS.iter().partition(|comparison| about_codes(comparison.id));
    let group = |name: &str, all: Vec<httpwhy_core::Comparison>| {
        (name.to_owned(), all.into_iter().map(|one| (Place::Comparison(one.id), one.question.to_owned())).collect())
    };
    let groups = [group("Which of them", which), group("What to answer", when)];
    list(
        Room::Comparisons,
        "Questions",
        "Which HTTP status code is right, and how to tell two of them apart.",
        groups.into_iter(),
    )
}

type Group = (String, Vec<(Place, String)>);

fn list(room: Room, title: &str, what: &str, groups: impl Iterator<Item = Group>) -> Page {
    Page {
        path: room.path(),
        title: title.to_owned(),
        description: what.to_owned(),
        tone: Tone::Plain,
        main: html! {
            article {
                header { h1 { (title) } p class="summary" { (what) } }
                @for (heading, links) in groups {
                    h2 { (heading) }
                    ul class="links columns" { @for (place, shown) in links {
                        li { a href=(place.path()) { (inline(&shown, Links::None)) } }
                    } }
                }
            }
        },
        data: None,
        indexing: Indexing::Wanted,
    }
}

fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Standard => "Whoever it was",
        Layer::Edge => "CDNs and hosting edges",
        Layer::Waf => "Web application firewalls",
        Layer::Balancer => "Load balancers",
        Layer::Gateway => "API gateways",
        Layer::Proxy => "Web servers and proxies",
        Layer::Storage => "Stores",
        Layer::Runtime => "Application servers",
        Layer::App => "Frameworks and applications",
        Layer::Service => "What applications ask",
        Layer::Host => "What all of them run on",
    }
}

fn tone(class: Class) -> Tone {
    match class {
        Class::None => Tone::Plain,
        Class::Informational => Tone::Informational,
        Class::Success => Tone::Success,
        Class::Redirection => Tone::Redirection,
        Class::ClientError => Tone::ClientError,
        Class::ServerError => Tone::ServerError,
    }
}
