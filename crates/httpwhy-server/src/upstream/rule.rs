//! A rule for faults that are added on the way: `status=503,rate=10%,path=/api/*`.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::pattern::Pattern;

/// Which requests are done wrong by, how often, and what happens to them.
///
/// ```
/// let rule: httpwhy_server::Rule = "delay=100ms-2s,reset,rate=5%,path=/api/*,method=POST".parse().unwrap();
/// assert_eq!(rule.outcome, httpwhy_server::Outcome::Reset);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// A pause before anything else, between these two.
    pub delay: Option<(Duration, Duration)>,
    /// What happens then.
    pub outcome: Outcome,
    /// How often, 0 to 1.
    pub rate: f64,
    /// Only these paths.
    pub path: Option<Pattern>,
    /// Only this method.
    pub method: Option<String>,
    /// With the same seed the same requests are hit.
    pub seed: Option<u64>,
}

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The upstream answers it.
    Passed,
    /// It is answered with this status, and the upstream never sees it.
    Status(u16),
    /// The connection is reset.
    Reset,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRule {
    part: String,
    help: &'static str,
}

impl FromStr for Rule {
    type Err = BadRule;

    fn from_str(text: &str) -> Result<Rule, BadRule> {
        let mut rule = Rule { delay: None, outcome: Outcome::Passed, rate: 1.0, path: None, method: None, seed: None };
        for part in text.split(',').map(str::trim) {
            rule.take(part).map_err(|help| BadRule { part: part.to_owned(), help })?;
        }
        let does_nothing = rule.delay.is_none() && rule.outcome == Outcome::Passed;
        let help = "say what happens: status=503, delay=300ms or reset";
        if does_nothing { Err(BadRule { part: text.to_owned(), help }) } else { Ok(rule) }
    }
}

impl Rule {
    fn take(&mut self, part: &str) -> Result<(), &'static str> {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name {
            "reset" if value.is_empty() => self.end_with(Outcome::Reset)?,
            "status" => self.end_with(Outcome::Status(status(value)?))?,
            "delay" => self.delay = Some(span(value).ok_or("write it as delay=300ms or delay=100ms-2s")?),
            "rate" => self.rate = rate(value).ok_or("write it as rate=10% or rate=0.1")?,
            "path" => self.path = Some(Pattern::read(value).ok_or("write it as path=/api/*, with one * at most")?),
            "method" if !value.is_empty() => self.method = Some(value.to_owned()),
            "seed" => self.seed = Some(value.parse().map_err(|_| "write it as seed=7")?),
            _ => return Err("known are status, delay, reset, rate, path, method and seed"),
        }
        Ok(())
    }

    fn end_with(&mut self, outcome: Outcome) -> Result<(), &'static str> {
        if self.outcome != Outcome::Passed {
            return Err("only one of status and reset can happen; make two rules of it");
        }
        self.outcome = outcome;
        Ok(())
    }

    /// Whether it is about such requests.
    pub fn is_about(&self, method: &str, path: &str) -> bool {
        self.method.as_ref().is_none_or(|only| only == method) && self.path.as_ref().is_none_or(|only| only.fits(path))
    }
}

fn status(text: &str) -> Result<u16, &'static str> {
    let status = text.parse().ok().filter(|status| (200..=999).contains(status));
    status.ok_or("write a final status, 200 to 999")
}

fn rate(text: &str) -> Option<f64> {
    let rate = match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => text.parse().ok()?,
    };
    (0.0..=1.0).contains(&rate).then_some(rate)
}

/// `300ms`, or `100ms-2s`.
fn span(text: &str) -> Option<(Duration, Duration)> {
    let (least, most) = text.split_once('-').unwrap_or((text, text));
    // In `100-300ms` the unit of the second is that of both.
    let unit = &most[most.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(most.len())..];
    let least = duration(least).or_else(|| duration(&format!("{least}{unit}")))?;
    let most = duration(most)?;
    (least <= most).then_some((least, most))
}

fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (text.strip_suffix('s')?, 1.0),
    };
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let seconds = number.parse::<f64>().ok().filter(|_| is_number)? * unit;
    Duration::try_from_secs_f64(seconds).ok()
}

impl fmt::Display for BadRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} is no fault; {}", self.part, self.help)
    }
}

impl std::error::Error for BadRule {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Rule {
        text.parse().unwrap()
    }

    #[test]
    fn a_rule_says_what_when_and_how_often() {
        let rule = read("status=503, rate=10%, path=/api/*, seed=7");
        assert_eq!((rule.outcome, rule.rate, rule.seed), (Outcome::Status(503), 0.1, Some(7)));
        assert!(rule.is_about("PUT", "/api/x") && !rule.is_about("PUT", "/x"));
        assert!(!read("reset,method=POST").is_about("GET", "/"));
    }

    #[test]
    fn a_delay_may_be_a_span() {
        let ms = Duration::from_millis;
        assert_eq!(read("delay=300ms").delay, Some((ms(300), ms(300))));
        assert_eq!(read("delay=0.1s-2s").delay, Some((ms(100), ms(2000))));
        assert_eq!(read("delay=100-300ms").delay, Some((ms(100), ms(300))));
    }

    #[test]
    fn what_cannot_be_meant_is_said() {
        for text in [
            "",
            "rate=10%",
            "status=99",
            "status=103",
            "status=x",
            "rate=101%,reset",
            "rate=NaN,reset",
            "delay=5",
            "delay=2s-1s",
            "delay=-1s",
            "delay=1e9999s",
            "path=*/a/*,reset",
            "reset=1",
            "status=500,reset",
            "seed=x,reset",
            "method=,reset",
            "stauts=503",
        ] {
            assert!(text.parse::<Rule>().is_err(), "{text}");
        }
        let error = "reset,stauts=503".parse::<Rule>().unwrap_err();
        assert!(error.to_string().contains("\"stauts=503\"") && error.to_string().contains("known are"));
    }
}
