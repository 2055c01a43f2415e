//! Carries out a plan over HTTP/1.x, its faults included.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::{sleep, timeout};

use super::write::{self, Asked, Delimited, delimited};
use super::{Connection, switch};
use crate::plan::{Before, Content, Fault, Plan};
use crate::request::Version;
use crate::site::Site;
use crate::wire::read_some;

/// Whether the connection serves another request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    Keeps,
    Closes,
}

/// What no client can read as HTTP.
const GARBAGE: &[u8] = b"\x00\xff\xfeThis is not HTTP.\r\n\x01\x02\x03";

pub async fn send(connection: &mut Connection, plan: Plan, asked: Asked, site: &Arc<Site>) -> io::Result<Sent> {
    let mut plan = settled(plan);
    for before in std::mem::take(&mut plan.before) {
        match before {
            Before::Wait(wait) => {
                connection.flush().await?;
                sleep(wait).await;
            }
            // RFC 9110, 15.2: a server must not send a 1xx to an HTTP/1.0 client.
            Before::Interim(..) if asked.version == Version::Http10 => {}
            Before::Interim(status, fields) => {
                write::interim(&mut connection.out, status, &fields);
                connection.flush().await?;
            }
        }
    }
    if let Some(sent) = broken_off(connection, &plan).await? {
        return Ok(sent);
    }
    let (delimited, keeps) = delimited(&plan, asked);
    head(connection, &plan, asked).await?;
    if let (101, Some(switch)) = (plan.status, plan.switch) {
        connection.flush().await?;
        switch::speak(connection, switch, site).await?;
        return Ok(Sent::Closes);
    }
    if let Some(Fault::Truncate(most)) = plan.fault {
        return truncated(connection, &plan, delimited, most).await;
    }
    if plan.fault == Some(Fault::BadChunk) {
        connection.out.extend_from_slice(b"zz\r\nthis chunk has no size\r\n");
        return Ok(Sent::Closes);
    }
    if delimited != Delimited::Nothing {
        content(connection, &mut plan, delimited).await?;
    }
    Ok(if keeps { Sent::Keeps } else { Sent::Closes })
}

/// An interim status is never the final one (RFC 9110, 15.2).
fn settled(mut plan: Plan) -> Plan {
    if plan.status < 200 && plan.status != 101 {
        let fields = std::mem::take(&mut plan.fields);
        plan.before.push(Before::Interim(plan.status, fields));
        plan.status = 200;
        plan.content = Content::Empty;
    }
    plan
}

/// What goes wrong before the head.
async fn broken_off(connection: &mut Connection, plan: &Plan) -> io::Result<Option<Sent>> {
    match &plan.fault {
        Some(Fault::Close) => Ok(Some(Sent::Closes)),
        Some(Fault::Reset) => {
            connection.flush().await?;
            connection.wire.reset_on_close();
            Err(io::ErrorKind::ConnectionReset.into())
        }
        Some(Fault::Hang(wait)) => {
            connection.flush().await?;
            let gone = async {
                while read_some(&mut connection.wire, &mut connection.read).await.is_ok_and(|n| n > 0) {
                    connection.read.clear();
                }
            };
            let _ = timeout(*wait, gone).await;
            Ok(Some(Sent::Closes))
        }
        Some(Fault::Garbage) => {
            connection.out.extend_from_slice(GARBAGE);
            Ok(Some(Sent::Closes))
        }
        None
        | Some(
            Fault::Truncate(_)
            | Fault::SlowHead(_)
            | Fault::BadChunk
            | Fault::LengthLong(_)
            | Fault::LengthShort(_)
            | Fault::StatusLine(_),
        ) => Ok(None),
    }
}

async fn head(connection: &mut Connection, plan: &Plan, asked: Asked) -> io::Result<()> {
    let Some(Fault::SlowHead(every)) = plan.fault else {
        write::head(&mut connection.out, plan, asked);
        return Ok(());
    };
    connection.flush().await?;
    let mut head = Vec::new();
    write::head(&mut head, plan, asked);
    for byte in head {
        connection.out.push(byte);
        connection.flush().await?;
        sleep(every).await;
    }
    Ok(())
}

/// Some of the content, and then the end of the connection.
async fn truncated(connection: &mut Connection, plan: &Plan, delimited: Delimited, most: usize) -> io::Result<Sent> {
    let bytes = match &plan.content {
        Content::Whole(bytes) | Content::Pieces { bytes, .. } => bytes.slice(..most.min(bytes.len())),
        Content::Empty | Content::Stream { .. } => Bytes::new(),
    };
    match delimited {
        Delimited::Chunks => write::chunk(&mut connection.out, &bytes),
        Delimited::Length | Delimited::End => connection.out.extend_from_slice(&bytes),
        Delimited::Nothing => {}
    }
    Ok(Sent::Closes)
}

async fn content(connection: &mut Connection, plan: &mut Plan, delimited: Delimited) -> io::Result<()> {
    let piece_out = |connection: &mut Connection, bytes: &[u8]| match delimited {
        Delimited::Chunks => write::chunk(&mut connection.out, bytes),
        Delimited::Length | Delimited::End => connection.out.extend_from_slice(bytes),
        Delimited::Nothing => {}
    };
    match &mut plan.content {
        Content::Empty => {}
        Content::Whole(bytes) => piece_out(connection, bytes),
        Content::Pieces { bytes, piece, every, .. } => {
            let count = bytes.len().div_ceil((*piece).max(1));
            for (at, part) in bytes.chunks((*piece).max(1)).enumerate() {
                piece_out(connection, part);
                connection.flush().await?;
                if at + 1 < count && *every > Duration::ZERO {
                    sleep(*every).await;
                }
            }
        }
        Content::Stream { pieces, .. } => {
            while let Some(part) = pieces.recv().await {
                let part = part.map_err(|()| io::Error::from(io::ErrorKind::BrokenPipe))?;
                piece_out(connection, &part);
                connection.flush().await?;
            }
        }
    }
    if delimited == Delimited::Chunks {
        write::last_chunk(&mut connection.out, &plan.trailers);
    }
    Ok(())
}
