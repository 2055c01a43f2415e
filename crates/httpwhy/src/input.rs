//! Reads an input, and adds what the options say of the request.

use std::ffi::OsStr;
use std::fs::File;
use std::io;

use httpwhy_capture::Capture;
use httpwhy_core::{Fields, Request};

use crate::args::Args;
use crate::error::Error;

pub fn read(name: &OsStr, args: &Args) -> Result<Capture, Error> {
    let capture = if name == "-" {
        httpwhy_capture::read(io::stdin().lock())
    } else {
        File::open(name).map_err(Into::into).and_then(httpwhy_capture::read)
    };
    let shown = if name == "-" { "standard input".into() } else { name.to_string_lossy() };
    let mut capture = capture.map_err(|error| Error::Unreadable { name: shown.into_owned(), error })?;
    if let Some(request) = request(args)? {
        capture.set_request(request);
    }
    Ok(capture)
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
