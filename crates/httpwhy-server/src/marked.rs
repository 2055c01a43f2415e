//! The field `HTTPWhy`, by which nobody takes a status that was asked for or provoked for a failure of this server.

use httpwhy_core::{Citation, Class, Code};

/// The name of the field.
pub const NAME: &str = "HTTPWhy";

/// `asked` or `provoked`, the code, and where it is defined. Structured (RFC 9651): an item with parameters.
pub fn told(how: &str, code: u16) -> String {
    format!("{how}; code={code}; source=\"{}\"", in_short(source(code)))
}

/// Where a code is defined; of one that nobody registered, its class.
pub fn source(code: u16) -> Citation {
    match Code::get(code).and_then(|code| code.sources.first()) {
        Some(source) => source,
        None => Class::of(code).facts().source,
    }
}

/// `RFC 9110, 15.5.13`
fn in_short(place: Citation) -> String {
    let title = place.source.title.split(':').next().unwrap_or_default();
    let title: String = title.chars().filter(|character| character.is_ascii_graphic() || *character == ' ').collect();
    let title = title.replace(['"', '\\'], "");
    match place.section {
        "" => title,
        section => format!("{title}, {section}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_names_the_section() {
        assert_eq!(told("asked", 405), "asked; code=405; source=\"RFC 9110, 15.5.6\"");
        assert_eq!(told("provoked", 429), "provoked; code=429; source=\"RFC 6585, 4\"");
        assert_eq!(told("asked", 299), "asked; code=299; source=\"RFC 9110, 15\"");
    }

    #[test]
    fn every_code_has_a_place_that_a_field_can_carry() {
        for code in 100..=999 {
            let value = told("asked", code);
            assert!(value.contains("=\"") && value.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{code} {value}");
            assert_eq!(value.matches('"').count(), 2, "{code} {value}");
        }
    }
}
