//! Splits a knowledge file into its TOML header and its Markdown body, keeping line numbers.

use serde::de::DeserializeOwned;

use super::Problem;

/// The typed header, the body, and the line on which the body begins.
pub struct Split<T> {
    pub head: T,
    pub body: String,
    pub body_line: usize,
}

pub fn split<T: DeserializeOwned>(file: &str, text: &str) -> Result<Split<T>, Problem> {
    let fence = |n: usize| text.lines().enumerate().filter(|(_, line)| *line == "+++").nth(n).map(|(at, _)| at);
    let (Some(0), Some(end)) = (fence(0), fence(1)) else {
        return Err(problem(file, 1, "the header must stand between two lines `+++`, the first on line 1"));
    };
    // A blank line in place of the first fence keeps the line numbers of TOML errors true.
    let header = text.lines().take(end).skip(1).fold(String::from("\n"), |all, line| all + line + "\n");
    let body = text.lines().skip(end + 1).fold(String::new(), |all, line| all + line + "\n");
    Ok(Split { head: parse(file, &header)?, body, body_line: end + 2 })
}

pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        problem(file, line, error.message())
    })
}

pub fn problem(file: &str, line: usize, what: impl Into<String>) -> Problem {
    Problem { file: file.to_owned(), line, what: what.into() }
}
