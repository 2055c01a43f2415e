//! Which signs an exchange fires.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::fact;
use super::{Evidence, Place};
use crate::{COMPONENTS, Component, Exchange, Response, Sign};

/// A sign that holds, with what was found.
pub struct Fired {
    pub sign: Sign,
    /// Its place in the component's list, from 0.
    pub place: usize,
    pub evidence: Evidence,
}

impl Fired {
    pub fn component(&self) -> Component {
        self.evidence.component
    }
}

/// A content says what it has to say in its first bytes.
const MOST_CONTENT: usize = 64 * 1024;

/// Every sign of every component that holds.
pub fn fired(exchange: &Exchange) -> Vec<Fired> {
    let content = exchange.response.as_ref().map_or("".into(), |response| {
        let shown = &response.content[..response.content.len().min(MOST_CONTENT)];
        String::from_utf8_lossy(shown)
    });
    let mut all = Vec::new();
    for component in COMPONENTS {
        for (at, sign) in component.signs.iter().enumerate() {
            if let Some((place, quote)) = holds(sign, exchange, &content) {
                all.push(Fired {
                    sign,
                    place: at,
                    evidence: Evidence { component, place, quote, strength: sign.strength },
                });
            }
        }
    }
    all
}

/// Where a sign was found and what, if all its conditions hold. What was not shown does not hold: it is unknown.
fn holds(sign: Sign, exchange: &Exchange, content: &str) -> Option<(Place, String)> {
    let mut found = (Place::Request, format!("{}", exchange.status()));
    if !sign.status.is_empty() && !sign.status.iter().any(|status| status == exchange.status()) {
        return None;
    }
    if !sign.curl_exit.is_empty() {
        let failure = exchange.failure.as_ref()?;
        let exit = failure.curl_exit?;
        sign.curl_exit.iter().find(|known| *known == u16::from(exit))?;
        return Some((Place::Client, failure.message.clone()));
    }
    if let Some(name) = sign.fact {
        found = fact::holds(name, exchange)?;
    }
    if !sign.methods.is_empty() {
        let method = &exchange.request.as_ref()?.method;
        sign.methods.iter().find(|known| known == method)?;
        found = (Place::Request, method.clone());
    }
    if let Some(name) = sign.request_field {
        let value = exchange.request.as_ref()?.fields.as_ref()?.get(name)?;
        found = (Place::Request, format!("{name}: {value}"));
    }
    if let Some(name) = sign.no_request_field {
        let is_there = exchange.request.as_ref()?.fields.as_ref()?.get(name).is_some();
        found = (!is_there).then(|| (Place::Request, format!("no {name}")))?;
    }
    let response = exchange.response.as_ref()?;
    if let Some(name) = sign.no_field {
        let is_there = response.fields.as_ref()?.get(name).is_some();
        found = (!is_there).then(|| (Place::Field, format!("no {name}")))?;
    }
    if let Some(name) = sign.field {
        let value = response.all(name).find(|value| fits(sign, value))?;
        found = (Place::Field, format!("{name}: {value}"));
    }
    if let Some(start) = sign.cookie {
        let value = response.all("set-cookie").find(|value| value.starts_with(start))?;
        found = (Place::Field, format!("Set-Cookie: {}", value.split('=').next().unwrap_or_default()));
    }
    if let Some(reason) = sign.reason {
        found =
            response.reason.as_deref().filter(|said| *said == reason).map(|said| (Place::Reason, said.to_owned()))?;
    }
    content_holds(sign, response, content, found)
}

fn content_holds(sign: Sign, response: &Response, content: &str, found: (Place, String)) -> Option<(Place, String)> {
    if sign.is_without_content {
        return content.trim().is_empty().then(|| (found.0, format!("{}, no content", found.1)));
    }
    if let Some(whole) = sign.body_is {
        return (content.trim() == whole && !response.is_cut).then(|| (Place::Content, whole.to_owned()));
    }
    let mut pieces = sign.body.iter();
    let Some(first) = pieces.clone().next() else { return Some(found) };
    pieces.all(|piece| content.contains(piece)).then(|| (Place::Content, first.to_owned()))
}

/// Whether a field's value is what the sign looks for; case does not count.
fn fits(sign: Sign, value: &str) -> bool {
    let value = value.trim().as_bytes();
    let begins =
        |start: &str| value.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start.as_bytes()));
    let has = |part: &str| {
        part.is_empty() || value.windows(part.len()).any(|found| found.eq_ignore_ascii_case(part.as_bytes()))
    };
    sign.begins.is_none_or(begins)
        && sign.has.is_none_or(has)
        && sign.is.is_none_or(|whole| value.eq_ignore_ascii_case(whole.as_bytes()))
}
