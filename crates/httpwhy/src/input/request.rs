//! The request as the options state it.

use httpwhy_core::{Fields, Request};

use crate::args::Args;
use crate::error::Error;

pub fn of(args: &Args) -> Result<Option<Request>, Error> {
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
