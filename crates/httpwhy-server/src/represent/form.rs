//! The form of an answer: a page, text or JSON, by `Accept` (RFC 9110, 12.5.1).

use std::cmp::Reverse;

use super::accept::{Wish, precision, wanted, wishes};
use crate::request::Request;

/// The forms every report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Html,
    /// As the terminal shows it.
    Text,
    /// By the schema.
    Json,
}

/// Where a client takes anything, text comes first: it is no browser, and a person reads it.
const FORMS: [Form; 3] = [Form::Text, Form::Json, Form::Html];

/// The form this client wants. Of forms it wants as much, the one it names more precisely, then the one it names first.
/// A client that wants none of them gets text, which says more than 406 would.
pub fn form(request: &Request) -> Form {
    let wishes: Vec<Wish> = wishes(request.fields.all("accept")).collect();
    let wanted = |form: &Form| wanted(&wishes, |range| named(*form, range));
    let best = FORMS.iter().enumerate().filter_map(|(place, form)| Some((wanted(form)?, Reverse(place), *form)));
    best.max_by_key(|(wanted, place, _)| (*wanted, *place)).map_or(Form::Text, |(_, _, form)| form)
}

/// How precisely a range names a form, if it does.
fn named(form: Form, range: &str) -> Option<u8> {
    match form {
        Form::Html => precision(range, "text/html"),
        Form::Text => precision(range, "text/plain"),
        // A client that takes any kind of JSON takes ours.
        Form::Json if range.len() > 5 && range.to_ascii_lowercase().ends_with("+json") => Some(2),
        Form::Json => precision(range, "application/json"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(accept: &str) -> Form {
        form(&Request::get("/403").with("Accept", accept))
    }

    #[test]
    fn browsers_get_pages() {
        for browser in [
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "text/html, */*",
            "text/html",
            "*/*;q=0.8, TEXT/HTML",
        ] {
            assert_eq!(of(browser), Form::Html, "{browser}");
        }
    }

    #[test]
    fn programs_get_json() {
        for program in [
            "application/json",
            "application/json, text/plain, */*",
            "application/problem+json",
            "application/*",
            "text/html;q=0.5, application/json",
            "*/*, application/vnd.api+json",
        ] {
            assert_eq!(of(program), Form::Json, "{program}");
        }
    }

    #[test]
    fn everybody_else_gets_text() {
        assert_eq!(form(&Request::get("/403")), Form::Text);
        for other in ["*/*", "text/plain", "text/*", "", "image/png", "*/*;q=0.1, application/json;q=0.05"] {
            assert_eq!(of(other), Form::Text, "{other}");
        }
    }

    #[test]
    fn the_more_precise_range_decides_and_zero_excludes() {
        assert_eq!(of("text/*, text/plain;q=0"), Form::Html);
        assert_eq!(of("*/*, text/*;q=0"), Form::Json);
        assert_eq!(of("text/html;q=0.2, text/*;q=0.9"), Form::Text);
    }
}
