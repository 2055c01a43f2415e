//! Where there is more on a thing: a path of the site, a command on a terminal.

use std::collections::HashMap;
use std::sync::LazyLock;

use httpwhy_core::search::Target;
use httpwhy_core::{CAUSES, COMPARISONS, COMPONENTS, Code, Subcode};

/// Something that has a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A number, known or not.
    Code(u16),
    /// A sub-code: the vendor's id and the code as the vendor writes it.
    Subcode(&'static str, &'static str),
    /// A cause, by id.
    Cause(&'static str),
    /// A component, by id.
    Component(&'static str),
    /// A question, by id.
    Comparison(&'static str),
}

impl Place {
    /// Of what was found.
    pub fn of(target: Target) -> Place {
        match target {
            Target::Code(code) => Place::Code(code.number),
            Target::Number(number) => Place::Code(number),
            Target::Subcode(subcode) => Place::subcode(subcode),
            Target::Cause(cause) => Place::Cause(cause.id),
            Target::Comparison(comparison) => Place::Comparison(comparison.id),
        }
    }

    /// Of a sub-code.
    pub fn subcode(subcode: Subcode) -> Place {
        Place::Subcode(subcode.vendor.id, subcode.code)
    }

    /// Of what a text names by its id, its name or its number, if it names something.
    pub fn named(text: &str) -> Option<Place> {
        let number = || text.get(..3)?.parse().ok();
        let code = || number().and_then(Code::get).filter(|code| text.len() == 3 || text[3..].trim() == code.name);
        NAMED.get(text).copied().or_else(|| code().map(|code| Place::Code(code.number)))
    }

    /// The path of its page.
    ///
    /// ```
    /// use httpwhy_report::Place;
    /// assert_eq!(Place::Code(0).path(), "/000");
    /// assert_eq!(Place::Subcode("cloudflare", "1015").path(), "/cloudflare/1015");
    /// ```
    pub fn path(self) -> String {
        match self {
            Place::Code(number) => format!("/{number:03}"),
            // `404.13` can only be one thing; a bare number needs the vendor.
            Place::Subcode(_, code) if code.contains('.') => format!("/{code}"),
            Place::Subcode(vendor, code) => format!("/{vendor}/{code}"),
            Place::Cause(id) => format!("/causes/{id}"),
            Place::Component(id) => format!("/components/{id}"),
            Place::Comparison(id) => format!("/compare/{id}"),
        }
    }

    /// What to type for it.
    pub fn command(self) -> String {
        match self {
            Place::Code(number) => format!("httpwhy {number:03}"),
            Place::Subcode(_, code) => format!("httpwhy {code}"),
            Place::Cause(id) => format!("httpwhy cause {id}"),
            Place::Component(id) => format!("httpwhy component {id}"),
            Place::Comparison(id) => format!("httpwhy compare {id}"),
        }
    }
}

/// What texts may name: ids of causes and questions, names of components.
static NAMED: LazyLock<HashMap<&'static str, Place>> = LazyLock::new(|| {
    let components = COMPONENTS.iter().map(|component| (component.name, Place::Component(component.id)));
    let causes = CAUSES.iter().map(|cause| (cause.id, Place::Cause(cause.id)));
    let comparisons = COMPARISONS.iter().map(|comparison| (comparison.id, Place::Comparison(comparison.id)));
    components.chain(comparisons).chain(causes).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_its_page() {
        assert_eq!(Place::named("nginx"), Some(Place::Component("nginx")));
        assert_eq!(Place::named("404 Not Found"), Some(Place::Code(404)));
        assert_eq!(Place::named("upstream-down"), Some(Place::Cause("upstream-down")));
    }

    #[test]
    fn what_names_nothing_leads_nowhere() {
        for text in ["", "4", "404 pages", "404é", "ééé", "299", "nothing"] {
            assert_eq!(Place::named(text), None, "{text}");
        }
    }
}
