//! Evidence that was sent: read, told from each other, diagnosed.

use std::time::Duration;

use httpwhy_capture::{Capture, Error, har};
use httpwhy_core::Request;
use httpwhy_logs::{Log, Question, about, looks_like_one};
use httpwhy_report::{Now, Report};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::reports::Refusal;

/// What was given.
#[derive(Debug, Default)]
pub struct Given {
    /// A response, a transcript, a problem document, a HAR file, or log lines.
    pub content: Vec<u8>,
    /// Log lines beside it.
    pub logs: Vec<u8>,
    /// The request it belongs to.
    pub request: Option<Request>,
    /// How long the answer took.
    pub took: Option<Duration>,
}

/// A file shows what it is in its beginning.
const BEGINNING: usize = 4096;

/// What the evidence shows: an exchange, or of a HAR file the entries that failed, `most` at most.
pub fn captures(given: &Given, most: usize) -> Result<Vec<Capture>, Error> {
    let content = given.content.as_slice();
    let beginning = String::from_utf8_lossy(&content[..content.len().min(BEGINNING)]);
    let exchange = || exchange(given, &beginning).map(|capture| vec![capture]);
    if har::is_one(&beginning) {
        return entries(content, most).or_else(|error| exchange().map_err(|_| error));
    }
    let is_object = beginning.trim_start().starts_with('{');
    // The log of a HAR file may stand behind other members.
    exchange().or_else(|error| if is_object { entries(content, most).map_err(|_| error) } else { Err(error) })
}

/// The report on all of them. Whoever sent them from afar has another local time than this server.
pub fn report(captures: &[Capture]) -> Report {
    let now = Now::new(|| Timestamp::now().to_zoned(TimeZone::UTC));
    Report::answers(captures.iter().map(|capture| Report::diagnosis(capture, &now)).collect())
}

fn exchange(given: &Given, beginning: &str) -> Result<Capture, Error> {
    let is_log = !httpwhy_capture::is_exchange(beginning) && looks_like_one(beginning);
    // A client that got nothing, and the logs that know why.
    let is_in_logs = is_log || (beginning.trim().is_empty() && !given.logs.trim_ascii().is_empty());
    let mut capture = match &given.request {
        Some(request) if is_in_logs => Capture::of_request(request.clone()),
        None if is_log => {
            return Err(Error::NoResponse { looks_like: "log lines, and the request they are about is not said" });
        }
        _ => httpwhy_capture::read(given.content.as_slice())?,
    };
    given.request.iter().for_each(|request| capture.set_request(request.clone()));
    given.took.into_iter().for_each(|took| capture.set_took(took));
    let logs = [given.logs.as_slice(), if is_log { given.content.as_slice() } else { &[] }];
    let logs = logs.into_iter().filter(|bytes| !bytes.trim_ascii().is_empty());
    let log = |bytes: &[u8]| Log::Bytes { name: "the log lines".to_owned(), bytes: bytes.to_vec() };
    let logs: Vec<Log> = logs.map(log).collect();
    if !logs.is_empty() {
        let question = Question { took: given.took, ..Question::of(capture.last()) };
        let logged = about(&question, &logs)?;
        capture.set_logged(logged);
    }
    Ok(capture)
}

fn entries(content: &[u8], most: usize) -> Result<Vec<Capture>, Error> {
    let captures = har::failed(content, None, most)?.captures;
    let none = || Error::Har { problem: "no entry has a request and a response with a status".to_owned() };
    if captures.is_empty() { Err(none()) } else { Ok(captures) }
}

/// What is wrong, and what to do at a terminal.
pub fn told(error: &Error) -> (String, String) {
    let text = error.to_string();
    let (what, help) = text.split_once("\nhelp: ").unwrap_or((&text, ""));
    (what.to_owned(), help.to_owned())
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

    fn given(content: impl AsRef<[u8]>) -> Given {
        Given { content: content.as_ref().to_vec(), ..Given::default() }
    }

    #[test]
    fn a_har_file_is_known_wherever_its_log_stands() {
        let log = r#""log":{"entries":[{"request":{"method":"GET","url":"https://a/"},"response":{"status":404}}]}"#;
        assert!(captures(&given(format!("{{{log}}}")), 9).is_ok());
        assert!(captures(&given(format!("{{\"x\": 1, {log}}}")), 9).is_ok());
        assert!(captures(&given(r#"{"log":{},"status":404,"title":"x"}"#), 9).is_ok());
        assert!(captures(&given("{}"), 9).is_err());
    }

    const ERROR_LOG: &str = "2026/11/22 11:36:00 [error] 7#7: *1 directory index of \"/srv/www/files/\" is forbidden, \
        client: 192.0.2.7, server: _, request: \"GET /files/ HTTP/1.1\", host: \"www.example.com\"\n";
    const ACCESS_LOG: &str = "192.0.2.7 - - [22/Nov/2026:11:36:00 +0000] \"GET /files/ HTTP/1.1\" 403 153\n";

    fn json(given: &Given) -> String {
        httpwhy_report::render::json(&report(&captures(given, 9).unwrap()))
    }

    #[test]
    fn a_line_of_a_log_beside_the_response_tells_the_cause() {
        let request = request("GET https://www.example.com/files/").ok();
        let response = given("HTTP/1.1 403 Forbidden\r\nServer: nginx\r\n\r\n");
        let json = json(&Given { request, logs: ERROR_LOG.into(), ..response });
        assert!(json.contains("\"verdict\": \"cause\"") && json.contains("directory-listing-disabled"));
    }

    #[test]
    fn log_lines_alone_need_the_request() {
        let lines = [ACCESS_LOG, ERROR_LOG].concat();
        assert!(captures(&given(&lines), 9).is_err());
        let request = request("GET https://www.example.com/files/").ok();
        let json = json(&Given { request, ..given(&lines) });
        assert!(json.contains("\"status\": 403") && json.contains("directory-listing-disabled"));
    }
}
