//! Redirects that go round.

use alloc::format;

use super::super::Place;
use super::super::sign::Found;
use crate::Exchange;

/// The response leads once more to a place that redirects led to twice: the client went round in a circle.
pub fn repeat(exchange: &Exchange) -> Option<Found> {
    let target = exchange.response.as_ref()?.field("location")?;
    let times = exchange.followed.iter().filter(|followed| *followed == target).count();
    (times >= 2).then(|| Found::new(Place::Field, format!("Location: {target}, {} times", times + 1)))
}

/// Redirects led from another method to this GET (RFC 9110, 15.4.2 and 15.4.3 allow it).
pub fn changed_method(exchange: &Exchange) -> Option<Found> {
    let (first, last) = (exchange.first.as_ref()?, exchange.request.as_ref()?);
    let is_changed = first.method != last.method && last.method == "GET";
    is_changed.then(|| Found::new(Place::Request, format!("{} became GET on the way", first.method)))
}

/// The first request had credentials, and this one, to which redirects led, has none.
pub fn dropped_credentials(exchange: &Exchange) -> Option<Found> {
    let name = exchange.first.as_ref()?.fields.as_ref()?.get("authorization").map(|_| "Authorization")?;
    let is_there = exchange.request.as_ref()?.fields.as_ref()?.get(name).is_some();
    (!is_there).then(|| Found::new(Place::Request, format!("{name} was in the first request and is not in this one")))
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::{Fields, Response};

    fn led_to(target: &str, followed: &[&str]) -> bool {
        let mut fields = Fields::default();
        fields.add("Location", target);
        let response = Response { fields: Some(fields), ..Response::new(301) };
        let followed = followed.iter().map(|place| String::from(*place)).collect();
        repeat(&Exchange { response: Some(response), followed, ..Exchange::default() }).is_some()
    }

    #[test]
    fn a_redirect_can_change_the_method_and_drop_credentials() {
        let request = |method: &str, names: &[&str]| {
            let mut fields = Fields::default();
            names.iter().for_each(|name| fields.add(*name, "x"));
            Some(crate::Request { method: method.into(), target: "/".into(), fields: Some(fields) })
        };
        let led = Exchange {
            first: request("POST", &["Authorization"]),
            request: request("GET", &[]),
            ..Exchange::default()
        };
        assert!(changed_method(&led).is_some() && dropped_credentials(&led).is_some());
        let kept = Exchange { request: led.first.clone(), ..led.clone() };
        assert!(changed_method(&kept).is_none() && dropped_credentials(&kept).is_none());
        assert!(changed_method(&Exchange { first: None, ..led }).is_none());
    }

    #[test]
    fn a_circle_is_seen_the_third_time() {
        assert!(led_to("/a", &["/a", "/a"]));
        assert!(led_to("/a", &["/b", "/a", "/b", "/a", "/b"]));
        assert!(!led_to("/a", &["/b", "/a"]));
        assert!(!led_to("/c", &["/a", "/b"]));
    }
}
