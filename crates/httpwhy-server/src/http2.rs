//! HTTP/2, over TLS or with prior knowledge: each stream is a request, and its plan is carried out beside the others.

use std::future::poll_fn;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use h2::server::{self, SendResponse};
use h2::{Reason, RecvStream, SendStream};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use tokio::time::{sleep, timeout};

use crate::answered::{self, Done};
use crate::budget::{self, Held};
use crate::date;
use crate::http1::head::Peer;
use crate::plan::{Before, Content, Fault, Field, Plan};
use crate::prefixed::Prefixed;
use crate::request::{Fields, Request, Version};
use crate::site::Site;
use crate::wire::AnyWire;

const MOST_STREAMS: u32 = 128;

/// Serves one connection; `read` holds what was read of it already.
pub async fn serve(site: &Arc<Site>, wire: AnyWire, peer: Peer, read: Vec<u8>) -> io::Result<()> {
    let limits = &site.config.limits;
    let most_head = u32::try_from(limits.most_head).unwrap_or(u32::MAX);
    let handshake = server::Builder::new()
        .max_concurrent_streams(MOST_STREAMS)
        .max_header_list_size(most_head)
        .handshake(Prefixed::new(read, wire));
    let mut connection = timeout(limits.head_time, handshake).await?.map_err(io::Error::other)?;
    let mut is_ending = false;
    loop {
        match timeout(limits.idle_time, connection.accept()).await {
            Ok(Some(Ok((request, respond)))) => {
                let site = Arc::clone(site);
                tokio::spawn(async move { exchange(&site, peer, request, respond).await });
            }
            Ok(Some(Err(error))) => return Err(io::Error::other(error)),
            Ok(None) => return Ok(()),
            // What has not ended by now takes nothing any more.
            Err(_) if is_ending => return Ok(()),
            Err(_) => {
                is_ending = true;
                connection.graceful_shutdown();
            }
        }
        if site.is_stopping() {
            connection.graceful_shutdown();
        }
    }
}

async fn exchange(site: &Arc<Site>, peer: Peer, request: http::Request<RecvStream>, mut respond: SendResponse<Bytes>) {
    let began = Instant::now();
    let (mut request, content) = read(request, peer);
    let done = Done::of(site, &request, began);
    let mut held = site.budget.hold();
    let plan = match received(site, &mut request, content, &mut respond, &mut held).await {
        Some(refusal) => refusal,
        None => answered::answered(site, &request).await,
    };
    let (status, is_head) = (plan.status, request.method == "HEAD");
    // A stream that failed has told its client by RST_STREAM.
    let bytes = send(plan, is_head, respond, site.config.limits.content_time).await.unwrap_or(0);
    site.done(&done, status, bytes);
}

fn read(request: http::Request<RecvStream>, peer: Peer) -> (Request, RecvStream) {
    let (head, content) = request.into_parts();
    let mut fields = Fields::default();
    head.headers.iter().for_each(|(name, value)| fields.push(name.as_str(), value.as_bytes()));
    let authority = head.uri.authority().map(|authority| authority.as_str().to_owned());
    let authority = authority.or_else(|| fields.get("host").map(str::to_owned)).unwrap_or_default();
    let path = head.uri.path();
    let request = Request {
        method: head.method.as_str().to_owned(),
        path: if path.is_empty() { "*".to_owned() } else { path.to_owned() },
        query: head.uri.query().map(str::to_owned),
        authority,
        fields,
        content: Bytes::new(),
        version: Version::Http2,
        is_tls: peer.is_tls,
        peer: peer.address,
    };
    (request, content)
}

/// Reads the content, bounded; or says why not.
async fn received(
    site: &Arc<Site>,
    request: &mut Request,
    mut content: RecvStream,
    respond: &mut SendResponse<Bytes>,
    held: &mut Held<'_>,
) -> Option<Plan> {
    if content.is_end_stream() && request.fields.get("expect").is_none() {
        return None;
    }
    let admission = answered::admitted(site, request);
    if admission.refusal.is_some() {
        return admission.refusal;
    }
    if request.fields.get("expect").is_some_and(|value| value.eq_ignore_ascii_case("100-continue")) {
        let _ = respond.send_informational(informational(100, &[]));
    }
    let mut whole = Vec::new();
    loop {
        match timeout(site.config.limits.content_time, content.data()).await {
            Ok(Some(Ok(piece))) => {
                let _ = content.flow_control().release_capacity(piece.len());
                if whole.len() + piece.len() > admission.most_content {
                    return Some(Plan::new(413).content("text/plain; charset=utf-8", TOO_LARGE));
                }
                if !held.more(piece.len()) {
                    return Some(budget::full());
                }
                whole.extend_from_slice(&piece);
            }
            Ok(None) => break,
            Ok(Some(Err(_))) => return Some(Plan::new(400)),
            Err(_) => return Some(Plan::new(408).content("text/plain; charset=utf-8", STALLED)),
        }
    }
    request.content = whole.into();
    None
}

const TOO_LARGE: &str = "The content is larger than this resource takes (RFC 9110, 15.5.14).\n";
const STALLED: &str = "The content did not come in the time this server waits (RFC 9110, 15.5.9).\n";

/// Carries out a plan; the number of bytes of its content.
async fn send(
    mut plan: Plan,
    is_head: bool,
    mut respond: SendResponse<Bytes>,
    patience: Duration,
) -> Result<usize, h2::Error> {
    if plan.status < 200 {
        // Interim only (RFC 9110, 15.2), and 101 does not exist here (RFC 9113, 8.6).
        let fields = std::mem::take(&mut plan.fields);
        if plan.status != 101 {
            plan.before.push(Before::Interim(plan.status, fields));
        }
        plan.status = 200;
        plan.content = Content::Empty;
    }
    for before in std::mem::take(&mut plan.before) {
        match before {
            Before::Wait(wait) => sleep(wait).await,
            Before::Interim(101, _) => {}
            Before::Interim(status, fields) => respond.send_informational(informational(status, &fields))?,
        }
    }
    match &plan.fault {
        Some(Fault::Close | Fault::Garbage | Fault::StatusLine(_)) => return reset(respond, Reason::INTERNAL_ERROR),
        Some(Fault::Reset) => return reset(respond, Reason::CANCEL),
        Some(Fault::Hang(wait)) => {
            sleep(*wait).await;
            return reset(respond, Reason::CANCEL);
        }
        None
        | Some(
            Fault::Truncate(_) | Fault::SlowHead(_) | Fault::BadChunk | Fault::LengthLong(_) | Fault::LengthShort(_),
        ) => {}
    }
    let has_content = !is_head && !matches!(plan.status, 204 | 205 | 304) && !matches!(plan.content, Content::Empty);
    let ends_here = !has_content && plan.trailers.is_empty();
    let response = head(&plan);
    let mut stream = respond.send_response(response, ends_here)?;
    if ends_here {
        return Ok(0);
    }
    content(&mut stream, plan, has_content, patience).await
}

fn reset(mut respond: SendResponse<Bytes>, reason: Reason) -> Result<usize, h2::Error> {
    respond.send_reset(reason);
    Ok(0)
}

fn head(plan: &Plan) -> Response<()> {
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::from_u16(plan.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let fields = response.headers_mut();
    append(fields, &plan.fields);
    if !fields.contains_key("date") {
        fields.insert("date", HeaderValue::from_str(&date::now()).expect("a date is ASCII"));
    }
    let length = match &plan.content {
        _ if matches!(plan.status, 204 | 304) => None,
        Content::Empty if plan.trailers.is_empty() => Some(0),
        Content::Whole(bytes) | Content::Pieces { bytes, is_length_told: true, .. } => Some(bytes.len()),
        Content::Stream { length, .. } => *length,
        Content::Empty | Content::Pieces { .. } => None,
    };
    let length = match plan.fault {
        Some(Fault::LengthLong(more)) => length.map(|length| length.saturating_add(more)),
        Some(Fault::LengthShort(less)) => length.map(|length| length.saturating_sub(less)),
        _ => length,
    };
    if let Some(length) = length {
        fields.insert("content-length", HeaderValue::from(if plan.status == 205 { 0 } else { length }));
    }
    response
}

fn informational(status: u16, fields: &[Field]) -> Response<()> {
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::CONTINUE);
    append(response.headers_mut(), fields);
    response
}

/// What belongs to a connection does not exist in HTTP/2 (RFC 9113, 8.2.2).
fn append(to: &mut HeaderMap, fields: &[Field]) {
    const CONNECTION: [&str; 6] =
        ["connection", "upgrade", "keep-alive", "proxy-connection", "transfer-encoding", "content-length"];
    for (name, value) in fields {
        let name = HeaderName::from_bytes(name.as_bytes());
        match (name, HeaderValue::from_bytes(value.as_bytes())) {
            (Ok(name), Ok(value)) if !CONNECTION.contains(&name.as_str()) => _ = to.append(name, value),
            _ => {}
        }
    }
}

async fn content(
    stream: &mut SendStream<Bytes>,
    plan: Plan,
    has_content: bool,
    patience: Duration,
) -> Result<usize, h2::Error> {
    let mut sent = 0;
    match plan.content {
        _ if !has_content => {}
        Content::Empty => {}
        Content::Whole(bytes) => {
            let most = if let Some(Fault::Truncate(most)) = plan.fault { most } else { bytes.len() };
            let part = bytes.slice(..most.min(bytes.len()));
            sent += part.len();
            data(stream, part, patience).await?;
        }
        Content::Pieces { bytes, piece, every, .. } => {
            let mut left = bytes;
            while !left.is_empty() {
                let part = left.split_to(piece.clamp(1, left.len()));
                sent += part.len();
                data(stream, part, patience).await?;
                if !left.is_empty() && every > Duration::ZERO {
                    sleep(every).await;
                }
            }
        }
        Content::Stream { mut pieces, .. } => {
            while let Some(part) = pieces.recv().await {
                let Ok(part) = part else {
                    stream.send_reset(Reason::INTERNAL_ERROR);
                    return Ok(sent);
                };
                sent += part.len();
                data(stream, part, patience).await?;
            }
        }
    }
    if matches!(plan.fault, Some(Fault::Truncate(_) | Fault::BadChunk)) {
        stream.send_reset(Reason::INTERNAL_ERROR);
        return Ok(sent);
    }
    if plan.trailers.is_empty() {
        stream.send_data(Bytes::new(), true)?;
    } else {
        let mut trailers = HeaderMap::new();
        append(&mut trailers, &plan.trailers);
        stream.send_trailers(trailers)?;
    }
    Ok(sent)
}

/// Sends as much at a time as the client has room for. One that has no room for too long has gone.
async fn data(stream: &mut SendStream<Bytes>, mut bytes: Bytes, patience: Duration) -> Result<(), h2::Error> {
    while !bytes.is_empty() {
        stream.reserve_capacity(bytes.len());
        let room = timeout(patience, poll_fn(|context| stream.poll_capacity(context))).await;
        let Ok(Some(Ok(room))) = room else {
            stream.send_reset(Reason::CANCEL);
            return Err(Reason::CANCEL.into());
        };
        stream.send_data(bytes.split_to(room.min(bytes.len())), false)?;
    }
    Ok(())
}
