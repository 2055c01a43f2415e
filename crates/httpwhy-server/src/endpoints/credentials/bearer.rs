//! `/bearer`: the Bearer scheme and its three errors (RFC 6750, 3.1).

use serde_json::json;

use crate::endpoints::ask::{Answered, Ask, Checked};
use crate::endpoints::provoked::provoked;

use super::{credentials, is_same};

/// 401 without a token or with another than `?token=`; 403 without the scope of `?scope=`.
///
/// The scopes of a token stand behind dots: `ada.read.write` has two.
pub fn check(ask: &Ask) -> Checked {
    let Some(token) = credentials(ask, "Bearer") else {
        // RFC 6750, 3.1: who sent no token is told no error.
        return refuse(401, "No token came. Send Authorization: Bearer and a token.", "");
    };
    if !is_token(token) {
        return refuse(
            400,
            "This is no token: it has characters a token cannot have. Send it as it was issued.",
            ", error=\"invalid_request\"",
        );
    }
    if ask.request.parameter("token").is_some_and(|right| !is_same(token, &right)) {
        let error = ", error=\"invalid_token\", error_description=\"It is not the token of this resource\"";
        return refuse(401, "The token is not the one of this resource, as if it had expired. Get a new one.", error);
    }
    match ask.request.parameter("scope").filter(|scope| is_token(scope)) {
        Some(scope) if !token.split('.').skip(1).any(|had| had == scope) => {
            let error = format!(", error=\"insufficient_scope\", scope=\"{scope}\"");
            refuse(
                403,
                &format!(
                    "The token does not have the scope {scope}. Ask for one that has it; here that is any that ends in .{scope}"
                ),
                &error,
            )
        }
        _ => Ok(()),
    }
}

pub fn answer(ask: &Ask) -> Answered {
    Ok(crate::endpoints::json(&json!({ "authenticated": true, "token": credentials(ask, "Bearer") })))
}

fn refuse(status: u16, detail: &str, error: &str) -> Checked {
    Err(provoked(status, detail).field("WWW-Authenticate", format!("Bearer realm=\"httpwhy\"{error}")).into())
}

/// RFC 6750, 2.1: `b64token`
fn is_token(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use crate::endpoints::tests::{answered, asked};
    use crate::{Plan, Request};

    fn sent(query: &str, token: &str) -> Plan {
        answered(Request::get(&format!("/bearer{query}")).with("Authorization", &format!("Bearer {token}")))
    }

    fn error(plan: &Plan) -> &str {
        plan.get("www-authenticate")
            .and_then(|value| value.split("error=\"").nth(1)?.split('"').next())
            .unwrap_or_default()
    }

    #[test]
    fn without_a_token_no_error_is_told() {
        assert_eq!(
            (asked("/bearer").status, asked("/bearer").get("www-authenticate")),
            (401, Some("Bearer realm=\"httpwhy\""))
        );
    }

    #[test]
    fn each_error_has_its_status() {
        let plan = sent("?token=right", "wrong");
        assert_eq!((plan.status, error(&plan)), (401, "invalid_token"));
        let plan = sent("?scope=write", "ada.read");
        assert_eq!((plan.status, error(&plan)), (403, "insufficient_scope"));
        let plan = sent("", "with space");
        assert_eq!((plan.status, error(&plan)), (400, "invalid_request"));
    }

    #[test]
    fn a_token_is_let_in() {
        assert_eq!(sent("", "any").status, 200);
        assert_eq!(sent("?token=right", "right").status, 200);
        assert_eq!(sent("?scope=write", "ada.read.write").status, 200);
    }
}
