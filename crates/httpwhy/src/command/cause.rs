//! Explains one cause, or lists all.

use httpwhy_core::search::{Answer, Target, ask};
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
    output::reports(&[report], output)
}

/// By id, or by words if they lead to a cause.
fn find(id: &str, output: &Output) -> Result<Cause, Error> {
    if let Some(cause) = Cause::get(id) {
        return Ok(cause);
    }
    let found = match ask(&id.replace('-', " ")) {
        Answer::One(target) => vec![target],
        Answer::Several(targets) => targets,
        Answer::Nothing { .. } => Vec::new(),
    };
    let mut causes =
        found.into_iter().filter_map(|target| if let Target::Cause(cause) = target { Some(cause) } else { None });
    match causes.next() {
        Some(cause) => {
            output::remark(&format!("“{id}” is read as {}", cause.id), output);
            Ok(cause)
        }
        None => Err(Error::BadOption { option: "cause", value: id.to_owned(), help: "every id: httpwhy cause" }),
    }
}
