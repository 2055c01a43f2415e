//! The media type that was sent, beside those that the response says it accepts.

use alloc::format;

use super::super::Place;
use super::super::sign::Found;
use crate::Exchange;

/// RFC 9110, 15.5.16: `Accept` in a 415 names what is supported. It names what was sent: so that is not why.
pub fn is_among_those_accepted(exchange: &Exchange) -> Option<Found> {
    let sent = exchange.request.as_ref()?.fields.as_ref()?.get("content-type")?;
    let accepted = exchange.response.as_ref()?.field("accept")?;
    let bare = |value: &str| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_it = accepted.split(',').any(|one| bare(one) == bare(sent));
    is_it.then(|| Found::new(Place::Field, format!("Accept: {accepted}, and {sent} was sent")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fields, Request, Response};

    #[test]
    fn what_was_sent_is_compared_without_parameters() {
        let field = |name: &str, value: &str| {
            let mut fields = Fields::default();
            fields.add(name, value);
            Some(fields)
        };
        let mut exchange = Exchange {
            request: Some(Request {
                method: "POST".into(),
                target: "/".into(),
                fields: field("Content-Type", "application/json;charset=UTF-8"),
            }),
            response: Some(Response {
                fields: field("Accept", "application/xml, Application/JSON"),
                ..Response::new(415)
            }),
            ..Exchange::default()
        };
        assert!(is_among_those_accepted(&exchange).is_some());
        exchange.request.as_mut().unwrap().fields = field("Content-Type", "text/plain");
        assert!(is_among_those_accepted(&exchange).is_none());
    }
}
