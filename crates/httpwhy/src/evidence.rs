//! Sorts the arguments: codes and words to look up, files and standard input to read.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};
use std::path::Path;

use crate::args::names_a_server;
use crate::error::Error;

/// One thing to explain.
#[derive(Debug, PartialEq)]
pub enum Evidence {
    /// A file or, as `-`, standard input.
    Input(OsString),
    /// A server to ask.
    Url(String),
    /// A server to ask as curl was told to.
    Curl(String),
    /// A code or words.
    Query(String),
}

/// Commands that are promised and not built yet; they are not looked up as words.
const NOT_BUILT: [&str; 3] = ["check", "choose", "logs"];

/// Words between codes that ask which of them: `401 or 403`.
const OR: [&str; 5] = ["or", "vs", "vs.", "versus", "and"];

pub fn sort(arguments: &[OsString]) -> Result<Vec<Evidence>, Error> {
    let [first, ..] = arguments else {
        return if io::stdin().is_terminal() {
            Err(Error::NothingGiven)
        } else {
            Ok(vec![Evidence::Input("-".into())])
        };
    };
    if NOT_BUILT.iter().any(|command| first == command) && !Path::new(first).exists() {
        return Err(Error::NotBuilt { command: first.to_string_lossy().into_owned() });
    }
    let sorted: Vec<Evidence> = arguments.iter().map(one).collect::<Result<_, _>>()?;
    Ok(joined(sorted))
}

fn one(argument: &OsString) -> Result<Evidence, Error> {
    let text = argument.to_string_lossy().into_owned();
    if text.starts_with("http://") || text.starts_with("https://") {
        return Ok(Evidence::Url(text));
    }
    if text.starts_with("curl ") && text.split_whitespace().any(|word| names_a_server(OsStr::new(word))) {
        return Ok(Evidence::Curl(text));
    }
    // A code wins over a file of the same name; `./403` is the file.
    if is_code(&text) {
        return Ok(Evidence::Query(text));
    }
    let path = Path::new(argument);
    if text == "-" || (path.exists() && !path.is_dir()) {
        return Ok(Evidence::Input(argument.clone()));
    }
    if path.is_dir() {
        return Err(Error::Directory { name: text });
    }
    if looks_like_a_path(argument) {
        return Err(Error::NoSuchFile { name: text });
    }
    Ok(Evidence::Query(text))
}

/// A code, a sub-code or a pattern.
fn is_code(text: &str) -> bool {
    let number = text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let pattern = text.len() == 3 && text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(['x', 'X']);
    number || pattern
}

fn looks_like_a_path(argument: &OsStr) -> bool {
    let text = argument.to_string_lossy();
    let is_place = ["/", "./", "../", "~"].iter().any(|start| text.starts_with(start)) && !text.contains(' ');
    let extensions = ["txt", "log", "har", "http", "json", "out", "gz"];
    is_place || Path::new(argument).extension().is_some_and(|found| extensions.iter().any(|known| found == *known))
}

/// Words that follow each other are one query; so is one code among words, and codes with `or` between them.
fn joined(sorted: Vec<Evidence>) -> Vec<Evidence> {
    let codes = sorted.iter().filter(|one| matches!(one, Evidence::Query(text) if is_code(text))).count();
    let asks_which = codes > 1
        && sorted.iter().any(|one| matches!(one, Evidence::Query(text) if OR.contains(&text.to_lowercase().as_str())));
    let stands_alone = |text: &str| is_code(text) && codes > 1 && !asks_which;
    let mut out: Vec<Evidence> = Vec::new();
    let mut is_open = false;
    for one in sorted {
        match (one, out.last_mut()) {
            (Evidence::Query(text), Some(Evidence::Query(open))) if is_open && !stands_alone(&text) => {
                open.push(' ');
                open.push_str(&text);
            }
            (one, _) => {
                is_open = matches!(&one, Evidence::Query(text) if !stands_alone(text));
                out.push(one);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(line: &str) -> Vec<String> {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let queries = sort(&arguments).unwrap().into_iter();
        queries.map(|one| if let Evidence::Query(text) = one { text } else { panic!() }).collect()
    }

    #[test]
    fn words_are_one_query_and_codes_stand_for_themselves() {
        assert_eq!(sorted("to many requests"), ["to many requests"]);
        assert_eq!(sorted("502 504"), ["502", "504"]);
        assert_eq!(sorted("404 not found"), ["404 not found"]);
        assert_eq!(sorted("401 or 403"), ["401 or 403"]);
        assert_eq!(sorted("4xx 404.13 teapot"), ["4xx", "404.13", "teapot"]);
        assert_eq!(sorted("what does curl 28 mean"), ["what does curl 28 mean"]);
    }

    #[test]
    fn what_is_not_a_query_is_an_error() {
        assert!(matches!(sort(&["check".into()]), Err(Error::NotBuilt { .. })));
        assert!(matches!(sort(&["nosuch/response.txt".into()]), Err(Error::NoSuchFile { .. })));
        assert!(matches!(sort(&["/".into()]), Err(Error::Directory { .. })));
    }
}
