//! One file a command; without a command the evidence is explained.

mod cause;
mod compare;
mod completions;
mod component;
mod explain;
mod export;
mod list;
mod man;
mod mcp;
mod serve;

use crate::args::{Args, Command};
use crate::error::Error;

pub fn run(args: &Args) -> Result<(), Error> {
    match &args.command {
        None => explain::run(args),
        Some(Command::List { class }) => list::run(class.as_deref(), &args.output),
        Some(Command::Compare { codes }) => compare::run(codes, &args.output),
        Some(Command::Cause { id }) => cause::run(id.as_deref(), &args.output),
        Some(Command::Component { id }) => component::run(id.as_deref(), &args.output),
        Some(Command::Serve(options)) => serve::run(options, &args.output),
        Some(Command::Mcp) => mcp::run(),
        Some(Command::Export { dir, base }) => export::run(dir, base.as_deref(), &args.output),
        Some(Command::Completions { shell }) => completions::run(*shell),
        Some(Command::Man { all }) => man::run(all.as_deref()),
    }
}
