//! The arguments: one definition feeds the parser, the help, the man pages and the completions.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::{SignedDuration, Timestamp};

/// What an HTTP status code means, why it happened, what to do next.
#[derive(Debug, Parser)]
#[command(name = "httpwhy", version, max_term_width = 100, after_help = EXAMPLES, subcommand_precedence_over_arg = false)]
pub struct Args {
    /// A code (403, 404.13, 1015, 000, 4xx), words (forbidden, "rate limit"), a file with a response, or - for
    /// standard input
    #[arg(value_name = "EVIDENCE")]
    pub evidence: Vec<OsString>,

    /// The request a response belongs to
    #[arg(long, value_name = "METHOD URL")]
    pub request: Option<String>,

    /// A field of that request; repeatable
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE", requires = "request")]
    pub fields: Vec<String>,

    /// When the request was sent (RFC 3339, 2026-11-25T14:03:00Z), to find it in logs
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,

    /// How long the answer took (60s, 1.5s, 300ms)
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub took: Option<Duration>,

    #[command(flatten)]
    pub output: Output,

    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How the answer is printed.
#[derive(Debug, Clone, ClapArgs)]
pub struct Output {
    /// Print one JSON document
    #[arg(long, global = true)]
    pub json: bool,

    /// Print in this format
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text", conflicts_with = "json")]
    pub format: Format,

    /// Print one line a match
    #[arg(long, global = true)]
    pub brief: bool,

    /// Colour and hyperlinks
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,

    /// Columns to wrap text to, 40 to 120 [default: those of the terminal, 80 otherwise]
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=120))]
    pub width: Option<u16>,

    /// Say nothing beside the answer
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Markdown,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List codes, all or of one class
    List {
        /// 4xx, 50x, client-error, vendor, … [default: every code]
        class: Option<String>,
    },
    /// Say which of several codes is right when
    Compare {
        /// Two or more codes, or the name of a question; all questions if none is given
        codes: Vec<String>,
    },
    /// Explain one cause
    Cause {
        /// Its id, such as upstream-down; all causes if none is given
        id: Option<String>,
    },
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the man page, or write all of them
    Man {
        /// Write httpwhy.1, one page a command and one a code (http-403.7) into this directory
        #[arg(long, value_name = "DIR")]
        all: Option<PathBuf>,
    },
}

const EXAMPLES: &str = "\
Examples:
  httpwhy 403                                   what it means, why it happens, what to do
  httpwhy 502 504                               several at once
  httpwhy forbiden                              a name, a piece of one, a typo
  httpwhy HttpStatus.NOT_FOUND                  a constant of a language or framework
  httpwhy 404.13                                a sub-code (IIS), 1015 (Cloudflare), 000 (no response)
  curl -si https://example.com/x | httpwhy      read a response
  httpwhy response.txt access.log error.log     the same, with what the logs say of it
  httpwhy compare 401 403                       which of the two
  httpwhy cause upstream-down                   one cause: confirm it, fix it

Exit status: 0 answered, 2 bad usage or nothing found or nothing readable.";

/// `60s`, `1.5s`, `300ms`, `2m`; a bare number is seconds.
fn duration(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let friendly = || text.parse::<SignedDuration>().ok().and_then(|duration| Duration::try_from(duration).ok());
    seconds.or_else(friendly).ok_or_else(|| "write it as 60s, 1.5s or 300ms".to_owned())
}

/// The arguments of this process.
pub fn parse() -> Result<Args, clap::Error> {
    Args::try_parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
