//! Reads the inputs, and adds what the options say of the request.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;

use httpwhy_capture::Capture;
use httpwhy_core::{Fields, Request};

use crate::args::Args;
use crate::error::Error;

/// Several inputs are views of one exchange: what `curl -v` and what `curl -i` show of it.
pub fn read_all(names: &[&OsString], args: &Args) -> Result<Capture, Error> {
    let mut whole: Option<Capture> = None;
    for name in names {
        let capture = read(name)?;
        match &mut whole {
            None => whole = Some(capture),
            Some(whole) => {
                if !whole.merge(capture) {
                    return Err(Error::SeveralExchanges { count: names.len() });
                }
            }
        }
    }
    let mut whole = whole.ok_or(Error::NothingGiven)?;
    if let Some(request) = request(args)? {
        whole.set_request(request);
    }
    Ok(whole)
}

fn read(name: &OsStr) -> Result<Capture, Error> {
    let capture = if name == "-" {
        httpwhy_capture::read(io::stdin().lock())
    } else {
        File::open(name).map_err(Into::into).and_then(httpwhy_capture::read)
    };
    let shown = if name == "-" { "standard input".into() } else { name.to_string_lossy() };
    capture.map_err(|error| Error::Unreadable { name: shown.into_owned(), error })
}

fn request(args: &Args) -> Result<Option<Request>, Error> {
    let Some(text) = &args.request else { return Ok(None) };
    let bad = |value: &str, option, help| Error::BadOption { option, value: value.to_owned(), help };
    let (method, url) =
        text.trim().split_once(' ').ok_or_else(|| bad(text, "--request", "write it as 'GET https://example.com/x'"))?;
    let mut fields = Fields::default();
    for line in &args.fields {
        let (name, value) = line.split_once(':').ok_or_else(|| bad(line, "-H", "write it as 'Name: value'"))?;
        fields.add(name.trim(), value.trim());
    }
    let fields = (!args.fields.is_empty()).then_some(fields);
    Ok(Some(Request { method: method.to_owned(), target: url.trim().to_owned(), fields }))
}
