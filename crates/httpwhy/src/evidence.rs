//! Sorts the arguments: codes, words, files, standard input.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;

use httpwhy_capture::Capture;
use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_core::{Fields, Request};
use httpwhy_report::Report;

use crate::args::Args;
use crate::error::Error;

/// One thing to explain.
pub enum Evidence {
    /// A file or standard input, by its name.
    Input(String),
    /// A code or words.
    Query(String),
}

/// Sorts the arguments. Words that follow each other are one query, a number stands for itself.
pub fn sort(arguments: &[String]) -> Result<Vec<Evidence>, Error> {
    if arguments.is_empty() {
        return if io::stdin().is_terminal() {
            Err(Error::NothingGiven)
        } else {
            Ok(vec![Evidence::Input("-".to_owned())])
        };
    }
    let mut sorted = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for argument in arguments {
        if argument.starts_with("http://") || argument.starts_with("https://") {
            return Err(Error::Url { url: argument.clone() });
        }
        if argument == "-" || is_file(argument) || stands_alone(argument) {
            close(&mut words, &mut sorted);
            sorted.push(if argument == "-" || is_file(argument) {
                Evidence::Input(argument.clone())
            } else {
                Evidence::Query(argument.clone())
            });
        } else {
            words.push(argument);
        }
    }
    close(&mut words, &mut sorted);
    Ok(sorted)
}

fn close(words: &mut Vec<&str>, sorted: &mut Vec<Evidence>) {
    if !words.is_empty() {
        sorted.push(Evidence::Query(std::mem::take(words).join(" ")));
    }
}

/// A code wins over a file of the same name; `./403` is the file.
fn is_file(argument: &str) -> bool {
    !stands_alone(argument) && Path::new(argument).is_file()
}

/// A code, a sub-code or a pattern, which is a query of its own.
fn stands_alone(argument: &str) -> bool {
    let (digits, dots) = (argument.bytes().filter(u8::is_ascii_digit).count(), argument.matches('.').count());
    let is_number = argument.starts_with(|c: char| c.is_ascii_digit()) && digits + dots == argument.len();
    let is_pattern =
        argument.len() == 3 && argument.starts_with(|c: char| c.is_ascii_digit()) && argument.ends_with(['x', 'X']);
    is_number || is_pattern || argument.contains(' ')
}

/// What a query leads to, and how it was read if that is not plain.
pub fn find(query: &str) -> Result<(Report, Option<String>), Error> {
    if query.trim().is_empty() {
        return Err(Error::NothingGiven);
    }
    match ask(query) {
        Answer::One(target) => Ok((Report::target(target), read_as(query, target))),
        Answer::Several(targets) => Ok((Report::several(&targets), None)),
        Answer::Nothing { nearest } => {
            let nearest = nearest.into_iter().flat_map(|target| Report::several(&[target]).brief()).collect();
            Err(Error::NothingFound { query: query.to_owned(), nearest })
        }
    }
}

fn read_as(query: &str, target: Target) -> Option<String> {
    let name = match target {
        Target::Code(code) => format!("{:03} {}", code.number, code.name),
        Target::Cause(cause) => cause.id.to_owned(),
        Target::Comparison(comparison) => comparison.question.to_owned(),
        Target::Subcode(subcode) => format!("{} {}", subcode.code, subcode.name),
        Target::Number(_) => return None,
    };
    (!name.to_lowercase().contains(&query.to_lowercase())).then(|| format!("“{query}” is read as {name}"))
}

/// Reads a file or standard input, and adds what the options say of the request.
pub fn read(name: &str, args: &Args) -> Result<Capture, Error> {
    let unreadable = |error: httpwhy_capture::Error| Error::Unreadable {
        name: if name == "-" { "standard input" } else { name }.to_owned(),
        error,
    };
    let capture = match name {
        "-" => httpwhy_capture::read(io::stdin().lock()),
        path => File::open(path).map_err(Into::into).and_then(httpwhy_capture::read),
    };
    let mut capture = capture.map_err(unreadable)?;
    if let Some(request) = request(args)? {
        capture.set_request(request);
    }
    Ok(capture)
}

fn request(args: &Args) -> Result<Option<Request>, Error> {
    let Some(text) = &args.request else { return Ok(None) };
    let bad = |value: &str, option, help| Error::BadOption { option, value: value.to_owned(), help };
    let (method, url) =
        text.trim().split_once(' ').ok_or_else(|| bad(text, "--request", "write it as 'GET https://example.com/x'"))?;
    let mut fields = Fields::default();
    for line in &args.fields {
        let (name, value) = line.split_once(':').ok_or_else(|| bad(line, "-H", "write it as 'Name: value'"))?;
        fields.add(name.trim(), value.trim());
    }
    let fields = (!args.fields.is_empty()).then_some(fields);
    Ok(Some(Request { method: method.to_owned(), target: url.trim().to_owned(), fields }))
}
