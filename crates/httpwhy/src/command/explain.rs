//! Explains codes, words, responses, and what servers answer.

use std::ffi::OsString;

use httpwhy_report::Report;
use jiff::Zoned;

use crate::args::Args;
use crate::ask::Asking;
use crate::error::Error;
use crate::evidence::{self, Evidence};
use crate::look_up::look_up;
use crate::{input, output};

/// Prints every answer there is; what could not be answered is the error.
pub fn run(args: &Args) -> Result<(), Error> {
    let evidence = evidence::sort(&args.evidence)?;
    let (mut files, mut servers, mut queries) = (Vec::new(), Vec::new(), Vec::new());
    for one in &evidence {
        match one {
            Evidence::Input(name) => files.push(name),
            Evidence::Url(url) => servers.push(Asking::Url(url)),
            Evidence::Curl(line) => servers.push(Asking::Curl(line)),
            Evidence::Query(query) => queries.push(query),
        }
    }
    if let (true, true, Some(request)) = (files.is_empty(), servers.is_empty(), &args.request) {
        return Err(Error::BadOption {
            option: "--request",
            value: request.clone(),
            help: "it belongs to a response or to logs: give them as files or on standard input",
        });
    }
    let (mut reports, mut failed) = (Vec::new(), None);
    for diagnosed in diagnosed(&files, &servers, args) {
        match diagnosed {
            Ok(report) => reports.push(report),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    for query in queries {
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

/// Files are one body of evidence, together with the server that is asked; servers alone are one answer each.
fn diagnosed(files: &[&OsString], servers: &[Asking], args: &Args) -> Vec<Result<Report, Error>> {
    let one = |server: Option<&Asking>| {
        let capture = input::read_all(files, server, args)?;
        Ok(Report::diagnosis(&capture, &Zoned::now()))
    };
    match (files, servers) {
        ([], []) => Vec::new(),
        ([], servers) => servers.iter().map(|server| one(Some(server))).collect(),
        (_, []) => vec![one(None)],
        (_, [server]) => vec![one(Some(server))],
        (_, _) => vec![Err(Error::SeveralUrls)],
    }
}
