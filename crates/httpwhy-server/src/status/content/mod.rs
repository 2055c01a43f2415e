//! What the content of an answer says: the code, in the form the client wants. Each is made once and then shared.

mod accept;
mod dav;
mod written;

use std::sync::OnceLock;

use bytes::Bytes;

use crate::request::Request;

/// The forms, each with a number of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Two or three lines.
    Text,
    /// An object.
    Json,
    /// Problem details (RFC 9457).
    Problem,
    /// A small page.
    Html,
    /// What WebDAV prescribes for 207 and 423 (RFC 4918).
    Dav,
}

const FORMS: usize = 5;

impl Form {
    /// The form this client gets for this code.
    pub fn of(request: &Request, code: u16) -> Form {
        match code {
            // RFC 4918, section 13: the content of a 207 is a multistatus element.
            207 => Form::Dav,
            423 if accept::names(request, "xml") && !accept::names(request, "html") => Form::Dav,
            _ => accept::form(request).fitting(code),
        }
    }

    /// The form of this media type, or of its short name.
    pub fn named(name: &str, code: u16) -> Option<Form> {
        let form = match name.split(';').next().unwrap_or_default().trim() {
            "text" | "text/plain" => Form::Text,
            "json" | "application/json" => Form::Json,
            "problem" | "application/problem+json" => Form::Problem,
            "html" | "text/html" => Form::Html,
            _ => return None,
        };
        Some(form.fitting(code))
    }

    /// The value of Content-Type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Text => "text/plain; charset=utf-8",
            Form::Json => "application/json",
            Form::Problem => "application/problem+json",
            Form::Html => "text/html; charset=utf-8",
            Form::Dav => "application/xml; charset=utf-8",
        }
    }

    /// The entity tag of the representation in this form. What is sent for a code changes only with the program.
    pub fn entity_tag(self) -> &'static str {
        match self {
            Form::Text => "\"text-1\"",
            Form::Json => "\"json-1\"",
            Form::Problem => "\"problem-1\"",
            Form::Html => "\"html-1\"",
            Form::Dav => "\"dav-1\"",
        }
    }

    /// What is no problem has no problem details.
    fn fitting(self, code: u16) -> Form {
        if self == Form::Problem && code < 400 { Form::Json } else { self }
    }
}

/// What is said of a code.
pub fn of(code: u16, form: Form) -> Bytes {
    static MADE: [[OnceLock<Bytes>; FORMS]; 1000] = [const { [const { OnceLock::new() }; FORMS] }; 1000];
    let made = MADE.get(usize::from(code)).and_then(|forms| forms.get(form as usize));
    made.map_or_else(Bytes::new, |made| made.get_or_init(|| write(code, form).into()).clone())
}

fn write(code: u16, form: Form) -> String {
    let said = written::Said::of(code);
    match form {
        Form::Text => said.text(),
        Form::Json => said.json(),
        Form::Problem => said.problem(),
        Form::Html => said.html(),
        Form::Dav => dav::content(code),
    }
}
