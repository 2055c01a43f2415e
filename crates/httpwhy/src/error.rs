//! What can go wrong: what, where, and what to do.

use std::fmt;
use std::io;

#[derive(Debug)]
pub enum Error {
    /// Nothing was given and nothing is piped.
    NothingGiven,
    /// Words that lead nowhere, and the three nearest.
    NothingFound { query: String, nearest: Vec<String> },
    /// An id that names no cause or component, and the three nearest.
    NoSuch { what: &'static str, id: String, nearest: Vec<String> },
    /// A path that leads nowhere.
    NoSuchFile { name: String },
    /// A path that leads to a directory.
    Directory { name: String },
    /// An input that holds no response.
    Unreadable { name: String, error: httpwhy_capture::Error },
    /// A URL that cannot be asked.
    BadUrl { url: String, help: &'static str },
    /// More than one server to ask, beside files.
    SeveralUrls,
    /// What sends requests could not be started.
    Runtime { error: io::Error },
    /// A command that is promised.
    NotBuilt { command: String },
    /// Inputs of more than one exchange: one is explained at a time.
    SeveralExchanges { count: usize },
    /// A number that no entry of the HAR file has.
    NoSuchEntry { entry: usize },
    /// A HAR file beside logs, and more than one entry of it failed.
    WhichEntry { failed: usize },
    /// Logs without the exchange that is looked for in them.
    LogsAlone { name: String },
    /// An option with a value that cannot be used.
    BadOption { option: &'static str, value: String, help: &'static str },
    /// The address is taken, or a file the server needs cannot be used.
    Serve { what: String, error: io::Error, help: &'static str },
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
                write!(f, "“{query}” is no code, name, cause or file")?;
                list(f, nearest)?;
                write!(f, "\nhelp: every code: httpwhy list; every cause: httpwhy cause")
            }
            Error::NoSuch { what, id, nearest } => {
                write!(f, "“{id}” is no {what}")?;
                list(f, nearest)?;
                write!(f, "\nhelp: every {what}: httpwhy {what}")
            }
            Error::NoSuchFile { name } => write!(
                f,
                "{name}: there is no such file\nhelp: words are looked up without dots and slashes: httpwhy \"not found\""
            ),
            Error::Directory { name } => {
                write!(f, "{name}: is a directory\nhelp: give a file with a response, as curl -si prints it")
            }
            Error::Unreadable { name, error } => write!(f, "{name}: {error}"),
            Error::BadUrl { url, help } => {
                write!(f, "{}: cannot be asked\nhelp: {help}", httpwhy_capture::redacted(url))
            }
            Error::SeveralUrls => {
                write!(f, "files belong to one URL\nhelp: run httpwhy once for each URL")
            }
            Error::Serve { what, error, help } => write!(f, "{what}: {error}\nhelp: {help}"),
            Error::Runtime { error } => write!(f, "requests cannot be sent: {error}"),
            Error::NotBuilt { command } => {
                write!(f, "httpwhy {command}: not built yet\nhelp: what there is: httpwhy --help")
            }
            Error::SeveralExchanges { count } => {
                write!(
                    f,
                    "the {count} inputs are of different exchanges: their statuses differ
help: run httpwhy once for each"
                )
            }
            Error::NoSuchEntry { entry } => {
                write!(
                    f,
                    "--entry: the HAR file has no entry {entry} that can be read\nhelp: entries are counted from 1"
                )
            }
            Error::WhichEntry { failed } => {
                write!(f, "{failed} entries of the HAR file failed; beside logs it must be one\nhelp: --entry 7")
            }
            Error::LogsAlone { name } => write!(
                f,
                "{name}: logs, but not the request to look for in them; reading logs on their own is not built yet
help: httpwhy --request 'GET /orders/17' access.log error.log, or give the response beside them"
            ),
            Error::BadOption { option, value, help } => write!(f, "{option}: “{value}” cannot be used\nhelp: {help}"),
            Error::Write { name, error } => write!(f, "{name}: cannot be written: {error}"),
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, nearest: &[String]) -> fmt::Result {
    write!(f, "\nnearest:")?;
    nearest.iter().try_for_each(|line| write!(f, "\n  {line}"))
}

impl std::error::Error for Error {}
