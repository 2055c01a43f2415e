//! Two codes side by side.

use httpwhy_core::search::Target;
use httpwhy_core::{COMPARISONS, Code, Comparison};
use httpwhy_report::{Report, render};

use super::asked::Asked;
use super::problem::Problem;

pub fn two(asked: &Asked) -> Result<String, Problem> {
    let codes = asked.values.iter().map(|value| known(value)).collect::<Result<Vec<Code>, Problem>>()?;
    let numbers: Vec<u16> = codes.iter().map(|code| code.number).collect();
    let report = if numbers.iter().all(|number| numbers.first() == Some(number)) {
        about(numbers.first().copied().unwrap_or_default())
    } else {
        Comparison::of(&numbers).map_or_else(|| Report::side_by_side(&codes), Report::comparison)
    };
    Ok(render::json(&report))
}

/// The questions about one code.
fn about(number: u16) -> Report {
    let about = COMPARISONS.iter().filter(|comparison| comparison.codes.iter().any(|code| code == number));
    Report::several(&about.map(Target::Comparison).collect::<Vec<_>>())
}

fn known(value: &str) -> Result<Code, Problem> {
    let is_number = value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|_| is_number).and_then(Code::get).ok_or_else(|| {
        Problem::new(404, &format!("“{value}” is no code that is known."), "GET /api/v1/codes lists every code.")
    })
}
