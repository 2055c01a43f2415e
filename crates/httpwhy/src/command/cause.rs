//! Explains one cause, or lists all.

use httpwhy_core::search::{Answer, Target, ask, nearest_causes};
use httpwhy_core::{CAUSES, Cause};
use httpwhy_report::Report;

use crate::args::Output;
use crate::error::Error;
use crate::output;

pub fn run(id: Option<&str>, output: &Output) -> Result<(), Error> {
    let report = match id {
        None => Report::several(&CAUSES.iter().map(Target::Cause).collect::<Vec<_>>()),
        Some(id) => Report::cause(find(id, output)?),
    };
    output::report(&report, output)
}

/// By id, or by words that lead to this cause alone.
fn find(id: &str, output: &Output) -> Result<Cause, Error> {
    if let Some(cause) = Cause::get(id) {
        return Ok(cause);
    }
    if let Answer::One(Target::Cause(cause)) = ask(id) {
        output::remark(&format!("“{id}” is read as {}", cause.id), output);
        return Ok(cause);
    }
    let nearest = nearest_causes(id).into_iter().map(|cause| format!("{}: {}", cause.id, cause.title)).collect();
    Err(Error::NoSuch { what: "cause", id: id.to_owned(), nearest })
}
