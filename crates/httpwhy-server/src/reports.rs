//! Reports by name, for whoever asks: the API, assistants.

use httpwhy_core::search::{Answer, Target, ask, nearest_causes, nearest_components};
use httpwhy_core::{CAUSES, COMPARISONS, COMPONENTS, Cause, Code, Comparison, Component};
use httpwhy_report::Report;

/// Why there is no report.
#[derive(Debug)]
pub struct Refusal {
    /// What is wrong.
    pub says: String,
    /// Ids that come near.
    pub nearest: Vec<&'static str>,
}

impl Refusal {
    pub fn new(says: impl Into<String>) -> Refusal {
        Refusal { says: says.into(), nearest: Vec::new() }
    }

    fn unknown(what: &str, name: &str, nearest: Vec<&'static str>) -> Refusal {
        Refusal { says: format!("“{name}” is no {what} that is known."), nearest }
    }
}

impl From<Refusal> for String {
    fn from(Refusal { says, nearest }: Refusal) -> String {
        if nearest.is_empty() { says } else { format!("{says} Nearest: {}.", nearest.join(", ")) }
    }
}

/// Nobody types more.
const MOST_LETTERS: usize = 200;

/// Whatever a query leads to.
pub fn found(query: &str) -> Result<Report, Refusal> {
    if query.chars().count() > MOST_LETTERS {
        return Err(Refusal::new(format!("The query is longer than {MOST_LETTERS} characters.")));
    }
    if !query.contains(|letter: char| letter.is_ascii_alphanumeric()) {
        return Err(Refusal::new("The query has no letter or digit."));
    }
    Ok(match ask(query) {
        Answer::One(target) => Report::target(target),
        Answer::Several(targets) => Report::several(&targets),
        Answer::Nothing { nearest } => Report::nothing(&nearest),
    })
}

/// The question about these codes, or the codes side by side; of one code, the questions about it.
pub fn compared(codes: &[String]) -> Result<Report, Refusal> {
    let mut known: Vec<Code> = Vec::new();
    for code in codes {
        let code = self::code(code)?;
        if !known.iter().any(|other| other.number == code.number) {
            known.push(code);
        }
    }
    let numbers: Vec<u16> = known.iter().map(|code| code.number).collect();
    Ok(match numbers.as_slice() {
        [only] => {
            several(COMPARISONS.iter().filter(|one| one.codes.iter().any(|code| code == *only)).map(Target::Comparison))
        }
        numbers => Comparison::of(numbers).map_or_else(|| Report::side_by_side(&known), Report::comparison),
    })
}

fn code(text: &str) -> Result<Code, Refusal> {
    let is_number = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let code = text.parse().ok().filter(|_| is_number).and_then(Code::get);
    code.ok_or_else(|| Refusal::unknown("code", text, Vec::new()))
}

/// Every cause.
pub fn causes() -> Report {
    several(CAUSES.iter().map(Target::Cause))
}

/// A cause by its id.
pub fn cause(id: &str) -> Result<Report, Refusal> {
    let nearest = || nearest_causes(&short(id)).into_iter().map(|cause| cause.id).collect();
    Cause::get(id).map(Report::cause).ok_or_else(|| Refusal::unknown("cause", id, nearest()))
}

/// Every component.
pub fn components() -> Report {
    Report::components(COMPONENTS.iter())
}

/// A component by its id.
pub fn component(id: &str) -> Result<Report, Refusal> {
    let nearest = || nearest_components(&short(id)).into_iter().map(|component| component.id).collect();
    Component::get(id).map(Report::component).ok_or_else(|| Refusal::unknown("component", id, nearest()))
}

/// Every question.
pub fn comparisons() -> Report {
    several(COMPARISONS.iter().map(Target::Comparison))
}

/// A question by its id.
pub fn comparison(id: &str) -> Result<Report, Refusal> {
    Comparison::get(id).map(Report::comparison).ok_or_else(|| Refusal::unknown("question", id, Vec::new()))
}

fn several(targets: impl Iterator<Item = Target>) -> Report {
    Report::several(&targets.collect::<Vec<_>>())
}

/// What is compared with every id must not be endless.
fn short(id: &str) -> String {
    id.chars().take(MOST_LETTERS).collect()
}
