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

/// `man1` and `man7` below the directory, as `man -M DIR` looks for them.
fn write_all(dir: &Path) -> io::Result<()> {
    let (commands, codes) = (dir.join("man1"), dir.join("man7"));
    fs::create_dir_all(&commands)?;
    fs::create_dir_all(&codes)?;
    let command = Args::command();
    fs::write(commands.join("httpwhy.1"), command_page(&command))?;
    for subcommand in command.get_subcommands() {
        let name = format!("httpwhy-{}", subcommand.get_name());
        let page = command_page(&subcommand.clone().display_name(name.clone()));
        fs::write(commands.join(format!("{name}.1")), page)?;
    }
    for code in CODES {
        let name = format!("http-{:03}", code.number);
        fs::write(codes.join(format!("{name}.7")), render::man(&name, &Report::code(code).document()))?;
    }
    Ok(())
}

/// The page of a command. The examples keep their lines, which a filled paragraph would scramble.
fn command_page(command: &clap::Command) -> String {
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    let sections = [
        Man::render_title,
        Man::render_name_section,
        Man::render_synopsis_section,
        Man::render_description_section,
        Man::render_options_section,
    ];
    sections.iter().try_for_each(|section| section(&man, &mut page)).expect("writing to memory cannot fail");
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page).expect("writing to memory cannot fail");
    }
    let mut page = String::from_utf8(page).expect("a man page of UTF-8 texts is UTF-8");
    if let Some(examples) = command.get_after_help() {
        let examples = examples.to_string();
        let lines = examples.lines().filter(|line| *line != "Examples:");
        let lines: String =
            lines.map(|line| format!("\\&{}\n", line.replace('\\', "\\e").replace('-', "\\-"))).collect();
        page.push_str(&format!(".SH EXAMPLES\n.nf\n{lines}.fi\n"));
    }
    page
}
