//! Explains codes, words, responses, and what servers answer.

use std::ffi::OsString;
use std::thread;

use httpwhy_capture::Capture;
use httpwhy_report::{Now, Report};
use jiff::Zoned;

use crate::args::Args;
use crate::ask::Asking;
use crate::error::Error;
use crate::evidence::{self, Evidence};
use crate::look_up::look_up;
use crate::{input, output};

/// More diagnoses than these are printed as one line each.
const MOST_PAGES: usize = 3;

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
    let mut output = args.output.clone();
    for diagnosed in diagnosed(&files, &servers, args) {
        match diagnosed {
            Ok(report) => reports.push(report),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    // Of many exchanges nobody reads a page each.
    output.brief |= reports.len() > MOST_PAGES;
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
        output::report(&Report::answers(reports), &output)?;
    }
    failed.map_or(Ok(()), Err)
}

/// Files are one body of evidence, together with the server that is asked; servers alone are one answer each.
fn diagnosed(files: &[&OsString], servers: &[Asking], args: &Args) -> Vec<Result<Report, Error>> {
    let all = |server: Option<&Asking>| match input::read_all(files, server, args) {
        Ok(captures) => reports(captures).into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    };
    match (files, servers) {
        ([], []) => Vec::new(),
        ([], servers) => servers.iter().flat_map(|server| all(Some(server))).collect(),
        (_, []) => all(None),
        (_, [server]) => all(Some(server)),
        (_, _) => vec![Err(Error::SeveralUrls)],
    }
}

/// One report each, in order; many are shared between the processors.
fn reports(captures: Vec<Capture>) -> Vec<Report> {
    /// Fewer than these are done before a thread has started.
    const MANY: usize = 64;
    let now = Now::new(Zoned::now);
    let one =
        |captures: &[Capture]| captures.iter().map(|capture| Report::diagnosis(capture, &now)).collect::<Vec<_>>();
    if captures.len() <= MANY {
        return one(&captures);
    }
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = captures.len().div_ceil(threads).max(MANY);
    thread::scope(|scope| {
        let shares: Vec<_> = captures.chunks(share).map(|captures| scope.spawn(|| one(captures))).collect();
        shares.into_iter().flat_map(|share| share.join().expect("a diagnosis does not panic")).collect()
    })
}
