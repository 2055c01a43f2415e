//! Prints: the answer to standard output, everything else to standard error.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use httpwhy_report::Report;
use httpwhy_report::render::{self, Look};

use crate::args::{Color, Format, Output};
use crate::error::Error;

/// Lines are wrapped to this when nothing says how wide the terminal is.
const WIDTH: usize = 80;

/// Prints a report in the format asked for.
pub fn report(report: &Report, output: &Output) -> Result<(), Error> {
    let text = match (output.json, output.format) {
        (true, _) | (_, Format::Json) => render::json(report),
        (_, Format::Markdown) => render::markdown(report),
        (_, Format::Html) => render::html(report),
        (_, Format::Text) if output.brief => {
            report.brief().into_iter().fold(String::new(), |all, line| all + &line + "\n")
        }
        (_, Format::Text) => render::text(report, look(output)),
    };
    print(&text)
}

/// Writes text as it is. A reader that stops early, such as `head`, is no failure.
pub fn print(text: &str) -> Result<(), Error> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::Write { name: "standard output".to_owned(), error })
        }
        _ => Ok(()),
    }
}

/// A remark on how something was read, unless told to be quiet.
pub fn remark(text: &str, output: &Output) {
    if !output.quiet {
        // Nobody can be told that telling failed.
        let _ = writeln!(io::stderr().lock(), "httpwhy: {}", visible(text));
    }
}

/// How text should look on this standard output.
fn look(output: &Output) -> Look {
    let is_terminal = io::stdout().is_terminal();
    let has_color = match output.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    };
    let width = output.width.map_or_else(|| columns(is_terminal), usize::from);
    Look {
        width,
        has_color,
        has_links: has_color && is_terminal && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
    }
}

/// The width of the terminal. Before a pager or a file it is that of the terminal one looks at, if it is narrow.
fn columns(is_terminal: bool) -> usize {
    let of =
        |found: Option<(terminal_size::Width, terminal_size::Height)>| found.map(|(width, _)| usize::from(width.0));
    match of(terminal_size::terminal_size_of(io::stdout())) {
        Some(width) if is_terminal => width,
        _ => of(terminal_size::terminal_size_of(io::stderr())).map_or(WIDTH, |width| width.min(WIDTH)),
    }
}

/// Help and version are answers; anything else clap says is bad usage.
pub fn usage(error: &clap::Error) -> ExitCode {
    // A closed pipe is no reason to fail.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// What the process ends with.
pub fn end(result: Result<(), Error>) -> ExitCode {
    let Err(error) = result else { return ExitCode::SUCCESS };
    // Nobody can be told that telling failed.
    let _ = writeln!(io::stderr().lock(), "httpwhy: {}", visible(&error.to_string()));
    ExitCode::from(2)
}

/// Arguments and names of files are quoted in errors; they cannot control the terminal.
fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() && letter != '\n' { '\u{FFFD}' } else { letter }).collect()
}
