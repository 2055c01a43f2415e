//! What a request wants changed: by its query, or by the fields that httpstat.us knew.

pub mod delay;
mod drip;
mod fault;
mod field;
mod interim;
pub mod own_path;
mod refused;
mod value;

use std::time::Duration;

use delay::{Bare, Delay};
pub use drip::Drip;
pub use interim::Interim;
pub use refused::Refused;
pub use value::RetryAfter;

use super::choice::Choice;
use super::sequence::Sequence;
use crate::plan::{Fault, Field};
use crate::request::Request;

/// What a request wants changed.
#[derive(Debug, Default)]
pub struct Control {
    pub body: Option<String>,
    pub cache: Option<String>,
    pub delay: Option<Delay>,
    pub drip: Option<Drip>,
    pub fault: Option<Fault>,
    pub fields: Vec<Field>,
    pub interim: Vec<Interim>,
    pub is_explained: bool,
    pub is_without_content: bool,
    pub key: Option<String>,
    pub media_type: Option<String>,
    pub random: Option<Choice>,
    pub reason: Option<String>,
    pub retry_after: Option<RetryAfter>,
    pub seed: Option<u64>,
    pub sequence: Option<Sequence>,
    pub then: Option<u16>,
    pub to: Option<String>,
    pub trailers: Vec<Field>,
}

/// Every parameter that is understood.
pub const NAMES: [&str; 20] = [
    "body",
    "cache",
    "delay",
    "drip",
    "explain",
    "fault",
    "header",
    "interim",
    "key",
    "random",
    "reason",
    "retry_after",
    "seed",
    "sequence",
    "sleep",
    "suppress_body",
    "then",
    "to",
    "trailer",
    "type",
];

/// The fields of httpstat.us.
const SLEEP: &str = "x-httpstatus-sleep";
const SUPPRESS_BODY: &str = "x-httpstatus-suppressbody";
const RESPONSE: &str = "x-httpstatus-response-";

/// Whether there may be any wish at all: one look, because most requests have none.
pub fn is_asked(request: &Request) -> bool {
    request.query.is_some() || request.fields.iter().any(|(name, _)| name.starts_with("x-httpstatus-"))
}

/// Whether the code depends on more than the path.
pub fn picks(request: &Request) -> bool {
    request.parameters().any(|(name, _)| matches!(name.strip_prefix('_').unwrap_or(&name), "random" | "sequence"))
}

/// Whether a request for `/503` speaks as a client of httpstat.us does.
pub fn is_httpstatus(request: &Request) -> bool {
    is_asked(request)
        && (request.fields.iter().any(|(name, _)| name.starts_with("x-httpstatus-"))
            || request.parameter("sleep").or_else(|| request.parameter("_sleep")).is_some())
}

impl Control {
    /// Reads every wish. If one is written with a leading `_`, the names without it are real parameters of somebody.
    pub fn read(request: &Request, most: Duration) -> Result<Control, Refused> {
        let mut control = Control::default();
        for (name, value) in request.fields.iter() {
            control.obey_field(name, value, most)?;
        }
        let is_marked =
            request.parameters().any(|(name, _)| name.strip_prefix('_').is_some_and(|name| NAMES.contains(&name)));
        for (name, value) in request.parameters() {
            let name = if is_marked { name.strip_prefix('_') } else { Some(name.as_ref()) };
            if let Some(name) = NAMES.iter().find(|known| Some(**known) == name) {
                control.obey(name, &value, request, most)?;
            }
        }
        Ok(control)
    }

    fn obey(&mut self, name: &'static str, text: &str, request: &Request, most: Duration) -> Result<(), Refused> {
        match name {
            "body" => self.body = Some(text.to_owned()),
            "cache" => self.cache = Some(value::cache(text)?),
            "delay" => self.delay = Some(Delay::read(name, text, Bare::Refused, most)?),
            "drip" => self.drip = Some(Drip::read(text)?),
            "explain" => self.is_explained = value::is_on(name, text)?,
            "fault" => self.fault = Some(fault::read(text, most)?),
            "header" => self.fields.push(field::header(name, text)?),
            "interim" => self.interim = interim::read(text)?,
            "key" => self.key = Some(text.to_owned()),
            "random" => self.random = Some(Choice::read(name, text)?),
            "reason" => self.reason = Some(value::clean(name, text)?),
            "retry_after" => self.retry_after = Some(RetryAfter::read(text)?),
            "seed" => self.seed = Some(value::seed(text)?),
            "sequence" => self.sequence = Some(Sequence::read(text)?),
            "sleep" => self.delay = Some(Delay::read(name, text, Bare::Milliseconds, most)?),
            "suppress_body" => self.is_without_content = value::is_on(name, text)?,
            "then" => self.then = Some(value::then(text)?),
            "to" => self.to = Some(own_path::read(name, text, request)?),
            "trailer" => self.trailers.push(field::trailer(text)?),
            _ => self.media_type = Some(value::media_type(text)?),
        }
        Ok(())
    }

    fn obey_field(&mut self, name: &str, value: &str, most: Duration) -> Result<(), Refused> {
        if name == SLEEP {
            self.delay = Some(Delay::read("X-HttpStatus-Sleep", value, Bare::Milliseconds, most)?);
        } else if name == SUPPRESS_BODY {
            self.is_without_content = value::is_on("X-HttpStatus-SuppressBody", value)?;
        } else if let Some(wanted) = name.strip_prefix(RESPONSE) {
            self.fields.push(field::header("X-HttpStatus-Response", &format!("{wanted}:{value}"))?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: Duration = Duration::from_secs(30);

    fn read(target: &str) -> Result<Control, Refused> {
        Control::read(&Request::get(target), MOST)
    }

    fn refused(target: &str) -> String {
        match read(target) {
            Err(Refused::Value { parameter, .. }) => parameter.into_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn every_name_is_obeyed() {
        let target = "/status/200?body=a&cache=60&delay=1s&drip=1s&explain=1&fault=close&header=A:b&interim=103&key=k\
                      &random=200&reason=Fine&retry_after=3&seed=1&sequence=200&sleep=5&suppress_body=true&then=204\
                      &to=/&trailer=A:b&type=json";
        let control = format!("{:?}", read(target).unwrap());
        assert!(!control.contains("None") && !control.contains("[]") && !control.contains("false"), "{control}");
    }

    #[test]
    fn a_bad_value_names_its_parameter() {
        for name in NAMES.iter().filter(|name| !["body", "key"].contains(name)) {
            assert_eq!(refused(&format!("/status/200?{name}=%0D%0A")), *name);
        }
    }

    #[test]
    fn an_underscore_leaves_the_plain_name_to_others() {
        let control = read("/status/200?_delay=1s&delay=tomorrow&type=book").unwrap();
        assert_eq!(control.delay, Some(Delay::Fixed(Duration::from_secs(1))));
        assert_eq!(control.media_type, None);
    }

    #[test]
    fn parameters_nobody_knows_are_left_alone() {
        assert!(read("/status/200?page=2&_=1234&delayed=x").is_ok());
    }

    #[test]
    fn the_fields_of_httpstatus_are_understood() {
        let request = Request::get("/status/200")
            .with("X-HttpStatus-Sleep", "100")
            .with("X-HttpStatus-SuppressBody", "true")
            .with("X-HttpStatus-Response-X-Foo", "bar");
        let control = Control::read(&request, MOST).unwrap();
        assert_eq!(control.delay, Some(Delay::Fixed(Duration::from_millis(100))));
        assert!(control.is_without_content);
        assert_eq!(control.fields, [("x-foo".into(), "bar".into())]);
    }
}
