//! Man pages: the command's in section 1, one a code in section 7.

use std::fs;
use std::io;
use std::path::Path;

use clap::CommandFactory;
use clap_mangen::Man;
use httpwhy_core::CODES;
use httpwhy_report::{Report, render};

use crate::args::Args;
use crate::error::Error;
use crate::output;

pub fn run(all: Option<&Path>) -> Result<(), Error> {
    match all {
        None => output::print(&command_page(&Args::command())),
        Some(dir) => write_all(dir).map_err(|error| Error::Write { name: dir.display().to_string(), error }),
    }
}

fn write_all(dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    let command = Args::command();
    fs::write(dir.join("httpwhy.1"), command_page(&command))?;
    for subcommand in command.get_subcommands() {
        let name = format!("httpwhy-{}", subcommand.get_name());
        let page = command_page(&subcommand.clone().display_name(name.clone()));
        fs::write(dir.join(format!("{name}.1")), page)?;
    }
    for code in CODES {
        let name = format!("http-{:03}", code.number);
        fs::write(dir.join(format!("{name}.7")), render::man(&name, &Report::code(code).document()))?;
    }
    Ok(())
}

fn command_page(command: &clap::Command) -> String {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).expect("writing to memory cannot fail");
    String::from_utf8(page).expect("a man page of UTF-8 texts is UTF-8")
}
