//! Endpoints of a few lines: redirects, methods, a teapot, what is gone or not ready.

use ring::rand::{SecureRandom, SystemRandom};
use serde_json::json;

use crate::plan::Plan;

use super::ask::{Answered, Ask, Checked};
use super::hex;
use super::lead;
use super::provoked::{provoked, provoked_with};

const FORM: &str = "<!doctype html>
<html lang=\"en\"><meta charset=\"utf-8\"><title>A form</title>
<form method=\"post\" action=\"/form\"><label>Name <input name=\"name\"></label> <button>Send</button></form>
</html>
";

/// Nothing need be known beforehand.
pub fn anyone(_: &Ask) -> Checked {
    Ok(())
}

/// Something that can be read and not written.
pub fn read_only(_: &Ask) -> Answered {
    Ok(plain("It can be read. To write is not allowed.\n"))
}

/// 302 to where the form is.
pub fn login(_: &Ask) -> Answered {
    Ok(lead::to(302, "/form"))
}

/// A form; once sent, 303 to a page that may be loaded again.
pub fn form(ask: &Ask) -> Answered {
    Ok(match ask.method() {
        "POST" => lead::to(303, "/form/sent"),
        _ => Plan::new(200).field("Cache-Control", "no-store").content("text/html; charset=utf-8", FORM),
    })
}

pub fn sent(_: &Ask) -> Answered {
    Ok(plain("It was sent. To load this page again sends nothing again.\n"))
}

pub fn gone(_: &Ask) -> Answered {
    Err(provoked(410, "It was here and will not return. Remove the link that led you here.").into())
}

/// 425 for what must not be done twice, if it may be replayed (RFC 8470, 5.2).
pub fn not_early(ask: &Ask) -> Checked {
    let is_safe = matches!(ask.method(), "GET" | "HEAD" | "OPTIONS" | "TRACE");
    if !is_safe && ask.field("early-data").is_some_and(|value| value.trim() == "1") {
        Err(provoked(
            425,
            "This request came in early data and could be a replay. Send it again after the handshake.",
        ))?;
    }
    Ok(())
}

pub fn in_time(_: &Ask) -> Answered {
    Ok(plain("It is no replay.\n"))
}

/// RFC 2324, 2.3.2
pub fn pot(ask: &Ask) -> Answered {
    match ask.method() {
        "GET" | "HEAD" => Ok(plain("A teapot, short and stout. Try the method BREW.\n")),
        _ => Err(provoked(418, "You asked a teapot to brew coffee. Ask a coffee pot, or for tea.").into()),
    }
}

pub fn maintenance(_: &Ask) -> Answered {
    let detail = "This part is being repaired, in truth always. Come back after the seconds of Retry-After.";
    Err(provoked(503, detail).field("Retry-After", "120").into())
}

/// An error that was caught; the id would be in the log of a real one.
pub fn caught(_: &Ask) -> Answered {
    let detail = "The program behind this path failed, and the failure was caught. Tell its operator the request_id.";
    Err(provoked_with(500, detail, json!({ "request_id": random_hex::<8>() })).into())
}

/// A random UUID (RFC 9562, 5.4).
pub fn uuid(_: &Ask) -> Answered {
    Ok(super::json(&json!({ "uuid": new_uuid() })))
}

pub fn new_uuid() -> String {
    let mut text = random_hex::<16>();
    text.replace_range(12..13, "4");
    let variant = u8::from_str_radix(&text[16..17], 16).unwrap_or(0) & 3 | 8;
    text.replace_range(16..17, &format!("{variant:x}"));
    format!("{}-{}-{}-{}-{}", &text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..])
}

fn random_hex<const BYTES: usize>() -> String {
    let mut bytes = [0; BYTES];
    // A machine without random numbers names everything alike; nothing here is a secret.
    let _ = SystemRandom::new().fill(&mut bytes);
    hex(&bytes)
}

fn plain(text: &'static str) -> Plan {
    Plan::new(200).field("Cache-Control", "no-store").content("text/plain", text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;
    use crate::endpoints::tests::{answered, asked, by, post, refused, text};

    #[test]
    fn only_reading_is_allowed() {
        let plan = answered(by("DELETE", "/ro"));
        assert_eq!((plan.status, plan.get("allow")), (405, Some("GET, HEAD, OPTIONS")));
        let plan = answered(by("OPTIONS", "/ro"));
        assert_eq!((plan.status, plan.get("allow")), (204, Some("GET, HEAD, OPTIONS")));
        assert_eq!(answered(by("FOO", "/ro")).status, 501);
    }

    #[test]
    fn a_form_leads_to_a_page_that_can_be_loaded_again() {
        assert_eq!(asked("/login").get("location"), Some("/form"));
        let plan = answered(post("/form"));
        assert_eq!((plan.status, plan.get("location")), (303, Some("/form/sent")));
        assert_eq!(asked("/form/sent").status, 200);
    }

    #[test]
    fn early_data_that_is_unsafe_is_too_early() {
        assert_eq!(refused(&post("/early-data").with("Early-Data", "1")).unwrap().status, 425);
        assert_eq!(answered(Request::get("/early-data").with("Early-Data", "1")).status, 200);
        assert_eq!(answered(post("/early-data")).status, 200);
    }

    #[test]
    fn a_teapot_does_not_brew() {
        assert_eq!(answered(by("BREW", "/pot")).status, 418);
        assert_eq!(asked("/pot").status, 200);
    }

    #[test]
    fn each_failure_has_an_id_of_its_own() {
        assert_eq!(asked("/panic").status, 500);
        assert_ne!(text(&asked("/panic")), text(&asked("/panic")));
        assert_eq!(asked("/maintenance").get("retry-after"), Some("120"));
        assert_eq!(asked("/gone").status, 410);
    }

    #[test]
    fn a_uuid_has_version_and_variant() {
        let uuid = new_uuid();
        assert_eq!((uuid.len(), &uuid[14..15]), (36, "4"));
        assert!("89ab".contains(&uuid[19..20]));
    }
}
