//! Evidence that was sent: read, told from each other, diagnosed.

use std::time::Duration;

use httpwhy_capture::{Capture, har};
use httpwhy_core::Request;
use httpwhy_report::{Now, Report};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::reports::Refusal;

/// Of more entries that failed, the first ones tell enough.
const MOST_ENTRIES: usize = 100;

/// What the evidence shows: a response, or each entry of a HAR file that failed.
pub fn diagnosed(content: &[u8], request: Option<Request>, took: Option<Duration>) -> Result<Report, Refusal> {
    let mut captures = captures(content).map_err(Refusal::new)?;
    if let [only] = captures.as_mut_slice() {
        request.into_iter().for_each(|request| only.set_request(request));
        took.into_iter().for_each(|took| only.set_took(took));
    }
    let now = Now::new(|| Timestamp::now().to_zoned(TimeZone::UTC));
    Ok(Report::answers(captures.iter().map(|capture| Report::diagnosis(capture, &now)).collect()))
}

fn captures(content: &[u8]) -> Result<Vec<Capture>, String> {
    let beginning = String::from_utf8_lossy(&content[..content.len().min(4096)]);
    let exchange = || httpwhy_capture::read(content).map(|capture| vec![capture]).map_err(|error| error.to_string());
    if har::is_one(&beginning) {
        return entries(content).or_else(|error| exchange().map_err(|_| error));
    }
    let is_object = beginning.trim_start().starts_with('{');
    // The log of a HAR file may stand behind other members.
    exchange().or_else(|error| if is_object { entries(content).map_err(|_| error) } else { Err(error) })
}

fn entries(content: &[u8]) -> Result<Vec<Capture>, String> {
    let failed = har::failed(content, None, MOST_ENTRIES).map_err(|error| error.to_string())?;
    if failed.captures.is_empty() {
        return Err("no entry of the HAR file has a request and a response with a status".to_owned());
    }
    Ok(failed.captures)
}

/// `GET https://example.com/x`.
pub fn request(text: &str) -> Result<Request, Refusal> {
    let bad = || Refusal::new("It is not a method and a URL. Write it as GET https://example.com/x");
    let (method, url) = text.split_once(' ').ok_or_else(bad)?;
    let is_method = (1..=20).contains(&method.len()) && method.bytes().all(|byte| byte.is_ascii_uppercase());
    let rest = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")).ok_or_else(bad)?;
    let is_url = (1..=2000).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_graphic());
    let request = Request { method: method.to_owned(), target: url.to_owned(), fields: None };
    if is_method && is_url { Ok(request) } else { Err(bad()) }
}

/// `60s`, `1.5s`, `300ms`.
pub fn duration(text: &str) -> Result<Duration, Refusal> {
    let bad = || Refusal::new("It is no duration. Write it as 60s, 1.5s or 300ms.");
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (text.strip_suffix('s').ok_or_else(bad)?, 1.0),
    };
    let is_part = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = number.split_once('.').map_or(is_part(number), |(whole, part)| is_part(whole) && is_part(part));
    let seconds = number.parse::<f64>().ok().filter(|_| is_number).ok_or_else(bad)? * unit;
    Duration::try_from_secs_f64(seconds).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_requests_are_read_strictly() {
        assert_eq!(duration("1.5s").unwrap(), Duration::from_millis(1500));
        assert_eq!(duration("300ms").unwrap(), Duration::from_millis(300));
        for bad in ["", "s", "60", "-1s", "1e9s", "1.s", "1234567s", "NaNs"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
        assert!(request("GET https://a.example/").is_ok());
        for bad in ["", "GET", "get https://a.example/", "GET /x", "GET https://", "GET https://a b"] {
            assert!(request(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_har_file_is_known_wherever_its_log_stands() {
        let log = r#""log":{"entries":[{"request":{"method":"GET","url":"https://a/"},"response":{"status":404}}]}"#;
        assert!(captures(format!("{{{log}}}").as_bytes()).is_ok());
        assert!(captures(format!("{{\"x\": 1, {log}}}").as_bytes()).is_ok());
        assert!(captures(br#"{"log":{},"status":404,"title":"x"}"#).is_ok());
        assert!(captures(b"{}").is_err());
    }
}
