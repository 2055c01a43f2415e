//! `/ws`: a WebSocket that echoes (RFC 6455, 4.2).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

use crate::plan::{Plan, Switch};
use crate::request::Version;

use super::ask::{Answered, Ask};
use super::provoked::provoked;

/// RFC 6455, 1.3
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// 101 for a handshake, 426 for anything else.
pub fn answer(ask: &Ask) -> Answered {
    let fields = &ask.request.fields;
    // RFC 9113, 8.6: HTTP/2 has no Upgrade.
    if ask.request.version == Version::Http2 {
        Err(provoked(501, "This server speaks WebSocket over HTTP/1.1 alone. Connect without HTTP/2."))?;
    }
    if !fields.lists("upgrade", "websocket")
        || !fields.lists("connection", "upgrade")
        || ask.request.version == Version::Http10
    {
        Err(upgrade(
            "This resource speaks WebSocket alone. Ask with Upgrade: websocket and Connection: Upgrade over HTTP/1.1.",
        ))?;
    }
    if ask.field("sec-websocket-version") != Some("13") {
        Err(upgrade("This server speaks version 13 of WebSocket. Send Sec-WebSocket-Version: 13."))?;
    }
    let key = ask.field("sec-websocket-key").filter(|key| STANDARD.decode(key).is_ok_and(|key| key.len() == 16));
    let key =
        key.ok_or_else(|| provoked(400, "Sec-WebSocket-Key must be 16 random bytes in base64. Send such a key."))?;
    let mut plan = Plan::new(101)
        .field("Upgrade", "websocket")
        .field("Connection", "Upgrade")
        .field("Sec-WebSocket-Accept", accept(key));
    plan.switch = Some(Switch::WebSocketEcho);
    Ok(plan)
}

fn upgrade(detail: &str) -> Plan {
    provoked(426, detail)
        .field("Upgrade", "websocket")
        .field("Connection", "Upgrade")
        .field("Sec-WebSocket-Version", "13")
}

fn accept(key: &str) -> String {
    STANDARD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, format!("{key}{GUID}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use crate::endpoints::tests::{answered, asked};
    use crate::{Request, Switch};

    fn handshake() -> Request {
        let request = Request::get("/ws").with("Upgrade", "WebSocket").with("Connection", "keep-alive, Upgrade");
        request.with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
    }

    #[test]
    fn the_handshake_of_the_standard_is_answered_as_there() {
        let plan = answered(handshake().with("Sec-WebSocket-Version", "13"));
        assert_eq!((plan.status, plan.switch), (101, Some(Switch::WebSocketEcho)));
        assert_eq!(plan.get("sec-websocket-accept"), Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }

    #[test]
    fn without_an_upgrade_one_is_asked_for() {
        let plan = asked("/ws");
        assert_eq!(
            (plan.status, plan.get("upgrade"), plan.get("connection")),
            (426, Some("websocket"), Some("Upgrade"))
        );
        let plan = answered(handshake().with("Sec-WebSocket-Version", "8"));
        assert_eq!((plan.status, plan.get("sec-websocket-version")), (426, Some("13")));
    }

    #[test]
    fn a_wrong_key_is_refused() {
        let request = Request::get("/ws").with("Upgrade", "websocket").with("Connection", "Upgrade");
        assert_eq!(
            answered(request.with("Sec-WebSocket-Version", "13").with("Sec-WebSocket-Key", "short")).status,
            400
        );
    }
}
