//! What is drawn on the pages of redirects, gateways and authentication.

use httpwhy_core::{MethodFate, REDIRECTS};

use super::diagram::{Drawing, End, Message};

/// The drawing of a code, where one helps.
pub fn of(number: u16) -> Option<Drawing> {
    match number {
        301 | 302 | 303 | 307 | 308 => Some(redirect(number)),
        401 => Some(login(401, "WWW-Authenticate", "server", "server")),
        407 => Some(login(407, "Proxy-Authenticate", "proxy", "site")),
        403 => Some(forbidden()),
        511 => Some(portal()),
        499 => Some(closed()),
        502..=504 | 520..=526 => gateway(number),
        _ => None,
    }
}

const CLIENT: usize = 0;
const MIDDLE: usize = 1;
const BEHIND: usize = 2;

fn sent(from: usize, to: usize, label: impl Into<String>) -> Message {
    Message { from, to, label: label.into(), end: End::Arrives }
}

fn lost(from: usize, to: usize, label: impl Into<String>) -> Message {
    Message { end: End::Lost, ..sent(from, to, label) }
}

fn status(number: u16, from: usize, more: &str) -> Message {
    Message { end: End::Status, ..sent(from, CLIENT, format!("{number} {more}").trim_end()) }
}

/// What becomes of a POST is what tells the redirects apart.
fn redirect(number: u16) -> Drawing {
    let then = match REDIRECTS.fate(number, "POST") {
        Some(MethodFate::Kept) => "POST, with its content again",
        Some(MethodFate::MayBecomeGet) => "GET (browsers), or POST again",
        Some(MethodFate::BecomesGet | MethodFate::NotFollowed) | None => "GET, without content",
    };
    let next_time = match number {
        301 | 308 => "The next time the client may go there at once.",
        _ => "The next time the client asks the old address again.",
    };
    Drawing {
        told: format!(
            "The old address answers {number} and names another in Location; the client goes there with {then}. {next_time}"
        ),
        actors: &["client", "old address", "new address"],
        messages: vec![
            sent(CLIENT, MIDDLE, "POST"),
            status(number, MIDDLE, "+ Location"),
            sent(CLIENT, BEHIND, then),
            sent(BEHIND, CLIENT, "the answer"),
        ],
    }
}

fn login(number: u16, field: &str, who: &'static str, behind: &str) -> Drawing {
    let is_proxy = who == "proxy";
    let (asks, last): (&'static [&'static str], usize) =
        if is_proxy { (&["client", "proxy", "site"], BEHIND) } else { (&["client", "server"], MIDDLE) };
    let credentials = if is_proxy { "Proxy-Authorization" } else { "Authorization: the credentials" };
    let mut messages = vec![
        sent(CLIENT, MIDDLE, if is_proxy { "a request" } else { "a request without credentials" }),
        status(number, MIDDLE, &if is_proxy { "+ challenge".to_owned() } else { format!("+ {field}: how to log in") }),
        sent(CLIENT, MIDDLE, credentials),
    ];
    if is_proxy {
        messages.push(sent(MIDDLE, last, "the request"));
    }
    messages.push(sent(last, CLIENT, if is_proxy { "the answer" } else { "200, or 403 if the rights are too small" }));
    let there = if is_proxy { format!(" The {behind} never saw the first request.") } else { String::new() };
    Drawing {
        told: format!(
            "The {who} answers {number} and says in {field} which credentials it takes; the client sends the request again with them.{there}"
        ),
        actors: asks,
        messages,
    }
}

fn forbidden() -> Drawing {
    Drawing {
        told: "A 403 can arise at each station: a firewall or proxy refuses by address or rule, the server by file or \
               folder, the application because the rights are too small."
            .to_owned(),
        actors: &["client", "firewall", "server"],
        messages: vec![
            sent(CLIENT, MIDDLE, "a request"),
            status(403, MIDDLE, "by a rule"),
            sent(CLIENT, BEHIND, "a request that passed the firewall"),
            status(403, BEHIND, "by a file, or by missing rights"),
        ],
    }
}

fn portal() -> Drawing {
    Drawing {
        told: "The network answers 511 in place of the site, until somebody logs in to the network.".to_owned(),
        actors: &["client", "network", "site"],
        messages: vec![
            sent(CLIENT, MIDDLE, "a request for the site"),
            status(511, MIDDLE, "+ a page to log in"),
            sent(CLIENT, MIDDLE, "the login"),
            sent(CLIENT, BEHIND, "the request, now let through"),
            sent(BEHIND, CLIENT, "the answer"),
        ],
    }
}

fn closed() -> Drawing {
    Drawing {
        told: "The client closes the connection while it waits. nginx notes 499 in its log; nobody receives it."
            .to_owned(),
        actors: &["client", "nginx", "application"],
        messages: vec![
            sent(CLIENT, MIDDLE, "a request"),
            sent(MIDDLE, BEHIND, "the request"),
            lost(CLIENT, MIDDLE, "closes"),
            Message { end: End::Lost, ..status(499, MIDDLE, "in the log only") },
        ],
    }
}

/// What a gateway meets behind it.
fn gateway(number: u16) -> Option<Drawing> {
    let (happens, told) = match number {
        502 => (
            vec![sent(MIDDLE, BEHIND, "the request"), lost(BEHIND, MIDDLE, "no usable answer")],
            "refuses the connection, breaks it off, or answers something that is no HTTP",
        ),
        503 => (vec![lost(MIDDLE, BEHIND, "down or full")], "takes no requests for now; it may also say so itself"),
        504 => {
            (vec![sent(MIDDLE, BEHIND, "the request"), lost(BEHIND, MIDDLE, "not in time")], "does not answer in time")
        }
        520 => (
            vec![sent(MIDDLE, BEHIND, "the request"), lost(BEHIND, MIDDLE, "empty or broken")],
            "gives an answer that is empty or cannot be understood",
        ),
        521 => (vec![lost(MIDDLE, BEHIND, "connect: refused")], "refuses the connection"),
        522 => (vec![lost(MIDDLE, BEHIND, "connect: no answer")], "does not answer the attempt to connect"),
        523 => (vec![lost(MIDDLE, BEHIND, "no way there")], "cannot be reached at all"),
        524 => (
            vec![sent(MIDDLE, BEHIND, "the request"), lost(BEHIND, MIDDLE, "not in time")],
            "is connected and does not answer in time",
        ),
        525 => (vec![lost(MIDDLE, BEHIND, "TLS handshake")], "fails to agree on TLS"),
        526 => (
            vec![sent(BEHIND, MIDDLE, "certificate"), lost(MIDDLE, BEHIND, "not trusted")],
            "shows a certificate that is not valid",
        ),
        _ => return None,
    };
    let is_cloudflare = (520..=526).contains(&number);
    let (who, actors): (_, &'static [&'static str]) = if is_cloudflare {
        ("Cloudflare", &["client", "Cloudflare", "origin"])
    } else {
        ("A gateway", &["client", "gateway", "server"])
    };
    let behind = if is_cloudflare { "origin server" } else { "server behind it" };
    let mut messages = vec![sent(CLIENT, MIDDLE, "a request")];
    messages.extend(happens);
    messages.push(status(number, MIDDLE, ""));
    Some(Drawing { told: format!("{who} answers {number}, because the {behind} {told}."), actors, messages })
}

#[cfg(test)]
mod tests {
    use super::super::diagram::{LETTER, column};
    use super::*;

    #[test]
    fn redirects_gateways_and_authentication_are_drawn() {
        for number in
            [301, 302, 303, 307, 308, 401, 403, 407, 499, 502, 503, 504, 511, 520, 521, 522, 523, 524, 525, 526]
        {
            let drawing = of(number).unwrap();
            assert!(drawing.messages.iter().any(|message| message.label.starts_with(&number.to_string())), "{number}");
        }
        assert!(of(404).is_none());
    }

    #[test]
    fn a_label_has_room_between_its_actors() {
        for drawing in (100..600).filter_map(of) {
            for message in &drawing.messages {
                let column = |actor| column(actor, drawing.actors.len());
                let room = column(message.from).abs_diff(column(message.to));
                assert!(message.label.chars().count() * LETTER <= room, "{}", message.label);
            }
        }
    }

    #[test]
    fn a_post_becomes_what_the_matrix_says() {
        assert!(of(303).unwrap().told.contains("GET, without content"));
        assert!(of(308).unwrap().told.contains("POST, with its content"));
    }
}
