//! Whether the request had credentials of any kind.

use super::super::Place;
use super::super::sign::Found;
use crate::{Exchange, carries_credentials, names_a_secret};

pub fn are_there(exchange: &Exchange) -> Option<Found> {
    let name = first(exchange)??;
    Some(Found::new(Place::Request, name))
}

/// The request was shown with all its fields, and none of them is a credential.
pub fn are_missing(exchange: &Exchange) -> Option<Found> {
    match first(exchange)? {
        Some(_) => None,
        None => Some(Found::new(Place::Request, "no credentials in the request")),
    }
}

/// The name of the first credential; nothing if the fields were not shown and the URL has none.
fn first(exchange: &Exchange) -> Option<Option<&str>> {
    let request = exchange.request.as_ref()?;
    let query = request.target.split_once('?').map_or("", |(_, query)| query);
    let parameter =
        query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).find(|name| names_a_secret(name));
    if parameter.is_some() {
        return Some(parameter);
    }
    Some(request.fields.as_ref()?.iter().map(|(name, _)| name).find(|name| carries_credentials(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fields, Request};

    fn exchange(target: &str, fields: Option<&[&str]>) -> Exchange {
        let fields = fields.map(|names| {
            let mut fields = Fields::default();
            names.iter().for_each(|name| fields.add(*name, "x"));
            fields
        });
        let request = Request { method: "GET".into(), target: target.into(), fields };
        Exchange { request: Some(request), ..Exchange::default() }
    }

    #[test]
    fn what_was_not_shown_is_not_missing() {
        assert!(are_missing(&exchange("/a", None)).is_none() && are_there(&exchange("/a", None)).is_none());
        assert!(are_missing(&exchange("/a", Some(&["Accept"]))).is_some());
        assert!(are_there(&exchange("/a", Some(&["X-Api-Key"]))).is_some());
        assert!(are_there(&exchange("/a?token=x", None)).is_some());
    }
}
