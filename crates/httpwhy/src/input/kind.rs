//! What an input is: recognised by its content, not by its name.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use httpwhy_capture::Capture;
use httpwhy_logs::{Log, looks_like_one};

use crate::error::Error;

/// One input, read.
pub enum Input {
    /// An empty file beside others: the client got nothing.
    Nothing,
    Exchange(Capture),
    Log(Log),
}

/// The beginning tells what the whole is.
const BEGINNING: u64 = 64 * 1024;
/// A log that is piped in is kept; one on disk is read as it is needed.
const MOST_PIPED: u64 = 256 * 1024 * 1024;

/// Beside other inputs, a text that is nothing else is a log.
pub fn read(name: &OsStr, is_beside_others: bool) -> Result<Input, Error> {
    let shown = if name == "-" { "standard input".to_owned() } else { name.to_string_lossy().into_owned() };
    let unreadable = |error: httpwhy_capture::Error| Error::Unreadable { name: shown.clone(), error };
    let mut source: Box<dyn Read> = if name == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(name).map_err(|error| unreadable(error.into()))?)
    };
    let mut bytes = Vec::new();
    source.by_ref().take(BEGINNING).read_to_end(&mut bytes).map_err(|error| unreadable(error.into()))?;
    let beginning = String::from_utf8_lossy(&bytes).into_owned();
    if beginning.trim().is_empty() && is_beside_others {
        return Ok(Input::Nothing);
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
