//! The times that a token states, beside the server's clock.

use alloc::format;

use super::super::Place;
use super::super::sign::Found;
use crate::Exchange;

/// The token's time was over when the server answered.
pub fn is_expired(exchange: &Exchange) -> Option<Found> {
    let (expires, answered) = (exchange.token?.expires?, exchange.answered_at?);
    let late = answered - expires;
    (late >= 0).then(|| Found::new(Place::Request, format!("the token's exp was {late} s before the response's Date")))
}

/// The token's time had not begun when the server answered.
pub fn is_not_yet_valid(exchange: &Exchange) -> Option<Found> {
    let (begins, answered) = (exchange.token?.not_before?, exchange.answered_at?);
    let early = begins - answered;
    (early > 0).then(|| Found::new(Place::Request, format!("the token's nbf is {early} s after the response's Date")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Token;

    fn exchange(expires: i64, not_before: i64) -> Exchange {
        let token = Token { expires: Some(expires), not_before: Some(not_before) };
        Exchange { token: Some(token), answered_at: Some(1000), ..Exchange::default() }
    }

    #[test]
    fn a_token_is_measured_by_the_clock_of_the_server() {
        assert!(is_expired(&exchange(1000, 0)).is_some() && is_expired(&exchange(1001, 0)).is_none());
        assert!(is_not_yet_valid(&exchange(2000, 1001)).is_some() && is_not_yet_valid(&exchange(2000, 1000)).is_none());
        assert!(is_expired(&Exchange { answered_at: None, ..exchange(0, 0) }).is_none());
    }
}
