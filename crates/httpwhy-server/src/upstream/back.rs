//! The response as it goes back to the client: its content passes through, piece by piece.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Response};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use hyper::ext::ReasonPhrase;
use tokio::sync::mpsc::{Sender, channel};
use tokio::time::timeout;

use super::hop::Hop;
use super::trail::{NAME, via};
use crate::plan::{Content, Field, Plan};
use crate::request::Version;

/// So many pieces wait for a slow client; then the upstream waits.
const MOST_WAITING: usize = 2;

/// The response as it goes back. That to HEAD has content of unknown length which is never sent: an empty one would be
/// told to have the length 0.
pub fn plan(response: Response<Incoming>, is_head: bool, pause_time: Duration) -> Plan {
    let (head, body) = response.into_parts();
    let mut plan = Plan::new(head.status.as_u16());
    plan.reason = head.extensions.get::<ReasonPhrase>().map(|phrase| text(phrase.as_bytes()));
    plan.fields = fields(&head.headers);
    let version = match head.version {
        http::Version::HTTP_2 => Version::Http2,
        http::Version::HTTP_10 => Version::Http10,
        _ => Version::Http11,
    };
    plan = plan.field("Via", via(version));
    if head.status.is_server_error() {
        // Whoever looks for the fault need not look here (RFC 9209, 2.1.4).
        plan = plan.field("Proxy-Status", format!("{NAME}; received-status={}", head.status.as_u16()));
    }
    if is_head {
        plan.content = Content::Stream { pieces: channel(1).1, length: length(&head.headers) };
    } else if !body.is_end_stream() {
        plan.content = stream(body, length(&head.headers), pause_time);
    }
    plan
}

/// The fields that go on.
pub fn fields(fields: &HeaderMap) -> Vec<Field> {
    let hop = Hop::new(fields.get_all("connection").iter().filter_map(|line| line.to_str().ok()));
    let kept = fields.iter().filter(|(name, _)| !hop.ends(name.as_str()));
    kept.map(|(name, value)| (Cow::Owned(name.as_str().to_owned()), text(value.as_bytes()))).collect()
}

/// The client that reads the content has read how long it is.
fn length(fields: &HeaderMap) -> Option<usize> {
    fields.get("content-length")?.to_str().ok()?.parse().ok()
}

/// Bytes that are not UTF-8 are read as Latin-1, as in a request.
fn text(bytes: &[u8]) -> Cow<'static, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Owned(text.to_owned()),
        Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect::<String>().into(),
    }
}

fn stream(body: Incoming, length: Option<usize>, pause_time: Duration) -> Content {
    let (sender, pieces) = channel(MOST_WAITING);
    tokio::spawn(async move {
        tokio::select! {
            () = pass(body, &sender, pause_time) => {}
            // The client has gone; so do we.
            () = sender.closed() => {}
        }
    });
    Content::Stream { pieces, length }
}

/// Passes pieces on. What ends too early or pauses too long must not look whole, so it ends with an error.
async fn pass(mut body: Incoming, sender: &Sender<Result<Bytes, ()>>, pause_time: Duration) {
    loop {
        let piece = match timeout(pause_time, body.frame()).await {
            Ok(None) => return,
            // Trailers come when the plan is made already; a gateway may leave them out (RFC 9110, 6.5.1).
            Ok(Some(Ok(frame))) => match frame.into_data() {
                Ok(bytes) => Ok(bytes),
                Err(_) => continue,
            },
            Ok(Some(Err(_))) | Err(_) => Err(()),
        };
        let is_last = piece.is_err();
        if sender.send(piece).await.is_err() || is_last {
            return;
        }
    }
}
