//! What can be wrong with an input: what, where, and what to do.

use std::fmt;
use std::io;

/// Why an input could not be read.
#[derive(Debug)]
pub enum Error {
    /// Nothing came.
    Empty,
    /// A line no HTTP message has.
    LineTooLong {
        /// The line, from 1.
        line: usize,
        /// The limit, in bytes.
        limit: usize,
    },
    /// No response in it.
    NoResponse {
        /// What it looks like instead.
        looks_like: &'static str,
    },
    /// A HAR file without a single entry that can be read.
    Har {
        /// What is wrong, and where.
        problem: String,
    },
    /// Reading failed.
    Io(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const HELP: &str = "\nhelp: pipe a whole response, status line first: curl -si https://example.com/ | httpwhy";
        match self {
            Error::Empty => write!(
                f,
                "the input is empty\nhelp: if curl printed nothing, it got no response; let it say why: curl -sSi https://example.com/ 2>&1 | httpwhy"
            ),
            Error::LineTooLong { line, limit } => {
                write!(f, "line {line} is longer than {} KiB, which no HTTP message head is{HELP}", limit / 1024)
            }
            Error::NoResponse { looks_like } => write!(f, "no HTTP response in it: it looks like {looks_like}{HELP}"),
            Error::Har { problem } => {
                write!(f, "har: {problem}\nhelp: export it again with “Save all as HAR with content”")
            }
            Error::Io(error) => write!(f, "cannot be read: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io(error) => Some(error),
            Error::Empty | Error::LineTooLong { .. } | Error::NoResponse { .. } | Error::Har { .. } => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error::Io(error)
    }
}
