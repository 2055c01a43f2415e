//! The field `HTTPWhy`, by which nobody takes a status that was asked for for a failure of this server.

use std::sync::OnceLock;

use httpwhy_core::{Citation, Class, Code};

/// The name of the field.
pub const NAME: &str = "HTTPWhy";

/// What the field says of a code that was asked for: where the code is defined. Structured (RFC 9651): an item with
/// parameters.
pub fn asked(code: u16) -> &'static str {
    static MADE: [OnceLock<&'static str>; 1000] = [const { OnceLock::new() }; 1000];
    match MADE.get(usize::from(code)) {
        // Leaked on purpose: at most one a code, and a plan takes it without a copy.
        Some(made) => made.get_or_init(|| format!("asked; {}", place(source(code))).leak()),
        None => "asked",
    }
}

/// Where a code is defined; of one that nobody registered, its class.
pub fn source(code: u16) -> Citation {
    match Code::get(code).and_then(|code| code.sources.first()) {
        Some(source) => source,
        None => Class::of(code).facts().source,
    }
}

fn place(citation: Citation) -> String {
    let section = citation.section;
    match citation.source.id.strip_prefix("rfc") {
        Some(number) if section.is_empty() => format!("rfc=\"{number}\""),
        Some(number) => format!("rfc=\"{number}#{section}\""),
        None => format!("source=\"{}\"", citation.source.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_names_the_section() {
        assert_eq!(asked(405), "asked; rfc=\"9110#15.5.6\"");
        assert_eq!(asked(429), "asked; rfc=\"6585#4\"");
        assert_eq!(asked(299), "asked; rfc=\"9110#15\"");
    }

    #[test]
    fn every_code_has_a_place_that_a_field_can_carry() {
        for code in 100..=999 {
            let value = asked(code);
            assert!(value.contains("=\"") && value.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{code} {value}");
        }
    }
}
