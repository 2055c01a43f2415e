//! What can go wrong: what, where, and what to do.

use std::fmt;
use std::io;

#[derive(Debug)]
pub enum Error {
    /// Nothing was given and nothing is piped.
    NothingGiven,
    /// Words that lead nowhere, and the three nearest.
    NothingFound { query: String, nearest: Vec<String> },
    /// An input that holds no response.
    Unreadable { name: String, error: httpwhy_capture::Error },
    /// A URL: asking servers is not built yet.
    Url { url: String },
    /// More than one response: one exchange is explained at a time.
    SeveralInputs { names: Vec<String> },
    /// An option with a value that cannot be used.
    BadOption { option: &'static str, value: String, help: &'static str },
    /// A file that cannot be written.
    Write { name: String, error: io::Error },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NothingGiven => {
                write!(
                    f,
                    "nothing to explain\nhelp: httpwhy 403, or curl -si https://example.com/ | httpwhy; all options: httpwhy --help"
                )
            }
            Error::NothingFound { query, nearest } => {
                write!(f, "“{query}” is no code, name, cause or file\nnearest:")?;
                nearest.iter().try_for_each(|line| write!(f, "\n  {line}"))?;
                write!(f, "\nhelp: every code: httpwhy list; every cause: httpwhy cause")
            }
            Error::Unreadable { name, error } => write!(f, "{name}: {error}"),
            Error::Url { url } => {
                write!(f, "{url}: asking a server is not built yet\nhelp: curl -si '{url}' | httpwhy")
            }
            Error::SeveralInputs { names } => {
                write!(
                    f,
                    "one response at a time, and here are {}: {}\nhelp: run httpwhy once for each",
                    names.len(),
                    names.join(", ")
                )
            }
            Error::BadOption { option, value, help } => write!(f, "{option}: “{value}” cannot be used\nhelp: {help}"),
            Error::Write { name, error } => write!(f, "{name}: cannot be written: {error}"),
        }
    }
}

impl std::error::Error for Error {}
