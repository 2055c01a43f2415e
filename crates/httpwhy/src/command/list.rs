//! Lists codes.

use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_core::{CODES, Code};
use httpwhy_report::Report;

use crate::args::Output;
use crate::error::Error;
use crate::output;

pub fn run(class: Option<&str>, output: &Output) -> Result<(), Error> {
    let targets = match class {
        None => CODES.iter().map(Target::Code).collect(),
        Some(class) => of_class(class)?,
    };
    output::report(&Report::several(&targets), output)
}

/// `4xx` and `50x`, `client-error`, `vendor`.
fn of_class(class: &str) -> Result<Vec<Target>, Error> {
    let word = class.to_lowercase().replace([' ', '_'], "-");
    let fits = |code: &Code| code.class.word() == word || code.standing.word() == word;
    let named: Vec<Target> = CODES.iter().filter(fits).map(Target::Code).collect();
    if !named.is_empty() {
        return Ok(named);
    }
    match ask(class) {
        Answer::Several(targets) if class.len() == 3 => Ok(targets),
        _ => Err(Error::BadOption {
            option: "list",
            value: class.to_owned(),
            help: "1xx to 5xx, 50x, informational, success, redirection, client-error, server-error, registered, temporary, obsolete, reserved, vendor",
        }),
    }
}
