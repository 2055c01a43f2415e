//! The times in a bearer token that is a JSON Web Token (RFC 7519). It is read, never verified, and not kept.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use httpwhy_core::{Exchange, Token};

pub fn of(exchange: &Exchange) -> Option<Token> {
    let credentials = exchange.request.as_ref()?.fields.as_ref()?.get("authorization")?;
    let (scheme, token) = credentials.trim().split_once(' ')?;
    let claims = scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().split('.').nth(1))??;
    let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).ok()?;
    let claims: serde_json::Value = serde_json::from_slice(&claims).ok()?;
    // RFC 7519, 2: a NumericDate may have a fraction.
    let time = |name: &str| claims.get(name)?.as_f64().map(|seconds| seconds as i64);
    Some(Token { expires: time("exp"), not_before: time("nbf") })
}

#[cfg(test)]
mod tests {
    use httpwhy_core::{Fields, Request};

    use super::*;

    fn token(authorization: &str) -> Option<Token> {
        let mut fields = Fields::default();
        fields.add("Authorization", authorization);
        let request = Request { method: "GET".into(), target: "/".into(), fields: Some(fields) };
        of(&Exchange { request: Some(request), ..Exchange::default() })
    }

    #[test]
    fn only_the_times_are_read() {
        let expected = Token { expires: Some(1_700_000_000), not_before: None };
        assert_eq!(token("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSIsImV4cCI6MTcwMDAwMDAwMH0.x"), Some(expected));
        assert_eq!(token("Bearer opaque"), None);
        assert_eq!(token("Basic YTpi"), None);
        assert_eq!(token("Bearer a.!!.c"), None);
    }
}
