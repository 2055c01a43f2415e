//! A log that can be read more than once.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use crate::packed::unpacked;

/// A log: where it is, and the name it is quoted by.
#[derive(Debug, Clone)]
pub enum Log {
    /// A file on disk, as it is or compressed.
    Path(PathBuf),
    /// What was piped in.
    Bytes {
        /// Its name in quotes.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
}

impl Log {
    /// The last part of its path.
    pub fn name(&self) -> String {
        match self {
            Log::Path(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Log::Bytes { name, .. } => name.clone(),
        }
    }

    /// Its text from the beginning.
    pub fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        match self {
            Log::Path(path) => unpacked(File::open(path)?),
            Log::Bytes { bytes, .. } => Ok(Box::new(bytes.as_slice())),
        }
    }
}
