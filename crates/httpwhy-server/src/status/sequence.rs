//! Codes one after the other: `503x2,200` fails twice, then works. The last one stays.

use super::choice::code;
use super::control::Refused;

/// Codes in their order, each so many times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence {
    steps: Vec<(u16, u64)>,
}

const ALLOWED: &str = "codes from 100 to 999 in their order, as in 503,503,200; or with a count, 503x2,200";
const MOST_STEPS: usize = 200;

impl Sequence {
    /// Reads a list.
    pub fn read(text: &str) -> Result<Sequence, Refused> {
        let steps: Option<Vec<_>> = text.split(',').take(MOST_STEPS + 1).map(|step| read(step.trim())).collect();
        steps
            .filter(|steps| steps.len() <= MOST_STEPS)
            .map(|steps| Sequence { steps })
            .ok_or_else(|| Refused::new("sequence", text, ALLOWED))
    }

    /// What the `nth` request gets; the first is 0.
    pub fn nth(&self, mut nth: u64) -> u16 {
        for &(code, times) in &self.steps {
            if nth < times {
                return code;
            }
            nth -= times;
        }
        self.steps.last().map_or(200, |step| step.0)
    }
}

fn read(step: &str) -> Option<(u16, u64)> {
    let (text, times) = step.split_once('x').unwrap_or((step, "1"));
    let times = times.parse().ok().filter(|times| (1..=1_000_000).contains(times))?;
    Some((code(text)?, times))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, count: u64) -> Vec<u16> {
        let sequence = Sequence::read(text).unwrap();
        (0..count).map(|nth| sequence.nth(nth)).collect()
    }

    #[test]
    fn it_fails_twice_then_works() {
        assert_eq!(first("503,503,200", 5), [503, 503, 200, 200, 200]);
        assert_eq!(first("503x2,200", 4), [503, 503, 200, 200]);
    }

    #[test]
    fn what_is_no_sequence_is_refused() {
        for text in ["", "503x", "503x0", "x2", "503x99999999", "200,", "1000"] {
            assert!(Sequence::read(text).is_err(), "{text}");
        }
    }
}
