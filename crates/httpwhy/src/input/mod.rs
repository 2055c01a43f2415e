//! Reads the inputs: views of one exchange, and the logs it is looked up in.

mod kind;
mod request;

use std::ffi::OsString;
use std::io;

use httpwhy_capture::Capture;
use httpwhy_logs::{Question, about};

use crate::args::Args;
use crate::ask::{Asking, ask};
use crate::error::Error;
use kind::Input;

/// All inputs are one body of evidence: what a server answers, what `curl -v` and what `curl -i` show, and logs.
pub fn read_all(names: &[&OsString], server: Option<&Asking>, args: &Args) -> Result<Vec<Capture>, Error> {
    let (mut whole, investigation) = match server {
        Some(server) => ask(server, args).map(|(capture, investigation)| (Some(capture), Some(investigation)))?,
        None => (None, None),
    };
    let mut logs = Vec::new();
    for name in names {
        match kind::read(name, names.len() > 1, args)? {
            Input::Har(entries) if names.len() == 1 && server.is_none() => return Ok(entries),
            // Beside logs, a HAR file is one exchange of it.
            Input::Har(mut entries) if entries.len() == 1 => whole = entries.pop(),
            Input::Har(entries) => return Err(Error::WhichEntry { failed: entries.len() }),
            Input::Nothing => {}
            Input::Log(log) => logs.push(log),
            Input::Exchange(capture) => match &mut whole {
                None => whole = Some(capture),
                Some(whole) => {
                    if !whole.merge(capture) {
                        return Err(Error::SeveralExchanges { count: names.len() });
                    }
                }
            },
        }
    }
    let mut capture = match (whole, request::of(args)?) {
        (Some(mut capture), Some(request)) => {
            capture.set_request(request);
            capture
        }
        (Some(capture), None) => capture,
        (None, Some(request)) if !logs.is_empty() => Capture::of_request(request),
        (None, _) if logs.is_empty() => {
            return Err(Error::Unreadable { name: shown(names), error: httpwhy_capture::Error::Empty });
        }
        (None, _) => return Err(Error::LogsAlone { name: shown(names) }),
    };
    args.took.into_iter().for_each(|took| capture.set_took(took));
    if !logs.is_empty() {
        let logged = about(&question(&capture, args), &logs);
        capture.set_logged(logged.map_err(|error| unreadable(names, error))?);
    }
    if let Some(investigation) = investigation {
        investigation.experiment(&mut capture, args);
    }
    Ok(vec![capture])
}

fn question<'a>(capture: &'a Capture, args: &Args) -> Question<'a> {
    let begun = args.at.map(|at| at.as_millisecond());
    Question { begun, took: args.took, ..Question::of(capture.last()) }
}

fn shown(names: &[&OsString]) -> String {
    names
        .iter()
        .map(|name| if *name == "-" { "standard input".into() } else { name.to_string_lossy() })
        .collect::<Vec<_>>()
        .join(", ")
}

fn unreadable(names: &[&OsString], error: io::Error) -> Error {
    Error::Unreadable { name: shown(names), error: error.into() }
}
