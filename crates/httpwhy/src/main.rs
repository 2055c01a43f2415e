//! `httpwhy`: what an HTTP status code means, why it happened, what to do next.

mod answers;
mod args;
mod ask;
mod command;
mod error;
mod evidence;
mod input;
mod look_up;
mod output;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(answer) = answers::to(std::env::args_os().skip(1)) {
        return output::end(output::print(answer));
    }
    let args = match args::parse() {
        Ok(args) => args,
        Err(help_or_error) => return output::usage(&help_or_error),
    };
    output::end(command::run(&args))
}
