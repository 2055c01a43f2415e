//! `httpwhy`: what an HTTP status code means, why it happened, what to do next.

mod args;
mod command;
mod error;
mod evidence;
mod output;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match args::parse() {
        Ok(args) => args,
        Err(help_or_error) => return output::usage(&help_or_error),
    };
    match command::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output::failure(&error),
    }
}
