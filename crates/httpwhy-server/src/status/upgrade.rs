//! 101: the protocol is switched, if the client asked for one that we speak.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

use super::control::Refused;
use super::{compose, cors, marked};
use crate::plan::{Content, Plan, Switch};
use crate::request::{Request, Version};

/// RFC 6455, section 1.3.
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The answer to `/status/101`: the switch; to a client that asked for none, 426.
pub fn plan(request: &Request) -> Result<Plan, Refused> {
    if request.version >= Version::Http2 {
        return Err(Refused::SwitchInHttp2);
    }
    Ok(web_socket(request).or_else(|| echo(request)).unwrap_or_else(|| nothing_asked(request)))
}

/// What was asked for is 101, so this 426 is the client's doing.
fn nothing_asked(request: &Request) -> Plan {
    let mut plan = compose::plain(request, 426);
    plan.set(marked::NAME, marked::told("provoked", 426));
    plan.set("Content-Type", "text/plain; charset=utf-8");
    plan.unset("Vary");
    plan.content = Content::Whole(Bytes::from_static(ASK.as_bytes()));
    plan
}

const ASK: &str = "101 answers a request to switch protocols, and this request does not ask for it.\n\
                   Send GET with Connection: upgrade and Upgrade: websocket (RFC 6455) or Upgrade: echo.\n";

fn web_socket(request: &Request) -> Option<Plan> {
    let is_version_13 = request.fields.get("sec-websocket-version") == Some("13");
    let key = request.fields.get("sec-websocket-key").filter(|key| is_nonce(key))?;
    (request.method == "GET" && asks_for(request, "websocket") && is_version_13).then(|| {
        let plan = switching(Switch::WebSocketEcho).field("Upgrade", "websocket");
        plan.field("Sec-WebSocket-Accept", accept(key))
    })
}

fn echo(request: &Request) -> Option<Plan> {
    asks_for(request, "echo").then(|| switching(Switch::Echo).field("Upgrade", "echo"))
}

fn switching(switch: Switch) -> Plan {
    let mut plan = cors::allow(Plan::new(101)).field(marked::NAME, marked::asked(101)).field("Connection", "upgrade");
    plan.switch = Some(switch);
    plan
}

/// RFC 9110, section 7.8: Upgrade from HTTP/1.0 is ignored, and Connection must list it.
fn asks_for(request: &Request, protocol: &str) -> bool {
    request.version == Version::Http11
        && request.fields.lists("connection", "upgrade")
        && request.fields.lists("upgrade", protocol)
}

/// RFC 6455, section 4.2.1: 16 bytes in base64.
pub fn is_nonce(key: &str) -> bool {
    STANDARD.decode(key).is_ok_and(|bytes| bytes.len() == 16)
}

/// RFC 6455, section 4.2.2.
pub fn accept(key: &str) -> String {
    STANDARD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, format!("{key}{GUID}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handshake(protocol: &str) -> Request {
        Request::get("/status/101").with("Connection", "keep-alive, Upgrade").with("Upgrade", protocol)
    }

    #[test]
    fn the_example_of_rfc_6455_is_answered_as_there() {
        let request = handshake("websocket")
            .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .with("Sec-WebSocket-Version", "13");
        let plan = plan(&request).unwrap();
        assert_eq!((plan.status, plan.switch), (101, Some(Switch::WebSocketEcho)));
        assert_eq!(plan.get("sec-websocket-accept"), Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }

    #[test]
    fn who_asks_for_no_upgrade_gets_426() {
        let plan = plan(&Request::get("/status/101")).unwrap();
        assert_eq!((plan.status, plan.get("upgrade"), plan.switch), (426, Some("websocket"), None));
    }

    #[test]
    fn a_handshake_with_a_bad_key_is_no_handshake() {
        let request = handshake("websocket").with("Sec-WebSocket-Key", "short").with("Sec-WebSocket-Version", "13");
        assert_eq!(plan(&request).unwrap().status, 426);
    }

    #[test]
    fn echo_is_spoken_too() {
        assert_eq!(plan(&handshake("echo")).unwrap().switch, Some(Switch::Echo));
    }

    #[test]
    fn http_2_is_told_that_it_has_no_101() {
        let mut request = handshake("websocket");
        request.version = Version::Http2;
        let plan = plan(&request).unwrap_err().plan();
        assert_eq!((plan.status, plan.get("upgrade")), (400, None));
    }
}
