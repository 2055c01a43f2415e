//! Prints the completions of a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Args;
use crate::error::Error;
use crate::output;

pub fn run(shell: Shell) -> Result<(), Error> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "httpwhy", &mut text);
    output::print(&String::from_utf8_lossy(&text))
}
