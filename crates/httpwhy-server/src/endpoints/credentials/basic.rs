//! `/basic-auth/USER/PASSWORD`: the Basic scheme (RFC 7617).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::endpoints::ask::{Answered, Ask, Checked};
use crate::endpoints::provoked::provoked;

use super::{credentials, is_same, welcome};

const CHALLENGE: &str = "Basic realm=\"httpwhy\", charset=\"UTF-8\"";

/// 401 without the right name and password.
pub fn check(ask: &Ask) -> Checked {
    if is_right(ask) {
        return Ok(());
    }
    let detail = match ask.field("authorization") {
        None => "No credentials came. Send the user and the password of this path, as curl -u user:password does.",
        Some(_) => {
            "The user or the password is not the one of this path. Look for a slip, and for encoding of special characters."
        }
    };
    Err(provoked(401, detail).field("WWW-Authenticate", CHALLENGE).into())
}

/// 404 without the right name and password: that something is here is hidden.
pub fn check_hidden(ask: &Ask) -> Checked {
    match is_right(ask) {
        true => Ok(()),
        false => {
            Err(provoked(404, "There is nothing here for you. Send the user and the password of this path unasked.")
                .into())
        }
    }
}

pub fn answer(ask: &Ask) -> Answered {
    Ok(welcome(ask.part(0)))
}

fn is_right(ask: &Ask) -> bool {
    let decoded = credentials(ask, "Basic").and_then(|text| STANDARD.decode(text).ok());
    let decoded = decoded.and_then(|bytes| String::from_utf8(bytes).ok());
    decoded.is_some_and(|given| is_same(&given, &format!("{}:{}", ask.part(0), ask.part(1))))
}

#[cfg(test)]
mod tests {
    use crate::Request;
    use crate::endpoints::tests::{answered, asked};

    fn sent(authorization: &str) -> u16 {
        answered(Request::get("/basic-auth/ada/p%C3%A4ss:w").with("Authorization", authorization)).status
    }

    #[test]
    fn the_right_password_is_let_in() {
        assert_eq!(sent("Basic YWRhOnDDpHNzOnc="), 200);
        assert_eq!(sent("basic YWRhOnDDpHNzOnc="), 200);
    }

    #[test]
    fn anything_else_is_challenged() {
        for authorization in ["Basic", "Basic ", "Basic !", "Basic YWRhOng=", "Bearer YWRhOnDDpHNzOnc=", "Basic /w=="] {
            assert_eq!(sent(authorization), 401, "{authorization}");
        }
        assert!(asked("/basic-auth/a/b").get("www-authenticate").unwrap().starts_with("Basic realm="));
    }

    #[test]
    fn what_is_hidden_does_not_challenge() {
        let plan = asked("/hidden-basic-auth/a/b");
        assert_eq!((plan.status, plan.get("www-authenticate")), (404, None));
    }
}
