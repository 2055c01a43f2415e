//! Codes of which one is taken by chance: `200,201`, `500-504`, `200:9,503:1`.

use super::control::Refused;
use crate::random::Random;

/// Codes with weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
struct Part {
    from: u16,
    to: u16,
    /// Of each code.
    weight: f64,
}

const ALLOWED: &str = "codes from 100 to 999 with commas between them, as in 200,503; a range, 500-504; \
                       or with weights, 200:90,503:10";
const MOST_PARTS: usize = 200;

impl Choice {
    /// Reads a list; `parameter` is what an error names.
    pub fn read(parameter: &'static str, text: &str) -> Result<Choice, Refused> {
        let parts: Option<Vec<Part>> =
            text.split(',').take(MOST_PARTS + 1).map(|part| Part::read(part.trim())).collect();
        parts
            .filter(|parts| parts.len() <= MOST_PARTS && parts.iter().any(|part| part.weight > 0.0))
            .map(|parts| Choice { parts })
            .ok_or_else(|| Refused::new(parameter, text, ALLOWED))
    }

    /// One of them.
    pub fn pick(&self, random: &mut Random) -> u16 {
        let total: f64 = self.parts.iter().map(Part::total).sum();
        let mut left = random.fraction() * total;
        for part in &self.parts {
            if left < part.total() {
                return part.to.min(part.from + (left / part.weight) as u16);
            }
            left -= part.total();
        }
        // Only rounding leads here: the last one that can be meant.
        self.parts.iter().rev().find(|part| part.weight > 0.0).map_or(200, |part| part.to)
    }
}

impl Part {
    fn read(text: &str) -> Option<Part> {
        let (codes, weight) = match text.split_once(':') {
            Some((codes, weight)) => (codes, weight.trim().parse().ok()?),
            None => (text, 1.0),
        };
        let (from, to) = codes.split_once('-').unwrap_or((codes, codes));
        let part = Part { from: code(from)?, to: code(to)?, weight };
        (part.from <= part.to && (0.0..=1e6).contains(&weight)).then_some(part)
    }

    fn total(&self) -> f64 {
        f64::from(self.to - self.from + 1) * self.weight
    }
}

/// A code that can be sent: 100 to 999.
pub fn code(text: &str) -> Option<u16> {
    let text = text.trim();
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| text.parse().ok())?.filter(|code| *code >= 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str, code: u16) -> usize {
        let choice = Choice::read("random", text).unwrap();
        (0..1000).filter(|nth| choice.pick(&mut Random::seeded(1, *nth)) == code).count()
    }

    #[test]
    fn weights_are_kept() {
        assert!((850..950).contains(&counts("200:90,503:10", 200)));
        assert_eq!(counts("200:1,503:0", 503), 0);
    }

    #[test]
    fn every_code_of_a_range_comes() {
        for code in 500..=504 {
            assert!((120..280).contains(&counts("500-504", code)), "{code}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in
            ["", "99", "1000", "abc", "200,,", "504-500", "200:x", "200:-1", "200:0", "200:nan", "200:inf", "2 0"]
        {
            assert!(Choice::read("random", text).is_err(), "{text}");
        }
    }
}
