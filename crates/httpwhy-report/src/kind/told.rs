//! What a response tells of itself, in words.

use std::sync::LazyLock;

use httpwhy_capture::Told;
use httpwhy_capture::fields::challenge::Challenge;
use httpwhy_capture::fields::content_range::ContentRange;
use httpwhy_capture::fields::problem::Problem;
use httpwhy_capture::fields::proxy_status::ProxyStatus;
use httpwhy_capture::fields::retry_after::RetryAfter;
use jiff::Zoned;

use super::foreign::{code, quoted, text as foreign};

use crate::Fact;

/// More members of a problem than this are not read by anybody.
const MOST_MEMBERS: usize = 12;

/// The time of a report. It is read only where a wait is told, because a zone is found by reading a hundred files.
pub type Now = LazyLock<Zoned>;

/// A field and what it says; `now` turns waits into times.
pub fn fact(told: &Told, now: &Now) -> Fact {
    match told {
        Told::RetryAfter(after) => Fact::new("Retry-After", retry_after(*after, now)),
        Told::Unreadable(name, value) => {
            Fact::new(*name, format!("{} cannot be read, so it is as if it were not there.", code(value)))
        }
        Told::Challenge(challenge) => Fact::new("WWW-Authenticate", credentials(challenge)),
        Told::ProxyChallenge(challenge) => Fact::new("Proxy-Authenticate", credentials(challenge)),
        Told::Allow(methods) if methods.is_empty() => {
            Fact::new("Allow", "Empty: the target offers no method at all for now.")
        }
        Told::Allow(methods) => Fact::new("Allow", format!("The target offers {}.", foreign(&methods.join(", ")))),
        Told::Location(location, resolved) => Fact::new("Location", location_text(location, resolved.as_deref())),
        Told::ContentRange(range) => Fact::new("Content-Range", content_range(range)),
        Told::Problem(problem) => Fact::new("Problem details", problem_text(problem)),
        Told::ProxyStatus(status) => Fact::new("Proxy-Status", proxy_status(status)),
        Told::BlockedBy(url) => Fact::new(
            "Blocked by",
            format!("{} applies the block; whoever demanded it is another question.", code(url)),
        ),
    }
}

fn retry_after(after: RetryAfter, now: &Zoned) -> String {
    let wait = after.wait(now.timestamp().into());
    if wait.as_secs() == 0 {
        return "The time it names has come: try again now.".to_owned();
    }
    let from = match after {
        RetryAfter::Seconds(_) => " if the response is from now",
        RetryAfter::Date(_) => "",
    };
    // A wait beyond the calendar has no time of day.
    match now.checked_add(wait) {
        Ok(until) => format!("Wait {}, until {}{from}.", duration(wait.as_secs()), clock(&until, now)),
        Err(_) => format!("Wait {}.", duration(wait.as_secs())),
    }
}

/// The time of day in the local zone; with the date if it is another day.
fn clock(at: &Zoned, now: &Zoned) -> String {
    let format = if at.date() == now.date() { "%H:%M:%S" } else { "%Y-%m-%d %H:%M:%S" };
    let zone = at.time_zone().iana_name().unwrap_or("local time").to_owned();
    format!("{} ({zone})", at.strftime(format))
}

fn duration(seconds: u64) -> String {
    let parts = [
        (seconds / 86_400, "day"),
        (seconds / 3600 % 24, "hour"),
        (seconds / 60 % 60, "minute"),
        (seconds % 60, "second"),
    ];
    let spoken = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .take(2)
        .map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }));
    spoken.collect::<Vec<_>>().join(" ")
}

fn credentials(challenge: &Challenge) -> String {
    let mut text = format!("Send **{}** credentials", foreign(&challenge.scheme));
    if let Some(realm) = challenge.get("realm").filter(|realm| !realm.is_empty()) {
        text.push_str(&format!(" for the realm {}", quoted(realm)));
    }
    text.push('.');
    if let Some(error) = challenge.get("error") {
        text.push_str(&format!(" It says {}{}.", code(error), oauth(error)));
    }
    if let Some(description) = challenge.get("error_description") {
        text.push_str(&format!(" {}", quoted(description)));
    }
    if let Some(scope) = challenge.get("scope") {
        text.push_str(&format!(" Needed scope: {}.", code(scope)));
    }
    if challenge.get("stale").is_some_and(|stale| stale.eq_ignore_ascii_case("true")) {
        text.push_str(" Only the nonce was old: the same credentials with the new nonce will do.");
    }
    text
}

/// The error codes of bearer tokens (RFC 6750, section 3.1).
fn oauth(error: &str) -> &'static str {
    match error {
        "invalid_token" => ": the token is expired, revoked, malformed or not for this server",
        "insufficient_scope" => ": the token is valid, its rights are too small",
        "invalid_request" => ": the request itself is malformed",
        _ => "",
    }
}

fn location_text(location: &str, resolved: Option<&str>) -> String {
    match resolved {
        Some(resolved) if resolved != location => format!("{}, which is {}", code(location), code(resolved)),
        _ => code(location),
    }
}

fn content_range(range: &ContentRange) -> String {
    let ContentRange { unit, range, length } = range;
    let unit = foreign(unit);
    match (range, length) {
        (Some((first, last)), Some(length)) => format!("This is {unit} {first} to {last} of {length}."),
        (Some((first, last)), None) => format!("This is {unit} {first} to {last}; the whole length is not known."),
        (None, Some(length)) => format!("The whole is {length} {unit} long; ask for a range inside it."),
        (None, None) => "It says neither range nor length.".to_owned(),
    }
}

fn problem_text(problem: &Problem) -> String {
    let mut parts: Vec<String> =
        [&problem.title, &problem.detail].into_iter().flatten().map(|text| quoted(text)).collect();
    parts
        .extend(problem.kind.iter().filter(|kind| *kind != "about:blank").map(|kind| format!("Type: {}.", code(kind))));
    parts.extend(problem.instance.iter().map(|instance| format!("Instance: {}.", code(instance))));
    parts.extend(
        problem.others.iter().take(MOST_MEMBERS).map(|(name, value)| format!("{}: {}.", foreign(name), code(value))),
    );
    parts.join(" ")
}

fn proxy_status(status: &ProxyStatus) -> String {
    let mut text = format!("**{}**", foreign(&status.name));
    match (&status.error, status.received_status) {
        (Some(error), _) => text.push_str(&format!(" reports {}", code(error))),
        (None, Some(received)) => text.push_str(&format!(" passed on a {received} it received")),
        (None, None) => text.push_str(" handled the response"),
    }
    if let Some(next_hop) = &status.next_hop {
        text.push_str(&format!(", next hop {}", code(next_hop)));
    }
    text.push('.');
    if let Some(details) = &status.details {
        text.push_str(&format!(" {}", quoted(details)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Now {
        Now::new(|| "2026-11-25T10:00:00+00:00[UTC]".parse().unwrap())
    }

    #[test]
    fn a_wait_is_told_as_a_time() {
        let text = retry_after(RetryAfter::Seconds(90), &now());
        assert_eq!(text, "Wait 1 minute 30 seconds, until 10:01:30 (UTC) if the response is from now.");
    }

    #[test]
    fn a_wait_into_another_day_has_its_date() {
        assert!(retry_after(RetryAfter::Seconds(86_400), &now()).contains("2026-11-26 10:00:00"));
    }

    #[test]
    fn an_absurd_wait_does_not_panic() {
        assert!(retry_after(RetryAfter::Seconds(u64::MAX), &now()).starts_with("Wait "));
    }

    #[test]
    fn a_bearer_error_is_explained() {
        let challenge =
            &httpwhy_capture::fields::challenge::parse(r#"Bearer error="insufficient_scope", scope="write""#)[0];
        assert!(credentials(challenge).contains("rights are too small"));
    }
}
