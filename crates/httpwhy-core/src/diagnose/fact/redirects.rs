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
    fn a_circle_is_seen_the_third_time() {
        assert!(led_to("/a", &["/a", "/a"]));
        assert!(led_to("/a", &["/b", "/a", "/b", "/a", "/b"]));
        assert!(!led_to("/a", &["/b", "/a"]));
        assert!(!led_to("/c", &["/a", "/b"]));
    }
}
