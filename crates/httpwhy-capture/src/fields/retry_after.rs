//! `Retry-After`: a number of seconds or a date (RFC 9110, section 10.2.3).

use std::time::{Duration, SystemTime};

/// When to come back.
///
/// ```
/// use httpwhy_capture::fields::retry_after::{RetryAfter, parse};
/// assert_eq!(parse("120"), Some(RetryAfter::Seconds(120)));
/// assert!(matches!(parse("Wed, 25 Nov 2026 10:00:00 GMT"), Some(RetryAfter::Date(_))));
/// assert_eq!(parse("soon"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// Seconds after the response was received.
    Seconds(u64),
    /// A date on the server's clock.
    Date(SystemTime),
}

impl RetryAfter {
    /// How long to wait from `now`; nothing if the date has passed.
    pub fn wait(self, now: SystemTime) -> Duration {
        match self {
            RetryAfter::Seconds(seconds) => Duration::from_secs(seconds),
            RetryAfter::Date(date) => date.duration_since(now).unwrap_or_default(),
        }
    }
}

/// Reads the value; `None` if it is neither form.
pub fn parse(value: &str) -> Option<RetryAfter> {
    let value = value.trim();
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.parse().ok().map(RetryAfter::Seconds);
    }
    httpdate::parse_http_date(value).ok().map(RetryAfter::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_in_the_past_is_no_wait() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(2_000_000_000);
        assert_eq!(parse("Wed, 25 Nov 2026 10:00:00 GMT").unwrap().wait(now), Duration::ZERO);
    }

    #[test]
    fn a_number_too_large_is_not_a_wait() {
        assert_eq!(parse("99999999999999999999999"), None);
    }
}
