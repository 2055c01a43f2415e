//! Speaks the Model Context Protocol on standard input and output.

use crate::error::Error;

pub fn run() -> Result<(), Error> {
    httpwhy_server::mcp::stdio().map_err(|error| Error::Write { name: "standard output".to_owned(), error })
}
