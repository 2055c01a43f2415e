//! Says which of several codes is right when.

use httpwhy_core::search::{Answer, Target, ask};
use httpwhy_core::{COMPARISONS, Code, Comparison};
use httpwhy_report::Report;

use crate::args::Output;
use crate::error::Error;
use crate::output;

pub fn run(arguments: &[String], output: &Output) -> Result<(), Error> {
    let report = match arguments {
        [] => Report::several(&COMPARISONS.iter().map(Target::Comparison).collect::<Vec<_>>()),
        [id] if Comparison::get(id).is_some() => {
            Report::target(Target::Comparison(Comparison::get(id).expect("just found")))
        }
        arguments => compare(arguments)?,
    };
    output::reports(&[report], output)
}

/// The question written about these codes, or the codes side by side.
fn compare(arguments: &[String]) -> Result<Report, Error> {
    let mut codes: Vec<Code> = Vec::new();
    for argument in arguments.iter().filter(|argument| !matches!(argument.to_lowercase().as_str(), "or" | "vs" | "and"))
    {
        match ask(argument) {
            Answer::One(Target::Code(code)) => codes.push(code),
            _ => {
                return Err(Error::BadOption {
                    option: "compare",
                    value: argument.clone(),
                    help: "give codes, as in `httpwhy compare 401 403`; all questions: `httpwhy compare`",
                });
            }
        }
    }
    let numbers: Vec<u16> = codes.iter().map(|code| code.number).collect();
    Ok(Comparison::of(&numbers).map_or_else(|| Report::side_by_side(&codes), Report::comparison))
}
