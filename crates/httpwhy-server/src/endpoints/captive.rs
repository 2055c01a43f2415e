//! `/captive`: a network that lets nobody through before they log in (RFC 6585, 6).

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::plan::Plan;

use super::ask::{Answered, Ask};
use super::lead;
use super::provoked::marked;
use super::visits::Visits;

const MOST_CLIENTS: usize = 10_000;
const LIFE: Duration = Duration::from_secs(600);

const PAGE: &str = "<!doctype html>
<html lang=\"en\"><meta charset=\"utf-8\"><title>Log in to this network</title>
<p>This network lets you through after you have logged in.
<form method=\"post\" action=\"/captive/login\"><button>Log in</button></form>
<p>Not a browser? <code>POST /captive/login</code>, then ask again.
</html>
";

/// The clients that have logged in.
pub struct Known(Mutex<Visits<IpAddr, ()>>);

impl Default for Known {
    fn default() -> Known {
        Known(Mutex::new(Visits::new(MOST_CLIENTS)))
    }
}

impl Known {
    fn clients(&self) -> MutexGuard<'_, Visits<IpAddr, ()>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 511 until the client has logged in.
pub fn answer(ask: &Ask) -> Answered {
    let clients = ask.site.endpoints.captive.clients();
    Ok(match clients.get(&ask.request.peer, ask.now) {
        Some(()) => {
            Plan::new(200).field("Cache-Control", "no-store").content("text/plain", "You are on the network.\n")
        }
        None => marked(Plan::new(511)).content("text/html; charset=utf-8", PAGE),
    })
}

/// Lets the client through for ten minutes.
pub fn login(ask: &Ask) -> Answered {
    ask.site.endpoints.captive.clients().entry(ask.request.peer, (), LIFE, ask.now);
    Ok(lead::to(303, "/captive"))
}

/// Forgets the client.
pub fn logout(ask: &Ask) -> Answered {
    ask.site.endpoints.captive.clients().remove(&ask.request.peer);
    Ok(Plan::new(204))
}

#[cfg(test)]
mod tests {
    use crate::Request;
    use crate::endpoints::tests::{answered_by, post, site, text};

    #[test]
    fn nobody_gets_through_before_the_login() {
        let site = site();
        let plan = answered_by(&site, Request::get("/captive"));
        assert_eq!(plan.status, 511);
        assert!(text(&plan).contains("/captive/login"));
        assert_eq!(answered_by(&site, post("/captive/login")).status, 303);
        assert_eq!(answered_by(&site, Request::get("/captive")).status, 200);
        assert_eq!(answered_by(&site, post("/captive/logout")).status, 204);
        assert_eq!(answered_by(&site, Request::get("/captive")).status, 511);
    }
}
