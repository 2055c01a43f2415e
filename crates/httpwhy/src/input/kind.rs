//! What an input is: recognised by its content, not by its name.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use httpwhy_capture::{Capture, har};
use httpwhy_logs::{Log, looks_like_one, unpacked};

use crate::args::Args;
use crate::error::Error;
use crate::output;

/// One input, read.
pub enum Input {
    /// An empty file beside others: the client got nothing.
    Nothing,
    Exchange(Capture),
    /// A HAR file: what failed in it, or the entry that was asked for.
    Har(Vec<Capture>),
    Log(Log),
}

/// The beginning tells what the whole is.
const BEGINNING: u64 = 64 * 1024;
/// A log that is piped in is kept; one on disk is read as it is needed.
const MOST_PIPED: u64 = 256 * 1024 * 1024;

/// Of more entries that failed the first ones tell enough.
const MOST_ENTRIES: usize = 10_000;

/// Beside other inputs, a text that is nothing else is a log.
pub fn read(name: &OsStr, is_beside_others: bool, args: &Args) -> Result<Input, Error> {
    let shown = if name == "-" { "standard input".to_owned() } else { name.to_string_lossy().into_owned() };
    let unreadable = |error: httpwhy_capture::Error| Error::Unreadable { name: shown.clone(), error };
    let mut source: Box<dyn Read> = if name == "-" {
        unpacked(io::stdin().lock()).map_err(|error| unreadable(error.into()))?
    } else {
        File::open(name).and_then(unpacked).map_err(|error| unreadable(error.into()))?
    };
    let mut bytes = Vec::new();
    source.by_ref().take(BEGINNING).read_to_end(&mut bytes).map_err(|error| unreadable(error.into()))?;
    let beginning = String::from_utf8_lossy(&bytes).into_owned();
    if beginning.trim().is_empty() && is_beside_others {
        return Ok(Input::Nothing);
    }
    if har::is_one(&beginning) {
        let entries = entries(bytes.as_slice().chain(source), args).map_err(unreadable)?;
        return match args.entry {
            Some(entry) if entries.is_empty() => Err(Error::NoSuchEntry { entry }),
            _ => Ok(Input::Har(entries)),
        };
    }
    if httpwhy_capture::is_exchange(&beginning) || (!looks_like_one(&beginning) && !is_beside_others) {
        return httpwhy_capture::read(bytes.as_slice().chain(source)).map(Input::Exchange).map_err(unreadable);
    }
    if !looks_like_one(&beginning) {
        // A prompt or a progress meter may stand before a response.
        if let Ok(capture) = httpwhy_capture::read(bytes.as_slice()) {
            return Ok(Input::Exchange(capture));
        }
    }
    if name != "-" {
        return Ok(Input::Log(Log::Path(PathBuf::from(name))));
    }
    source.take(MOST_PIPED).read_to_end(&mut bytes).map_err(|error| unreadable(error.into()))?;
    Ok(Input::Log(Log::Bytes { name: shown, bytes }))
}

/// The entries of a HAR file that failed, each with its number; or the one that was asked for.
fn entries(input: impl Read, args: &Args) -> Result<Vec<Capture>, httpwhy_capture::Error> {
    let har::Failed { captures, count: failed, har } = har::failed(input, args.entry, MOST_ENTRIES)?;
    let mut remarks = vec![format!("{} entries, {failed} failed", har.entries)];
    if failed > MOST_ENTRIES && args.entry.is_none() {
        remarks.push(format!("the first {MOST_ENTRIES} of them are shown"));
    }
    if !har.not_understood.is_empty() {
        let numbers: Vec<String> = har.not_understood.iter().take(10).map(usize::to_string).collect();
        remarks.push(format!("{} not understood: {}", har.not_understood.len(), numbers.join(", ")));
    }
    remarks.extend(har.broken.map(|problem| format!("the file breaks off: {problem}")));
    output::remark(&remarks.join("; "), &args.output);
    Ok(captures)
}
