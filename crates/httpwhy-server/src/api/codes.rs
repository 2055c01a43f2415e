//! Codes: all, those of a class, one in full.

use httpwhy_core::search::{Target, of_class};
use httpwhy_core::{CODES, Subcode};
use httpwhy_report::{Report, render};

use super::asked::Asked;
use super::problem::Problem;

/// What a list can be narrowed to.
pub const CLASSES: &str = r#"{"enum": ["1xx", "2xx", "3xx", "4xx", "5xx", "informational", "success", "redirection", "client-error", "server-error", "registered", "temporary", "obsolete", "reserved", "vendor"]}"#;

pub fn list(asked: &Asked) -> Result<String, Problem> {
    let targets = match asked.parameter("class") {
        None => CODES.iter().map(Target::Code).collect(),
        Some(class) if CLASSES.contains(&format!("\"{class}\"")) => of_class(class),
        Some(class) => return Err(no_class(class)),
    };
    Ok(render::json(&Report::several(&targets)))
}

fn no_class(class: &str) -> Problem {
    let help = "Take 1xx to 5xx, informational, success, redirection, client-error, server-error, registered, temporary, obsolete, reserved or vendor.";
    Problem::parameter("class", &format!("There is no class “{class}”."), help)
}

pub fn one(asked: &Asked) -> Result<String, Problem> {
    let code = asked.value();
    let is_number = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    let number = code.parse().ok().filter(|_| is_number).map(Report::number);
    let report = number.or_else(|| Subcode::get(code).map(Report::subcode));
    report.map(|report| render::json(&report)).ok_or_else(|| {
        let help = "A code is three digits, a sub-code such as 403.14 or 1015. GET /api/v1/codes lists every code, GET /api/v1/search?q= finds words.";
        Problem::new(404, &format!("“{code}” is no code that is known."), help)
    })
}
