//! Writes the site as static files.

use std::path::Path;

use crate::args::Output;
use crate::error::Error;
use crate::output;

pub fn run(dir: &Path, base: Option<&str>, output: &Output) -> Result<(), Error> {
    let failed = |error| Error::Write { name: dir.display().to_string(), error };
    let files = httpwhy_server::export(dir, base).map_err(failed)?;
    output::remark(&format!("{files} files in {}", dir.display()), output);
    Ok(())
}
