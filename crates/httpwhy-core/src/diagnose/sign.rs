//! Which signs an exchange fires.

use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::haystack::Haystack;
use super::logs::Logs;
use super::{Evidence, Place, fact};
use crate::component::SignRow;
use crate::{COMPONENTS, Cause, Component, Exchange, List, Shows, Sign};

/// What a sign that holds, or a timer that was hit, says.
pub struct Fired {
    pub shows: Shows,
    /// The causes it speaks for, all alike.
    pub causes: Vec<Cause>,
    pub against: Vec<Cause>,
    /// The sign's place in the component's list, from 0; none for a timer.
    pub place: Option<usize>,
    pub evidence: Evidence,
}

impl Fired {
    pub fn component(&self) -> Component {
        self.evidence.component
    }
}

/// Where a sign was found, and what.
pub struct Found {
    pub place: Place,
    pub quote: String,
    /// `error.log:12`.
    pub at: Option<String>,
}

impl Found {
    pub fn new(place: Place, quote: impl Into<String>) -> Found {
        Found { place, quote: quote.into(), at: None }
    }
}

/// A content says what it has to say in its first bytes.
const MOST_CONTENT: usize = 64 * 1024;

/// Every sign of every component that holds.
pub fn fired(exchange: &Exchange) -> Vec<Fired> {
    let content = exchange.response.as_ref().map_or(Cow::Borrowed(""), |response| {
        let shown = &response.content[..response.content.len().min(MOST_CONTENT)];
        String::from_utf8_lossy(shown)
    });
    let seen = Seen { exchange, content: Haystack::of(&content), logs: exchange.logged.as_ref().map(Logs::of) };
    let status = exchange.status_or_logged();
    let mut all = Vec::new();
    for component in COMPONENTS {
        // Most signs are of other statuses; they are passed by before they are read.
        let fits = |row: &SignRow| row.status.is_empty() || row.status.iter().any(|known| known == status);
        let behind = component.signs.len();
        let log_signs = if seen.logs.is_some() { component.log_signs } else { List::EMPTY };
        let log_signs = log_signs.fitting(fits).map(|(place, sign)| (behind + place, sign));
        for (place, sign) in component.signs.fitting(fits).chain(log_signs) {
            let Some(found) = seen.holds(sign) else { continue };
            all.push(Fired {
                shows: sign.shows,
                causes: sign.cause.into_iter().chain(sign.also.iter().filter_map(Cause::at)).collect(),
                against: sign.against.iter().filter_map(Cause::at).collect(),
                place: Some(place),
                evidence: Evidence {
                    component,
                    place: found.place,
                    quote: found.quote,
                    at: found.at,
                    strength: sign.strength,
                },
            });
        }
    }
    all
}

struct Seen<'a> {
    exchange: &'a Exchange,
    content: Haystack<'a>,
    logs: Option<Logs<'a>>,
}

impl Seen<'_> {
    /// What was found, if all conditions of a sign hold. What was not shown does not hold: it is unknown.
    fn holds(&self, sign: Sign) -> Option<Found> {
        // The dearest and most telling conditions are quoted; the cheap ones are looked at first.
        let asked = self.request(sign)?;
        let client = self.client(sign)?;
        let answered = self.response(sign)?;
        let computed = match sign.fact {
            Some(name) => Some(fact::holds(name, self.exchange)?),
            None => None,
        };
        let content = self.content(sign)?;
        let logged = match &self.logs {
            _ if sign.log.is_empty() && sign.silent.is_none() => None,
            Some(logs) => Some(logs.found(sign)?),
            None => return None,
        };
        let found = logged.or(content).or(computed).or(answered).or(client).or(asked);
        Some(found.unwrap_or_else(|| Found::new(Place::Request, format!("{}", self.exchange.status_or_logged()))))
    }

    fn request(&self, sign: Sign) -> Option<Option<Found>> {
        let mut found = None;
        if sign.methods.is_empty() && sign.request_field.is_none() && sign.no_request_field.is_none() {
            return Some(found);
        }
        let request = self.exchange.request.as_ref()?;
        if !sign.methods.is_empty() {
            sign.methods.iter().find(|known| known == &request.method)?;
            found = Some(Found::new(Place::Request, request.method.as_str()));
        }
        if let Some(name) = sign.request_field {
            let value = request.fields.as_ref()?.get(name)?;
            found = Some(Found::new(Place::Request, format!("{name}: {value}")));
        }
        if let Some(name) = sign.no_request_field {
            let is_there = request.fields.as_ref()?.get(name).is_some();
            found = Some((!is_there).then(|| Found::new(Place::Request, format!("no {name}")))?);
        }
        Some(found)
    }

    fn client(&self, sign: Sign) -> Option<Option<Found>> {
        if sign.curl_exit.is_empty() && sign.says.is_empty() {
            return Some(None);
        }
        let failure = self.exchange.failure.as_ref()?;
        if !sign.curl_exit.is_empty() {
            let exit = u16::from(failure.curl_exit?);
            sign.curl_exit.iter().find(|known| *known == exit)?;
        }
        if !sign.says.iter().all(|piece| failure.message.contains(piece)) {
            return None;
        }
        Some(Some(Found::new(Place::Client, failure.message.as_str())))
    }

    fn response(&self, sign: Sign) -> Option<Option<Found>> {
        let mut found = None;
        let asks = sign.no_field.is_some() || sign.field.is_some() || sign.cookie.is_some() || sign.reason.is_some();
        if !asks {
            return Some(found);
        }
        let response = self.exchange.response.as_ref()?;
        if let Some(name) = sign.no_field {
            let is_there = response.fields.as_ref()?.get(name).is_some();
            found = Some((!is_there).then(|| Found::new(Place::Field, format!("no {name}")))?);
        }
        if let Some(name) = sign.field {
            let value = response.all(name).find(|value| fits(sign, value))?;
            found = Some(Found::new(Place::Field, format!("{name}: {value}")));
        }
        if let Some(start) = sign.cookie {
            let value = response.all("set-cookie").find(|value| value.starts_with(start))?;
            let name = value.split('=').next().unwrap_or_default();
            found = Some(Found::new(Place::Field, format!("Set-Cookie: {name}")));
        }
        if let Some(reason) = sign.reason {
            let said = response.reason.as_deref().filter(|said| *said == reason)?;
            found = Some(Found::new(Place::Reason, said));
        }
        Some(found)
    }

    fn content(&self, sign: Sign) -> Option<Option<Found>> {
        if sign.body.is_empty() && sign.body_is.is_none() && !sign.is_without_content {
            return Some(None);
        }
        let response = self.exchange.response.as_ref()?;
        if sign.no_body.iter().any(|piece| self.content.has(piece)) {
            return None;
        }
        if sign.is_without_content {
            return self.content.text().trim().is_empty().then(|| Some(Found::new(Place::Content, "no content")));
        }
        if let Some(whole) = sign.body_is {
            let is_it = self.content.text().trim() == whole && !response.is_cut;
            return is_it.then(|| Some(Found::new(Place::Content, whole)));
        }
        let first = sign.body.iter().next()?;
        sign.body
            .iter()
            .all(|piece| self.content.has(piece))
            .then(|| Some(Found::new(Place::Content, first.to_owned())))
    }
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
