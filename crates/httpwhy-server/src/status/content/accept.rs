//! The form a client wants, by the weights in `Accept` (RFC 9110, 12.5.1).

use std::cmp::Reverse;

use super::Form;
use crate::represent::accept::{Wish, precision, wanted, wishes};
use crate::request::Request;

/// In this order where the client does not care; plain clients such as curl say `*/*`.
const OFFERS: [(Form, &str); 4] = [
    (Form::Text, "text/plain"),
    (Form::Json, "application/json"),
    (Form::Problem, "application/problem+json"),
    (Form::Html, "text/html"),
];

/// The form the client wants most; text for one that wants none of ours.
pub fn form(request: &Request) -> Form {
    match request.fields.get("accept") {
        None | Some("*/*") => Form::Text,
        Some(_) => negotiate(request),
    }
}

/// Whether `Accept` names a media type with this word.
pub fn names(request: &Request, word: &str) -> bool {
    request.fields.all("accept").any(|value| value.contains(word))
}

fn negotiate(request: &Request) -> Form {
    let wishes: Vec<Wish> = wishes(request.fields.all("accept")).collect();
    let wanted = OFFERS.iter().enumerate().filter_map(|(place, (form, media_type))| {
        Some((wanted(&wishes, |range| precision(range, media_type))?, Reverse(place), *form))
    });
    wanted.max_by_key(|(wanted, place, _)| (*wanted, *place)).map_or(Form::Text, |(_, _, form)| form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(accept: &str) -> Form {
        form(&Request::get("/status/404").with("Accept", accept))
    }

    #[test]
    fn a_client_that_takes_anything_gets_text() {
        assert_eq!(form(&Request::get("/status/404")), Form::Text);
        for accept in ["*/*", "*/*;q=0.5", "", "image/png", "nonsense", "text/html;q=0"] {
            assert_eq!(wanted(accept), Form::Text, "{accept}");
        }
    }

    #[test]
    fn a_browser_gets_a_page() {
        let chrome = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
        assert_eq!(wanted(chrome), Form::Html);
    }

    #[test]
    fn what_is_named_first_wins_among_equals() {
        assert_eq!(wanted("application/json, text/plain, */*"), Form::Json);
        assert_eq!(wanted("text/plain, application/json"), Form::Text);
        assert_eq!(wanted("application/*"), Form::Json);
    }

    #[test]
    fn quality_decides() {
        assert_eq!(wanted("text/html;q=0.3, application/problem+json"), Form::Problem);
        assert_eq!(wanted("text/*;q=0.2, application/json;q=0.1"), Form::Text);
        assert_eq!(wanted("text/plain;q=0, */*;q=0.1"), Form::Json);
    }
}
