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
        [id] if !id.is_empty() && id.bytes().any(|byte| !byte.is_ascii_digit()) => Report::comparison(by_id(id)?),
        arguments => compare(arguments)?,
    };
    output::report(&report, output)
}

fn by_id(id: &str) -> Result<Comparison, Error> {
    Comparison::get(id).ok_or_else(|| bad(id))
}

/// The question written about these codes, the questions about one code, or codes side by side.
fn compare(arguments: &[String]) -> Result<Report, Error> {
    let mut codes: Vec<Code> = Vec::new();
    for argument in arguments.iter().filter(|argument| !matches!(argument.to_lowercase().as_str(), "or" | "vs" | "and"))
    {
        match ask(argument) {
            Answer::One(Target::Code(code)) if codes.iter().any(|other| other.number == code.number) => {}
            Answer::One(Target::Code(code)) => codes.push(code),
            _ => return Err(bad(argument)),
        }
    }
    let numbers: Vec<u16> = codes.iter().map(|code| code.number).collect();
    match numbers.as_slice() {
        [] => Err(bad(&arguments.join(" "))),
        [only] => {
            let about = COMPARISONS.iter().filter(|comparison| comparison.codes.iter().any(|code| code == *only));
            Ok(Report::several(&about.map(Target::Comparison).collect::<Vec<_>>()))
        }
        several => Ok(Comparison::of(several).map_or_else(|| Report::side_by_side(&codes), Report::comparison)),
    }
}

fn bad(value: &str) -> Error {
    let help = "give codes, as in `httpwhy compare 401 403`; all questions: `httpwhy compare`";
    Error::BadOption { option: "compare", value: value.to_owned(), help }
}
