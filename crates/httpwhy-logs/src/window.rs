//! When the exchange took place, as far as that is known.

use std::time::Duration;

use crate::Question;

/// Clocks of one machine agree; a log line is written a little before or after the response.
const BEFORE: i64 = 1_000;
const AFTER: i64 = 2_000;
/// `Date` has whole seconds.
const DATE: i64 = 1_000;
/// How far the line of an access log may stand from the time that was given.
const NEAR: i64 = 5_000;
/// If only the beginning is known, this long is waited for the line that an access log has at the end.
const PATIENCE: i64 = 120_000;

/// From and until, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub from: i64,
    pub until: i64,
}

impl Window {
    /// The time of the exchange, and the time of the access line that is about it, if there is one.
    pub fn of(question: &Question, candidates: &[i64]) -> Option<Window> {
        let took = millis(question.took.unwrap_or_default());
        let known = match (question.answered, question.begun) {
            (Some(answered), begun) => Some(Window { from: begun.unwrap_or(answered - took), until: answered + DATE }),
            (None, Some(begun)) => Some(Window { from: begun, until: begun + took }),
            (None, None) => None,
        };
        let slack = if question.answered.is_none() && question.took.is_none() { PATIENCE } else { NEAR };
        let line = match known {
            Some(known) => candidates
                .iter()
                .copied()
                .filter(|at| *at >= known.from - NEAR && *at <= known.until + slack)
                .min_by_key(|at| (at - known.until).abs()),
            None => candidates.iter().copied().max(),
        };
        let (from, until) = match (known, line) {
            (Some(known), Some(at)) => (known.from.min(at), known.until.max(at)),
            (Some(known), None) => (known.from, known.until),
            (None, Some(at)) => (at - took, at),
            (None, None) => return None,
        };
        Some(Window { from: from - BEFORE, until: until + AFTER })
    }

    pub fn has(&self, at: i64) -> bool {
        (self.from..=self.until).contains(&at)
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_nearest_to_the_response_counts() {
        let question = Question { answered: Some(100_000), ..Question::default() };
        assert_eq!(Window::of(&question, &[90_000, 100_500, 200_000]), Some(Window { from: 99_000, until: 103_000 }));
    }

    #[test]
    fn without_a_time_the_last_line_counts() {
        assert_eq!(Window::of(&Question::default(), &[1_000, 9_000]), Some(Window { from: 8_000, until: 11_000 }));
        assert_eq!(Window::of(&Question::default(), &[]), None);
    }

    #[test]
    fn a_slow_response_begins_earlier() {
        let question = Question { answered: Some(100_000), took: Some(Duration::from_secs(60)), ..Question::default() };
        assert!(Window::of(&question, &[]).unwrap().has(41_000));
    }
}
