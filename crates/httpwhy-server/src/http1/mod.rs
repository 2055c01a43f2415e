//! HTTP/1.0 and 1.1: reads requests one after the other, carries out what is answered.
//!
//! This engine is ours because the test endpoints need what a general server hides: interim responses, the rule that a
//! bad request breaks, raw status lines, resets, bytes one at a time.

mod content;
pub mod head;
mod line;
mod reject;
mod send;
mod switch;
mod write;

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::time::{timeout, timeout_at};

use crate::answered::{self, Done};
use crate::budget;
use crate::plan::Plan;
use crate::request::Version;
use crate::site::Site;
use crate::wire::{AnyWire, read_some, write_all};
use content::{Bounds, Broken};
use head::{Framing, Head, Parsed, Peer, parse};
use reject::{HEAD_STALLED, Reject};
use send::{Sent, send};
use write::Asked;

/// More than this stays with a connection only while it is needed.
const KEPT_BUFFER: usize = 2 << 10;
/// So much is collected of pipelined answers before it is sent.
const MOST_COLLECTED: usize = 64 << 10;

/// How a connection went on.
pub enum End {
    /// It is closed.
    Closed,
    /// The client speaks HTTP/2; the bytes were read already.
    Http2(AnyWire, Vec<u8>),
}

/// A connection by HTTP/1.x.
struct Connection {
    wire: AnyWire,
    peer: Peer,
    /// What was read and not used.
    read: Vec<u8>,
    /// What is to be sent.
    out: Vec<u8>,
    /// How long the client may take nothing of it.
    patience: Duration,
}

/// Serves one connection; `read` holds what was read of it already.
pub async fn serve(site: &Arc<Site>, wire: AnyWire, peer: Peer, read: Vec<u8>) -> io::Result<End> {
    let patience = site.config.limits.content_time;
    let mut connection = Connection { wire, peer, read, out: Vec::new(), patience };
    loop {
        match connection.next(site).await? {
            Next::Request(head) => {
                if connection.exchange(site, *head).await? == Sent::Closes {
                    return connection.close().await.map(|()| End::Closed);
                }
            }
            Next::Refused(reject) => {
                let done = Done::refused(site, connection.peer.address, &connection.read);
                connection.refuse(site, reject, done).await?;
                return connection.close().await.map(|()| End::Closed);
            }
            Next::Http2 => return Ok(End::Http2(connection.wire, connection.read)),
            Next::End => return Ok(End::Closed),
        }
    }
}

enum Next {
    Request(Box<Head>),
    Refused(Reject),
    Http2,
    End,
}

impl Connection {
    /// The next request. What is ready to go is sent before anything is waited for.
    async fn next(&mut self, site: &Arc<Site>) -> io::Result<Next> {
        let limits = &site.config.limits;
        let mut deadline = None;
        loop {
            match parse(&self.read, self.peer, limits) {
                Err(reject) => return Ok(Next::Refused(reject)),
                Ok(Parsed::Http2) => return Ok(Next::Http2),
                Ok(Parsed::Whole(head)) => {
                    self.read.drain(..head.length);
                    return Ok(Next::Request(head));
                }
                Ok(Parsed::Partial) => {}
            }
            self.flush().await?;
            if self.read.is_empty() {
                if self.read.capacity() > KEPT_BUFFER {
                    self.read = Vec::new();
                }
                match timeout(limits.idle_time, read_some(&mut self.wire, &mut self.read)).await {
                    Ok(Ok(1..)) => {}
                    Ok(Ok(0) | Err(_)) | Err(_) => return Ok(Next::End),
                }
                continue;
            }
            let deadline = *deadline.get_or_insert_with(|| tokio::time::Instant::now() + limits.head_time);
            match timeout_at(deadline, read_some(&mut self.wire, &mut self.read)).await {
                Ok(Ok(1..)) => {}
                Ok(Ok(0) | Err(_)) => return Ok(Next::End),
                Err(_) => return Ok(Next::Refused(HEAD_STALLED)),
            }
        }
    }

    /// One request and its answer.
    async fn exchange(&mut self, site: &Arc<Site>, head: Head) -> io::Result<Sent> {
        let Head { mut request, framing, expects, keeps, .. } = head;
        let asked =
            Asked { version: request.version, is_head: request.method == "HEAD", keeps: keeps && !site.is_stopping() };
        let began = Instant::now();
        let mut held = site.budget.hold();
        if framing != Framing::None || expects {
            let admission = answered::admitted(site, &request);
            if let Some(plan) = admission.refusal {
                let asked = Asked { keeps: self.drained(framing, expects) && asked.keeps, ..asked };
                let done = Done::of(site, &request, began);
                return self.send(site, plan, asked, done).await;
            }
            if expects {
                self.flush().await?;
                content::invite(&mut self.wire, &self.read, self.patience).await?;
            }
            let patience = site.config.limits.content_time;
            let mut bounds = Bounds { most: admission.most_content, held: &mut held, patience };
            match content::read(&mut self.wire, &mut self.read, framing, &mut bounds).await {
                Ok(content) => request.content = content,
                Err(Broken::Full) => {
                    let asked = Asked { keeps: false, ..asked };
                    let done = Done::of(site, &request, began);
                    return self.send(site, budget::full(), asked, done).await;
                }
                Err(Broken::Gone) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Err(Broken::Rule(reject)) => {
                    let done = Done::of(site, &request, began);
                    return self.refuse(site, reject, done).await;
                }
            }
        }
        let plan = answered::answered(site, &request).await;
        self.send(site, plan, asked, Done::of(site, &request, began)).await
    }

    /// Content that nobody needs is skipped if it is here already; otherwise the connection must end.
    fn drained(&mut self, framing: Framing, expects: bool) -> bool {
        match framing {
            Framing::None => true,
            // Without the 100 it asked for, the client may send the content or not: nobody can tell.
            _ if expects => false,
            Framing::Length(length) => match usize::try_from(length) {
                Ok(length) if length <= self.read.len() => {
                    self.read.drain(..length);
                    true
                }
                _ => false,
            },
            Framing::Chunked => false,
        }
    }

    async fn refuse(&mut self, site: &Arc<Site>, reject: Reject, done: Done) -> io::Result<Sent> {
        let asked = Asked { version: Version::Http11, is_head: false, keeps: false };
        self.send(site, reject.plan(), asked, done).await
    }

    async fn send(&mut self, site: &Arc<Site>, plan: Plan, asked: Asked, done: Done) -> io::Result<Sent> {
        let (status, bytes) = (plan.status, plan.content.length());
        let sent = send(self, plan, asked, site).await;
        site.done(&done, status, bytes);
        let sent = sent?;
        if self.out.len() > MOST_COLLECTED {
            self.flush().await?;
        }
        Ok(sent)
    }

    async fn flush(&mut self) -> io::Result<()> {
        if !self.out.is_empty() {
            write_all(&mut self.wire, &self.out, self.patience).await?;
            self.out.clear();
            if self.out.capacity() > KEPT_BUFFER {
                self.out = Vec::new();
            }
        }
        Ok(())
    }

    /// Tells the end, and takes what still comes for a moment: bytes nobody reads would reset the connection before the
    /// client has read the answer (RFC 9112, 9.6).
    async fn close(mut self) -> io::Result<()> {
        self.flush().await?;
        timeout(LINGER, self.wire.shutdown()).await??;
        let linger = async {
            let mut drained = self.read.len();
            while drained < content::MOST_DRAINED {
                self.read.clear();
                match read_some(&mut self.wire, &mut self.read).await {
                    Ok(more @ 1..) => drained += more,
                    Ok(0) | Err(_) => break,
                }
            }
        };
        let _ = timeout(LINGER, linger).await;
        Ok(())
    }
}

const LINGER: Duration = Duration::from_secs(1);
