//! HAR 1.2 as browsers save it: one entry after the other, so that a file of any length takes little memory.

use std::fmt;
use std::io::{BufReader, Read};
use std::time::Duration;

use base64::Engine;
use httpwhy_core::{Exchange, Failure, Fields, Request, Response};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{Capture, Error};

/// As much of one content is kept.
const MOST_CONTENT: usize = 256 * 1024;

/// Whether the beginning of a text is that of a HAR file.
pub fn is_one(beginning: &str) -> bool {
    let start: String = beginning.chars().filter(|c| !c.is_whitespace()).take(4096).collect();
    start.trim_start_matches('\u{feff}').starts_with("{\"log\":{")
}

/// What a file held.
#[derive(Debug, Default)]
pub struct Har {
    /// The entries read.
    pub entries: usize,
    /// The numbers of the entries that were not understood, from 1.
    pub not_understood: Vec<usize>,
    /// Why the file ended before its end, if it did.
    pub broken: Option<String>,
}

/// Reads a HAR file and hands over each entry with its number from 1. A bad entry is counted and
/// does not stop the rest.
pub fn read(input: impl Read, each: &mut dyn FnMut(usize, Capture)) -> Result<Har, Error> {
    let mut har = Har::default();
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(input));
    let read = Within { names: &PLACE, har: &mut har, each }.deserialize(&mut json);
    if let Err(error) = read {
        if har.entries == 0 {
            return Err(Error::Har { problem: error.to_string() });
        }
        har.broken = Some(error.to_string());
    }
    if har.entries == 0 {
        return Err(Error::Har { problem: "it has no entries".to_owned() });
    }
    Ok(har)
}

/// The entries that count, each with its number as a note.
#[derive(Debug)]
pub struct Failed {
    /// Those that failed; where none did, the last.
    pub captures: Vec<Capture>,
    /// How many failed.
    pub count: usize,
    /// What the file held.
    pub har: Har,
}

/// Reads a HAR file and keeps the entries that failed, at most `most`; or the one of the number asked for.
///
/// ```
/// let har = br#"{"log":{"entries":[{"request":{"method":"GET","url":"https://a.example/"},"response":{"status":502}}]}}"#;
/// let failed = httpwhy_capture::har::failed(&har[..], None, 100).unwrap();
/// assert_eq!((failed.count, failed.captures[0].last().status()), (1, 502));
/// ```
pub fn failed(input: impl Read, entry: Option<usize>, most: usize) -> Result<Failed, Error> {
    let (mut captures, mut count, mut last) = (Vec::new(), 0, None);
    let har = read(input, &mut |number, mut capture| {
        let status = capture.last().status();
        let is_failed = status == 0 || status >= 400;
        count += usize::from(is_failed);
        if entry.map_or(is_failed && captures.len() < most, |entry| entry == number) {
            capture.notes.insert(0, ("Entry", number.to_string()));
            captures.push(capture);
        } else {
            last = Some(capture);
        }
    })?;
    // Where nothing failed, the last entry says so.
    captures.extend(last.filter(|_| count == 0 && entry.is_none()));
    Ok(Failed { captures, count, har })
}

/// Where the entries stand; all other members are skipped.
const PLACE: [&str; 2] = ["log", "entries"];

/// Goes down to the entries: an object for each name that is left, then the list.
struct Within<'a> {
    names: &'static [&'static str],
    har: &'a mut Har,
    each: &'a mut dyn FnMut(usize, Capture),
}

impl<'de> DeserializeSeed<'de> for Within<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        if self.names.is_empty() { json.deserialize_seq(self) } else { json.deserialize_map(self) }
    }
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.names.first() {
            Some(name) => write!(f, "an object with `{name}`"),
            None => f.write_str("a list of entries"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if self.names.first().is_some_and(|wanted| *wanted == name) {
                map.next_value_seed(Within { names: &self.names[1..], har: &mut *self.har, each: &mut *self.each })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        // An entry is read as any JSON first: one of another shape leaves the reader where the next begins.
        while let Some(value) = entries.next_element::<serde_json::Value>()? {
            self.har.entries += 1;
            match serde_json::from_value::<Entry>(value) {
                Ok(entry) if entry.names_a_request() => (self.each)(self.har.entries, entry.capture()),
                _ => self.har.not_understood.push(self.har.entries),
            }
        }
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    request: Asked,
    response: Answered,
    /// Milliseconds; -1 if unknown.
    time: Option<f64>,
    timings: Option<Timings>,
    #[serde(rename = "serverIPAddress")]
    server: Option<String>,
}

#[derive(Deserialize)]
struct Asked {
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<Header>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answered {
    status: f64,
    #[serde(default)]
    status_text: String,
    http_version: Option<String>,
    #[serde(default)]
    headers: Vec<Header>,
    content: Option<Content>,
    /// What Chrome says of a request without a response.
    #[serde(rename = "_error")]
    error: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

#[derive(Deserialize)]
struct Content {
    text: Option<String>,
    encoding: Option<String>,
}

/// Milliseconds; -1 if a phase did not take place.
#[derive(Deserialize)]
struct Timings {
    blocked: Option<f64>,
    dns: Option<f64>,
    connect: Option<f64>,
    ssl: Option<f64>,
    wait: Option<f64>,
}

impl Entry {
    fn names_a_request(&self) -> bool {
        let has = |text: &str, is_it: fn(&u8) -> bool| text.as_bytes().iter().any(is_it);
        has(&self.request.method, u8::is_ascii_alphabetic) && has(&self.request.url, u8::is_ascii_lowercase)
    }

    fn capture(self) -> Capture {
        let request = Request {
            method: self.request.method,
            target: self.request.url,
            fields: Some(fields(self.request.headers)),
        };
        let status = if (0.0..=999.0).contains(&self.response.status) { self.response.status as u16 } else { 0 };
        let took = self.timings.as_ref().and_then(|timings| timings.wait).or(self.time).filter(|millis| *millis >= 0.0);
        let mut exchange = Exchange {
            request: Some(request),
            took: took.and_then(|millis| Duration::try_from_secs_f64(millis / 1000.0).ok()),
            ..Exchange::default()
        };
        if status == 0 {
            let message = self.response.error.unwrap_or_else(|| "the browser got no response".to_owned());
            exchange.failure = Some(Failure { curl_exit: exit_of(&message), message });
        } else {
            exchange.response = Some(response(status, self.response));
        }
        let mut capture = Capture::of_exchanges(vec![exchange]);
        capture.notes.extend(self.timings.and_then(|timings| timings.in_words()).map(|words| ("Timing", words)));
        capture.notes.extend(self.server.filter(|server| !server.is_empty()).map(|server| ("Address", server)));
        capture
    }
}

fn response(status: u16, answered: Answered) -> Response {
    let (content, is_cut) = answered.content.map_or((Vec::new(), false), content);
    Response {
        // Chrome writes `h2` and `http/2.0`.
        version: answered.http_version.map(|version| version.to_ascii_uppercase()).map(|version| {
            match version.as_str() {
                "H2" | "HTTP/2.0" => "HTTP/2".to_owned(),
                "H3" | "HTTP/3.0" => "HTTP/3".to_owned(),
                _ => version,
            }
        }),
        status,
        reason: Some(answered.status_text).filter(|reason| !reason.is_empty()),
        fields: Some(fields(answered.headers)),
        content,
        is_cut,
    }
}

fn content(content: Content) -> (Vec<u8>, bool) {
    let Some(text) = content.text else { return (Vec::new(), true) };
    let mut bytes = match content.encoding.as_deref() {
        Some("base64") => base64::engine::general_purpose::STANDARD.decode(text.trim()).unwrap_or_default(),
        _ => text.into_bytes(),
    };
    let is_cut = bytes.len() > MOST_CONTENT;
    bytes.truncate(MOST_CONTENT);
    (bytes, is_cut)
}

fn fields(headers: Vec<Header>) -> Fields {
    let mut fields = Fields::default();
    // HTTP/2 has the request line in fields whose names begin with a colon; they are no fields.
    headers
        .into_iter()
        .filter(|header| !header.name.starts_with(':'))
        .for_each(|header| fields.add(header.name, header.value));
    fields
}

/// curl's number for what Chrome and Firefox call a failure.
fn exit_of(message: &str) -> Option<u8> {
    let known: [(&[&str], u8); 8] = [
        (&["NAME_NOT_RESOLVED", "UNKNOWN_HOST"], 6),
        (&["PROXY", "TUNNEL"], 97),
        (&["CONNECTION_REFUSED", "ADDRESS_UNREACHABLE", "INTERNET_DISCONNECTED"], 7),
        (&["TIMED_OUT", "NET_TIMEOUT"], 28),
        (&["CERT_", "SEC_ERROR"], 60),
        (&["SSL_"], 35),
        (&["EMPTY_RESPONSE"], 52),
        (&["CONNECTION_RESET", "CONNECTION_CLOSED", "NET_RESET", "HTTP2_PROTOCOL_ERROR"], 56),
    ];
    if message.contains("TOO_MANY_REDIRECTS") {
        return Some(47);
    }
    known.iter().find(|(words, _)| words.iter().any(|word| message.contains(word))).map(|(_, exit)| *exit)
}

impl Timings {
    fn in_words(&self) -> Option<String> {
        let phases = [
            ("blocked", self.blocked),
            ("name look-up", self.dns),
            ("connect", self.connect),
            ("TLS", self.ssl),
            ("first byte", self.wait),
        ];
        let words = phases.iter().filter_map(|(name, millis)| {
            millis.filter(|millis| *millis > 0.0).map(|millis| format!("{name} {millis:.0} ms"))
        });
        Some(words.collect::<Vec<_>>().join(", ")).filter(|words| !words.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(har: &str) -> (Vec<(usize, u16)>, Har) {
        let mut found = Vec::new();
        let har = read(har.as_bytes(), &mut |number, capture| found.push((number, capture.last().status()))).unwrap();
        (found, har)
    }

    const GOOD: &str = r#"{"request":{"method":"GET","url":"https://a.example/","headers":[{"name":":path","value":"/"},{"name":"cookie","value":"a=s3cret"}]},"response":{"status":502,"statusText":"Bad Gateway","httpVersion":"h2","headers":[],"content":{"text":"PGhyPg==","encoding":"base64"}},"time":61.2,"timings":{"wait":60.1}}"#;

    #[test]
    fn one_bad_entry_does_not_stop_the_rest() {
        let (found, har) =
            entries(&format!(r#"{{"log":{{"version":"1.2","pages":[],"entries":[{GOOD},{{"request":7}},{GOOD}]}}}}"#));
        assert_eq!(found, [(1, 502), (3, 502)]);
        assert_eq!((har.entries, har.not_understood), (3, vec![2]));
    }

    #[test]
    fn an_entry_without_a_method_is_not_understood() {
        let (found, har) = entries(&format!(r#"{{"log":{{"entries":[{}]}}}}"#, GOOD.replace("GET", "")));
        assert_eq!((found.len(), har.not_understood), (0, vec![1]));
    }

    #[test]
    fn a_file_that_breaks_off_gives_what_it_has() {
        let (found, har) = entries(&format!(r#"{{"log":{{"entries":[{GOOD},{{"requ"#));
        assert_eq!(found.len(), 1);
        assert!(har.broken.is_some());
        for nothing in [&b"{\"log\":{\"entries\":7}}"[..], b"{\"log\":{\"entries\":[]}}", b"{\"log\":{}}"] {
            assert!(read(nothing, &mut |_, _| {}).is_err());
        }
    }

    #[test]
    fn an_entry_is_an_exchange_without_secrets() {
        let mut seen = None;
        read(format!(r#"{{"log":{{"entries":[{GOOD}]}}}}"#).as_bytes(), &mut |_, capture| seen = Some(capture))
            .unwrap();
        let exchange = seen.unwrap().last().clone();
        let response = exchange.response.unwrap();
        assert_eq!((response.version.as_deref(), response.content.as_slice()), (Some("HTTP/2"), &b"<hr>"[..]));
        let fields = exchange.request.unwrap().fields.unwrap();
        assert_eq!((fields.iter().count(), fields.get("cookie")), (1, Some("a=(redacted)")));
        assert_eq!(exchange.took, Some(Duration::from_micros(60_100)));
    }

    #[test]
    fn a_request_without_a_response_says_why() {
        assert_eq!(exit_of("net::ERR_NAME_NOT_RESOLVED"), Some(6));
        assert_eq!(exit_of("net::ERR_CERT_DATE_INVALID"), Some(60));
        assert_eq!(exit_of("net::ERR_ABORTED"), None);
    }
}
