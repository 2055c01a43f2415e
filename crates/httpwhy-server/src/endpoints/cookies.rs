//! `/cookies…`: sets cookies, deletes them, and shows which came.

use serde_json::{Map, Value, json};

use crate::plan::Plan;

use super::ask::{Answered, Ask, Checked};
use super::lead;
use super::provoked::provoked;

const MOST: usize = 32;

/// The cookies of the request.
pub fn show(ask: &Ask) -> Answered {
    let pairs = ask
        .request
        .fields
        .all("cookie")
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let cookies: Map<String, Value> = pairs.map(|(name, value)| (name.to_owned(), value.into())).collect();
    Ok(super::json(&json!({ "cookies": cookies })))
}

/// Sets the cookies of the query.
pub fn set(ask: &Ask) -> Answered {
    let pairs: Vec<_> = ask.request.parameters().take(MOST).collect();
    pairs.iter().try_fold(shown_next(), |plan, (name, value)| Ok(plan.field("Set-Cookie", cookie(name, value)?)))
}

/// Sets the cookie of the path.
pub fn set_one(ask: &Ask) -> Answered {
    Ok(shown_next().field("Set-Cookie", cookie(ask.part(0), ask.part(1))?))
}

/// Deletes the cookies of the query.
pub fn delete(ask: &Ask) -> Answered {
    let names: Vec<_> = ask.request.parameters().take(MOST).map(|(name, _)| name).collect();
    names.iter().try_fold(shown_next(), |plan, name| {
        Ok(plan.field("Set-Cookie", format!("{}; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT", cookie(name, "")?)))
    })
}

fn shown_next() -> Plan {
    lead::to(302, "/cookies")
}

/// RFC 6265, 4.1.1: a token and a value without spaces, quotes, commas, semicolons and backslashes.
fn cookie(name: &str, value: &str) -> Checked<String> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let is_value = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
    if name.is_empty() || !name.bytes().all(is_name) || !value.bytes().all(is_value) {
        Err(provoked(400, "A cookie cannot have this name or value. Use letters, digits, hyphens and underscores."))?;
    }
    Ok(format!("{name}={value}; Path=/"))
}

#[cfg(test)]
mod tests {
    use crate::Request;
    use crate::endpoints::tests::{answered, asked, text};

    #[test]
    fn cookies_are_set_shown_and_deleted() {
        let plan = asked("/cookies/set?a=1&b=2");
        assert_eq!(
            (plan.status, plan.get("location"), plan.get("set-cookie")),
            (302, Some("/cookies"), Some("a=1; Path=/"))
        );
        assert_eq!(asked("/cookies/set/a/1").get("set-cookie"), Some("a=1; Path=/"));
        assert!(asked("/cookies/delete?a").get("set-cookie").unwrap().contains("Max-Age=0"));
        assert!(text(&answered(Request::get("/cookies").with("Cookie", "a=1; b=2"))).contains("\"b\": \"2\""));
    }

    #[test]
    fn a_cookie_cannot_carry_another_field() {
        for target in
            ["/cookies/set?a=1%0d%0ax", "/cookies/set?a=1;Domain=x", "/cookies/set/a%20b/1", "/cookies/delete?="]
        {
            assert_eq!(asked(target).status, 400, "{target}");
        }
    }
}
