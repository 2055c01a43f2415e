//! Lists codes.

use httpwhy_core::CODES;
use httpwhy_core::search::{Target, of_class};
use httpwhy_report::Report;

use crate::args::Output;
use crate::error::Error;
use crate::output;

pub fn run(class: Option<&str>, output: &Output) -> Result<(), Error> {
    let targets = class.map_or_else(|| CODES.iter().map(Target::Code).collect(), of_class);
    if targets.is_empty() {
        return Err(Error::BadOption {
            option: "list",
            value: class.unwrap_or_default().to_owned(),
            help: "1xx to 5xx, 50x, informational, success, redirection, client-error, server-error, registered, temporary, obsolete, reserved, vendor",
        });
    }
    output::report(&Report::several(&targets), output)
}
