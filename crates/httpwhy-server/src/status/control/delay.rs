//! How long to wait: `300ms`, `100ms-2s`, `normal:300ms,50ms`, `lognormal:300ms,0.5`.

use std::time::Duration;

use super::Refused;
use crate::random::Random;

/// A duration, or a distribution of durations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Delay {
    /// Always the same.
    Fixed(Duration),
    /// Anything between the two.
    Uniform(Duration, Duration),
    /// By mean and standard deviation.
    Normal(Duration, Duration),
    /// By median and the standard deviation of the logarithm: a long tail, as real services have.
    LogNormal(Duration, f64),
}

/// What a bare number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bare {
    /// Nothing: a unit must be there.
    Refused,
    /// Milliseconds, as with httpstat.us.
    Milliseconds,
    /// Seconds, as with httpbin.
    Seconds,
}

impl Delay {
    /// Reads a delay that nowhere can be sure to exceed `most`.
    pub fn read(parameter: &'static str, text: &str, bare: Bare, most: Duration) -> Result<Delay, Refused> {
        let fits = |delay: &Delay| delay.typical_most() <= most;
        parse(text, bare).filter(fits).ok_or_else(|| {
            let allowed = match bare {
                Bare::Refused => {
                    "a time with its unit, 300ms or 2s; a range, 100ms-2s; normal:300ms,50ms; or lognormal:300ms,0.5"
                }
                Bare::Milliseconds => "milliseconds, or a range of them, 100-2000",
                Bare::Seconds => "seconds",
            };
            Refused::new(parameter, text, format!("{allowed}; at most {most:?} on this server"))
        })
    }

    /// One of it, `most` at the most.
    pub fn sample(self, random: &mut Random, most: Duration) -> Duration {
        let seconds = match self {
            Delay::Fixed(time) => return time.min(most),
            Delay::Uniform(from, to) => from.as_secs_f64() + random.fraction() * (to - from).as_secs_f64(),
            Delay::Normal(mean, deviation) => mean.as_secs_f64() + random.normal() * deviation.as_secs_f64(),
            Delay::LogNormal(median, sigma) => median.as_secs_f64() * (random.normal() * sigma).exp(),
        };
        Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(most).min(most)
    }

    fn typical_most(&self) -> Duration {
        match *self {
            Delay::Fixed(time) | Delay::Uniform(_, time) | Delay::Normal(time, _) | Delay::LogNormal(time, _) => time,
        }
    }
}

fn parse(text: &str, bare: Bare) -> Option<Delay> {
    if let Some(rest) = text.strip_prefix("normal:") {
        let (mean, deviation) = rest.split_once(',')?;
        return Some(Delay::Normal(duration(mean, bare)?, duration(deviation, bare)?));
    }
    if let Some(rest) = text.strip_prefix("lognormal:") {
        let (median, sigma) = rest.split_once(',')?;
        let sigma = sigma.trim().parse().ok().filter(|sigma| (0.0..=10.0).contains(sigma))?;
        return Some(Delay::LogNormal(duration(median, bare)?, sigma));
    }
    match text.split_once('-') {
        None => duration(text, bare).map(Delay::Fixed),
        Some((from, to)) => {
            // In `100-300ms` the unit stands once, for both.
            let unit = to.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
            let from = duration(from, bare).or_else(|| duration(&format!("{from}{unit}"), bare))?;
            let to = duration(to, bare)?;
            (from <= to).then_some(Delay::Uniform(from, to))
        }
    }
}

/// A time with its unit, a day at the most.
pub fn duration(text: &str, bare: Bare) -> Option<Duration> {
    let text = text.trim();
    let split = text.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let unit = match (unit, bare) {
        ("ms", _) | ("", Bare::Milliseconds) => 0.001,
        ("s", _) | ("", Bare::Seconds) => 1.0,
        ("m", _) => 60.0,
        ("", Bare::Refused) if number == "0" => 1.0,
        _ => return None,
    };
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let seconds = number.parse::<f64>().ok().filter(|_| is_number)? * unit;
    (seconds <= 86_400.0).then(|| Duration::try_from_secs_f64(seconds).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: Duration = Duration::from_secs(30);

    fn read(text: &str) -> Option<Delay> {
        Delay::read("delay", text, Bare::Refused, MOST).ok()
    }

    fn millis(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    #[test]
    fn a_delay_has_a_unit() {
        assert_eq!(read("300ms"), Some(Delay::Fixed(millis(300))));
        assert_eq!(read("1.5s"), Some(Delay::Fixed(millis(1500))));
        assert_eq!(read("300"), None);
        assert_eq!(duration("300", Bare::Milliseconds), Some(millis(300)));
        assert_eq!(duration("2", Bare::Seconds), Some(millis(2000)));
    }

    #[test]
    fn a_range_has_two_ends() {
        assert_eq!(read("100-300ms"), Some(Delay::Uniform(millis(100), millis(300))));
        assert_eq!(read("100ms-2s"), Some(Delay::Uniform(millis(100), millis(2000))));
        assert_eq!(read("2s-100ms"), None);
    }

    #[test]
    fn what_is_longer_than_the_server_waits_is_refused() {
        for text in
            ["31s", "1s-31s", "normal:1m,1s", "lognormal:31s,1", "99999999999999999999s", "1e9s", "-1s", "nan", "infs"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        let Err(Refused::Value { allowed, .. }) = Delay::read("delay", "31s", Bare::Refused, MOST) else { panic!() };
        assert!(allowed.ends_with("at most 30s on this server"));
    }

    #[test]
    fn no_sample_exceeds_the_most() {
        for text in ["normal:29s,60s", "lognormal:10s,10", "0s-30s"] {
            let delay = read(text).unwrap();
            assert!((0..1000).all(|nth| delay.sample(&mut Random::seeded(3, nth), MOST) <= MOST), "{text}");
        }
    }
}
