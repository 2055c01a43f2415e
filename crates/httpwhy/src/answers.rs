//! The answers to `httpwhy CODE --json`, printed beforehand: scripts ask this again and again, and it takes no more
//! than finding a piece of text. A test compares each with what the report prints.

#[rustfmt::skip]
mod generated;

use std::ffi::OsString;

use generated::{ANSWERS, PLACES};

/// The answer, if the arguments are one known code and `--json`.
pub fn to(arguments: impl IntoIterator<Item = OsString>) -> Option<&'static str> {
    let mut arguments = arguments.into_iter();
    let (first, second) = (arguments.next()?, arguments.next()?);
    if arguments.next().is_some() {
        return None;
    }
    let code = if second == "--json" { first } else { (first == "--json").then_some(second)? };
    let digits =
        code.to_str().filter(|digits| digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number: u16 = digits.parse().ok()?;
    let at = PLACES.binary_search_by_key(&number, |(number, ..)| *number).ok()?;
    let (_, begin, end) = PLACES[at];
    ANSWERS.get(begin as usize..end as usize)
}

#[cfg(test)]
mod tests {
    use httpwhy_core::CODES;
    use httpwhy_report::{Report, render};

    use super::to;

    fn answer(arguments: &[&str]) -> Option<&'static str> {
        to(arguments.iter().map(Into::into))
    }

    #[test]
    fn each_answer_is_what_the_report_prints() {
        for code in CODES {
            let number = format!("{:03}", code.number);
            let fresh = render::json(&Report::code(code));
            assert!(
                answer(&[&number, "--json"]) == Some(&fresh),
                "the answer to {number} is stale: run `cargo xtask gen`"
            );
            assert_eq!(answer(&["--json", &number]), Some(&*fresh));
        }
    }

    #[test]
    fn everything_else_is_left_to_the_parser() {
        for arguments in [
            &["403"][..],
            &["--json"],
            &["299", "--json"],
            &["403", "--json", "-q"],
            &["4xx", "--json"],
            &["+03", "--json"],
            &[],
        ] {
            assert_eq!(answer(arguments), None, "{arguments:?}");
        }
    }
}
