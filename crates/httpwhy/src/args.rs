//! The arguments: one definition feeds the parser, the help, the man pages and the completions.

use std::ffi::{OsStr, OsString};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::{SignedDuration, Timestamp};

/// What an HTTP status code means, why it happened, what to do next.
#[derive(Debug, Parser)]
#[command(name = "httpwhy", version, max_term_width = 100, after_help = EXAMPLES, subcommand_precedence_over_arg = false)]
pub struct Args {
    /// A code (403, 404.13, 1015, 000, 4xx), words (forbidden, "rate limit"), a URL, a command line of curl, a file
    /// with a response or a log, or - for standard input
    #[arg(value_name = "EVIDENCE")]
    pub evidence: Vec<OsString>,

    /// The request a response belongs to
    #[arg(long, value_name = "METHOD URL")]
    pub request: Option<String>,

    /// A field of the request, stated or sent; repeatable
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE")]
    pub fields: Vec<String>,

    #[command(flatten)]
    pub ask: Ask,

    /// When the request was sent (RFC 3339, 2026-11-25T14:03:00Z), to find it in logs
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,

    /// Of a HAR file only this entry, from 1
    #[arg(long, value_name = "N")]
    pub entry: Option<usize>,

    /// How long the answer took (60s, 1.5s, 300ms)
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub took: Option<Duration>,

    #[command(flatten)]
    pub output: Output,

    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How a server is asked.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = "Asking a server")]
pub struct Ask {
    /// The method of the first request [default: GET, POST with --data]
    #[arg(short = 'X', long, value_name = "METHOD")]
    pub method: Option<String>,

    /// The content of the first request; it is never sent twice
    #[arg(short, long, value_name = "DATA")]
    pub data: Option<String>,

    /// Ask only what was asked for; no experiments
    #[arg(long)]
    pub no_probe: bool,

    /// How many requests experiments may send, 0 to 25
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = most_requests)]
    pub max_requests: usize,

    /// Make experiments without asking
    #[arg(short, long)]
    pub yes: bool,

    /// How long an answer may take [default: 130s]
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub max_time: Option<Duration>,

    /// Go on with a certificate that is not valid
    #[arg(short = 'k', long)]
    pub insecure: bool,

    /// Use HTTP/1.1
    #[arg(long = "http1.1")]
    pub http1: bool,

    /// Use IPv4 only
    #[arg(short = '4', long, conflicts_with = "ipv6")]
    pub ipv4: bool,

    /// Use IPv6 only
    #[arg(short = '6', long)]
    pub ipv6: bool,

    /// The address of a host; repeatable
    #[arg(long, value_name = "HOST:PORT:ADDRESS")]
    pub resolve: Vec<String>,

    /// Connect to another server for the same URL
    #[arg(long, value_name = "HOST:PORT")]
    pub connect_to: Option<String>,

    /// More certificate authorities (PEM)
    #[arg(long, value_name = "FILE")]
    pub cacert: Option<PathBuf>,

    /// A client certificate (PEM)
    #[arg(long, value_name = "FILE")]
    pub cert: Option<PathBuf>,

    /// Its key (PEM) [default: in the same file]
    #[arg(long, value_name = "FILE", requires = "cert")]
    pub key: Option<PathBuf>,
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
    /// Explain one component: how to know it, what its answers and log lines tell
    Component {
        /// Its id or name, such as nginx; all components if none is given
        id: Option<String>,
    },
    /// Serve the web site, the JSON API, and test endpoints that answer with any status
    Serve(Box<Serve>),
    /// Speak the Model Context Protocol on standard input and output, for assistants
    Mcp,
    /// Write the whole site as static files for any web host
    Export {
        /// The directory; it is made if it is not there
        dir: PathBuf,
        #[arg(long, value_name = "URL", help = "Where the site will be, https://why.example, for links that leave it")]
        base: Option<String>,
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

/// How the server is started.
#[derive(Debug, Clone, ClapArgs)]
pub struct Serve {
    /// The address and port to listen on; 0.0.0.0:8418 for everybody
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8418")]
    pub listen: SocketAddr,

    /// The certificate chain (PEM): HTTPS and HTTP/2 on the same port
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,

    /// Its key (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,

    #[arg(
        long,
        value_name = "URL",
        help = "Where the site is known to be, https://why.example, for links that leave it"
    )]
    pub public_url: Option<String>,

    /// A line a request in the combined format; - is standard output
    #[arg(long, value_name = "FILE")]
    pub access_log: Option<PathBuf>,

    /// Requests a second for each client [default: no limit]
    #[arg(long, value_name = "N")]
    pub rate: Option<u32>,

    /// Connections at a time
    #[arg(long, value_name = "N", default_value_t = 16_384)]
    pub most_connections: usize,

    /// The longest pause a test endpoint makes
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = duration)]
    pub most_wait: Duration,

    /// Let visitors of /why have a public URL asked from this machine
    #[arg(long)]
    pub allow_probe: bool,

    /// A port that may be asked then, beside 80 and 443; repeatable
    #[arg(long, value_name = "PORT", requires = "allow_probe")]
    pub probe_port: Vec<u16>,

    /// A host that is never asked, with all below it; repeatable
    #[arg(long, value_name = "HOST", requires = "allow_probe")]
    pub probe_never: Vec<String>,

    #[command(flatten)]
    pub upstream: Upstream,
}

/// The server that is a gateway instead.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = "As a gateway that adds faults")]
pub struct Upstream {
    /// Pass everything on to this server
    #[arg(long = "upstream", value_name = "URL")]
    pub url: Option<httpwhy_server::Upstream>,

    /// A fault: status=503, delay=300ms, delay=100ms-2s or reset, each perhaps with rate=10%, path=/api/*, method=POST,
    /// seed=N; repeatable
    #[arg(long = "fault", value_name = "RULE", requires = "url")]
    pub faults: Vec<httpwhy_server::Rule>,

    /// Tell the upstream the Host the client asked for
    #[arg(long, requires = "url")]
    pub keep_host: bool,

    /// How long a connection to the upstream may take
    #[arg(long, value_name = "DURATION", default_value = "5s", value_parser = duration, requires = "url")]
    pub connect_time: Duration,

    /// How long the first byte of its response may take
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = duration, requires = "url")]
    pub first_byte_time: Duration,
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
  httpwhy page.har                              every entry that failed; --entry 7 for one
  httpwhy https://example.com/x                 ask the server, then say why
  httpwhy curl -X POST https://example.com/x    a command line of curl, as it was pasted
  httpwhy compare 401 403                       which of the two
  httpwhy cause upstream-down                   one cause: confirm it, fix it
  httpwhy component nginx                       one server, proxy, CDN, framework: how to know it
  httpwhy serve                                 all of it as a web site, and test endpoints: /status/503

Exit status: 0 answered, 2 bad usage or nothing found or nothing readable.";

/// A word with a dot, a scheme or the name of this machine: `curl 28` asks what that number means.
pub fn names_a_server(word: &OsStr) -> bool {
    let word = word.to_string_lossy();
    word.contains("://") || word.contains('.') || word.contains("localhost")
}

/// `60s`, `1.5s`, `300ms`, `2m`; a bare number is seconds.
fn duration(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let friendly = || text.parse::<SignedDuration>().ok().and_then(|duration| Duration::try_from(duration).ok());
    seconds.or_else(friendly).ok_or_else(|| "write it as 60s, 1.5s or 300ms".to_owned())
}

/// More than this is no question any more.
fn most_requests(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|most| *most <= 25).ok_or_else(|| "0 to 25".to_owned())
}

/// The arguments of this process. What stands behind a leading `curl` is one piece of evidence, with the options of curl.
pub fn parse() -> Result<Args, clap::Error> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    let options = arguments.iter().skip(1).take_while(|argument| argument.to_string_lossy().starts_with('-')).count();
    let at = options + 1;
    if arguments.get(at).is_some_and(|word| word == "curl") && arguments[at..].iter().any(|word| names_a_server(word)) {
        let words: Vec<String> = arguments.drain(at..).map(|word| word.to_string_lossy().into_owned()).collect();
        let line = shlex::try_join(words.iter().map(String::as_str)).unwrap_or_else(|_| words.join(" "));
        arguments.push("--".into());
        arguments.push(line.into());
    }
    Args::try_parse_from(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
