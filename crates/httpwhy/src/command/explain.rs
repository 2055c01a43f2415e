//! Explains codes, words and responses.

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
    let inputs = evidence.iter().filter(|one| matches!(one, Evidence::Input(_))).count();
    if inputs > 1 {
        return Err(Error::SeveralInputs { count: inputs });
    }
    if let (0, Some(request)) = (inputs, &args.request) {
        return Err(Error::BadOption {
            option: "--request",
            value: request.clone(),
            help: "it belongs to a response: give one as a file or on standard input",
        });
    }
    let (mut reports, mut failed) = (Vec::new(), None);
    for one in &evidence {
        match answer(one, args) {
            Ok(report) => reports.push(report),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    if !reports.is_empty() {
        output::report(&Report::answers(reports), &args.output)?;
    }
    failed.map_or(Ok(()), Err)
}

fn answer(evidence: &Evidence, args: &Args) -> Result<Report, Error> {
    match evidence {
        Evidence::Input(name) => Ok(Report::diagnosis(&input::read(name, args)?, &Zoned::now())),
        Evidence::Query(query) => {
            let (report, remark) = look_up(query)?;
            remark.iter().for_each(|remark| output::remark(remark, &args.output));
            Ok(report)
        }
    }
}
