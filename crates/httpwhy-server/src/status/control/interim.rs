//! `interim=103x2@100ms`: responses before the final one.

use std::time::Duration;

use super::Refused;
use super::delay::{Bare, duration};
use crate::status::choice::code;

/// Interim responses of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interim {
    /// 100 to 199, but not 101, after which another protocol speaks.
    pub code: u16,
    /// How many, 20 at the most.
    pub times: usize,
    /// The pause before each.
    pub pause: Duration,
}

const MOST: usize = 20;

/// Reads a list of them.
pub fn read(text: &str) -> Result<Vec<Interim>, Refused> {
    let all: Option<Vec<Interim>> = text.split(',').take(MOST + 1).map(|one| parse(one.trim())).collect();
    all.filter(|all| all.iter().map(|one| one.times).sum::<usize>() <= MOST).ok_or_else(|| {
        let allowed = "codes from 100 to 199 without 101, with a count and a pause before each, as in 102x3@1s,103; \
                       20 in all";
        Refused::new("interim", text, allowed)
    })
}

fn parse(text: &str) -> Option<Interim> {
    let (text, pause) = match text.split_once('@') {
        Some((text, pause)) => (text, duration(pause, Bare::Refused)?),
        None => (text, Duration::ZERO),
    };
    let (text, times) = text.split_once('x').unwrap_or((text, "1"));
    let code = code(text).filter(|code| (100..200).contains(code) && *code != 101)?;
    let times = times.parse().ok().filter(|times| (1..=MOST).contains(times))?;
    Some(Interim { code, times, pause })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_counts_and_pauses() {
        let pause = Duration::from_millis(100);
        let expected =
            vec![Interim { code: 103, times: 2, pause }, Interim { code: 102, times: 1, pause: Duration::ZERO }];
        assert_eq!(read("103x2@100ms,102"), Ok(expected));
    }

    #[test]
    fn what_is_no_interim_response_is_refused() {
        for text in ["", "200", "101", "103x0", "103x21", "103x11,102x11", "103@soon", "99"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
