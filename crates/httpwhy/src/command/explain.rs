//! Explains codes, words and responses.

use std::ffi::OsString;

use httpwhy_report::Report;
use jiff::Zoned;

use crate::args::Args;
use crate::error::Error;
use crate::evidence::{self, Evidence};
use crate::look_up::look_up;
use crate::{input, output};

/// Prints every answer there is; what could not be answered is the error.
pub fn run(args: &Args) -> Result<(), Error> {
    let evidence = evidence::sort(&args.evidence)?;
    let inputs: Vec<&OsString> =
        evidence.iter().filter_map(|one| if let Evidence::Input(name) = one { Some(name) } else { None }).collect();
    if let ([], Some(request)) = (inputs.as_slice(), &args.request) {
        return Err(Error::BadOption {
            option: "--request",
            value: request.clone(),
            help: "it belongs to a response: give one as a file or on standard input",
        });
    }
    let (mut reports, mut failed) = (Vec::new(), None);
    if !inputs.is_empty() {
        match input::read_all(&inputs, args) {
            Ok(capture) => reports.push(Report::diagnosis(&capture, &Zoned::now())),
            Err(error) => failed = Some(error),
        }
    }
    for one in &evidence {
        let Evidence::Query(query) = one else { continue };
        match look_up(query) {
            Ok((report, remark)) => {
                remark.iter().for_each(|remark| output::remark(remark, &args.output));
                reports.push(report);
            }
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    if !reports.is_empty() {
        output::report(&Report::answers(reports), &args.output)?;
    }
    failed.map_or(Ok(()), Err)
}
