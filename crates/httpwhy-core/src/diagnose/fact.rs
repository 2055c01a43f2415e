//! Facts that have to be computed: what no single field or piece of content says.

use alloc::format;

use super::Place;
use super::sign::Found;
use crate::Exchange;

/// Where a fact was found and what, if it holds. `knowledge/README.md` lists the names.
pub fn holds(name: &str, exchange: &Exchange) -> Option<Found> {
    match name {
        "redirects-repeat" => redirects_repeat(exchange),
        _ => None,
    }
}

/// The response leads once more to a place that redirects led to twice: the client went round in a circle.
fn redirects_repeat(exchange: &Exchange) -> Option<Found> {
    let target = exchange.response.as_ref()?.field("location")?;
    let times = exchange.followed.iter().filter(|followed| *followed == target).count();
    (times >= 2).then(|| Found::new(Place::Field, format!("Location: {target}, {} times", times + 1)))
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::{Fields, Response};

    fn led_to(target: &str, followed: &[&str]) -> Option<Found> {
        let mut fields = Fields::default();
        fields.add("Location", target);
        let response = Response { fields: Some(fields), ..Response::new(301) };
        let followed = followed.iter().map(|place| String::from(*place)).collect();
        redirects_repeat(&Exchange { response: Some(response), followed, ..Exchange::default() })
    }

    #[test]
    fn a_circle_is_seen_the_third_time() {
        assert!(led_to("/a", &["/a", "/a"]).is_some());
        assert!(led_to("/a", &["/b", "/a", "/b", "/a", "/b"]).is_some());
        assert!(led_to("/a", &["/b", "/a"]).is_none());
        assert!(led_to("/c", &["/a", "/b"]).is_none());
    }
}
