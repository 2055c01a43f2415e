//! `/limit/N/WINDOW/KEY`: a real rate limit, by fixed windows.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::plan::Plan;

use super::ask::{Answered, Ask, Checked};
use super::duration;
use super::provoked::provoked;
use super::visits::Visits;

const MOST_KEYS: usize = 10_000;
const MOST_KEY: usize = 128;
const MOST_REQUESTS: usize = 1_000_000;
const LONGEST: Duration = Duration::from_secs(3600);

/// How many requests each key has made in its window.
pub struct Windows(Mutex<Visits<(Limit, String), usize>>);

impl Default for Windows {
    fn default() -> Windows {
        Windows(Mutex::new(Visits::new(MOST_KEYS)))
    }
}

/// So many requests in such a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Limit {
    requests: usize,
    window: Duration,
}

/// Where a key stands after a request.
#[derive(Debug, PartialEq, Eq)]
enum Standing {
    Within { remaining: usize, reset: Duration },
    Beyond { reset: Duration },
}

impl Windows {
    fn count(&self, limit: Limit, key: &str, now: Instant) -> Standing {
        let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (limit, key.to_owned());
        let made = visits.entry(key.clone(), 0, limit.window, now);
        *made = made.saturating_add(1);
        let made = *made;
        let reset = visits.end(&key).map_or(limit.window, |end| end.saturating_duration_since(now));
        match limit.requests.checked_sub(made) {
            Some(remaining) => Standing::Within { remaining, reset },
            None => Standing::Beyond { reset },
        }
    }
}

/// Counts this request.
pub fn answer(ask: &Ask) -> Answered {
    let limit = read(ask)?;
    let peer = ask.request.peer.to_string();
    let key = match ask.part(2) {
        "" => &peer,
        key if key.len() > MOST_KEY => {
            Err(provoked(400, format!("The key is longer than {MOST_KEY} bytes. Take a shorter one.")))?
        }
        key => key,
    };
    Ok(match ask.site.endpoints.limits.count(limit, key, ask.now) {
        Standing::Within { remaining, reset } => {
            told(super::json(&json!({ "key": key, "remaining": remaining })), limit, remaining, reset)
        }
        Standing::Beyond { reset } => {
            let seconds = whole_seconds(reset);
            let detail = format!(
                "This key made more than {} requests in its window. Wait {seconds} s, then go on.",
                limit.requests
            );
            told(provoked(429, detail).field("Retry-After", seconds.to_string()), limit, 0, reset)
        }
    })
}

fn read(ask: &Ask) -> Checked<Limit> {
    let requests = ask.number(0, MOST_REQUESTS)?;
    let window = duration::read(ask.part(1)).filter(|window| !window.is_zero() && *window <= LONGEST);
    let window =
        window.ok_or_else(|| provoked(400, "The window must be a time up to an hour, such as 500ms, 10s or 1m."))?;
    Ok(Limit { requests, window })
}

/// With the fields of draft-ietf-httpapi-ratelimit-headers, and those that were usual before it.
fn told(plan: Plan, limit: Limit, remaining: usize, reset: Duration) -> Plan {
    let (requests, reset) = (limit.requests, whole_seconds(reset));
    plan.field("RateLimit-Policy", format!("\"fixed\";q={requests};w={}", whole_seconds(limit.window)))
        .field("RateLimit", format!("\"fixed\";r={remaining};t={reset}"))
        .field("X-RateLimit-Limit", requests.to_string())
        .field("X-RateLimit-Remaining", remaining.to_string())
        .field("X-RateLimit-Reset", reset.to_string())
}

/// Rounded up: who waits so long has waited long enough.
fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;
    use crate::endpoints::tests::site;
    use crate::endpoints::tests::{answered_by, asked};

    #[test]
    fn a_window_ends_and_begins_anew() {
        let windows = Windows::default();
        let limit = Limit { requests: 1, window: Duration::from_secs(10) };
        let start = Instant::now();
        let later = |seconds| start + Duration::from_secs(seconds);
        assert_eq!(windows.count(limit, "a", start), Standing::Within { remaining: 0, reset: limit.window });
        assert_eq!(windows.count(limit, "a", later(4)), Standing::Beyond { reset: Duration::from_secs(6) });
        assert_eq!(windows.count(limit, "b", later(4)), Standing::Within { remaining: 0, reset: limit.window });
        assert_eq!(windows.count(limit, "a", later(10)), Standing::Within { remaining: 0, reset: limit.window });
    }

    #[test]
    fn beyond_the_limit_is_429_with_when_to_return() {
        let site = site();
        let plan = answered_by(&site, Request::get("/limit/1/10s/a"));
        assert_eq!((plan.status, plan.get("ratelimit")), (200, Some("\"fixed\";r=0;t=10")));
        assert_eq!(plan.get("ratelimit-policy"), Some("\"fixed\";q=1;w=10"));
        let plan = answered_by(&site, Request::get("/limit/1/10s/a"));
        assert_eq!((plan.status, plan.get("retry-after")), (429, Some("10")));
        assert_eq!(answered_by(&site, Request::get("/limit/1/10s")).status, 200);
    }

    #[test]
    fn a_limit_that_makes_no_sense_is_refused() {
        for target in ["/limit/x/10s/a", "/limit/1/0/a", "/limit/1/2h/a", "/limit/1/x/a"] {
            assert_eq!(asked(target).status, 400, "{target}");
        }
    }
}
