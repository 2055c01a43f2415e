//! What will be sent, in words that every version of HTTP can carry out: a route writes a plan, an engine executes it.

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

/// Name and value, sent as written here.
pub type Field = (Cow<'static, str>, Cow<'static, str>);

/// What a route says.
pub enum Answer {
    /// It is known.
    Now(Plan),
    /// Somebody must be asked first.
    Later(Pin<Box<dyn Future<Output = Plan> + Send>>),
}

/// What will be sent. The engine adds Date, the length of the content and what the connection needs, leaves content out
/// where there must be none (HEAD, 1xx, 204, 304), and leaves interim responses out for HTTP/1.0.
#[derive(Debug)]
pub struct Plan {
    /// What comes before the final response, in order.
    pub before: Vec<Before>,
    /// 100 to 999.
    pub status: u16,
    /// For HTTP/1.x; otherwise the name in the registry.
    pub reason: Option<Cow<'static, str>>,
    /// In this order.
    pub fields: Vec<Field>,
    /// The content.
    pub content: Content,
    /// Sent after the content, in chunks or by HTTP/2.
    pub trailers: Vec<Field>,
    /// Whether the connection must end here.
    pub closes: bool,
    /// What is done wrong on purpose.
    pub fault: Option<Fault>,
    /// With 101: what is spoken afterwards.
    pub switch: Option<Switch>,
}

/// What comes before the final response.
#[derive(Debug, Clone)]
pub enum Before {
    /// Nothing, for a while.
    Wait(Duration),
    /// An interim response, 100 to 199.
    Interim(u16, Vec<Field>),
}

/// The content of a response.
pub enum Content {
    /// None.
    Empty,
    /// All at once.
    Whole(Bytes),
    /// In pieces of `piece` bytes, `every` so often.
    Pieces {
        /// All of it.
        bytes: Bytes,
        /// Bytes a piece, 1 or more.
        piece: usize,
        /// The pause between pieces.
        every: Duration,
        /// Whether the length is told beforehand; otherwise it is chunked.
        is_length_told: bool,
    },
    /// As it comes.
    Stream {
        /// Piece by piece.
        pieces: Pieces,
        /// Of all of it, if it is known beforehand.
        length: Option<usize>,
    },
}

/// What comes from somebody else, piece by piece; an error breaks the response off.
pub type Pieces = tokio::sync::mpsc::Receiver<Result<Bytes, ()>>;

/// What is done wrong on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The connection closes instead of a response.
    Close,
    /// The connection is reset (RST; in HTTP/2 the stream) instead of a response.
    Reset,
    /// Nothing more comes for so long, then the connection closes.
    Hang(Duration),
    /// The content stops after so many bytes, and the connection closes.
    Truncate(usize),
    /// The head comes one byte at a time, with this pause.
    SlowHead(Duration),
    /// Bytes that are no HTTP.
    Garbage,
    /// A chunk without a size.
    BadChunk,
    /// Content-Length is so many bytes more than the content.
    LengthLong(usize),
    /// Content-Length is so many bytes less than the content.
    LengthShort(usize),
    /// This status line, whatever it says.
    StatusLine(String),
}

/// What is spoken after 101.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// WebSocket (RFC 6455): each message comes back.
    WebSocketEcho,
    /// Each byte comes back.
    Echo,
}

impl Plan {
    /// This status, without fields and content.
    pub fn new(status: u16) -> Plan {
        Plan {
            before: Vec::new(),
            status,
            reason: None,
            fields: Vec::new(),
            content: Content::Empty,
            trailers: Vec::new(),
            closes: false,
            fault: None,
            switch: None,
        }
    }

    /// Adds a field.
    pub fn field(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) -> Plan {
        self.fields.push((name.into(), value.into()));
        self
    }

    /// Sets the content and its type.
    pub fn content(self, media_type: impl Into<Cow<'static, str>>, content: impl Into<Bytes>) -> Plan {
        let mut plan = self.field("Content-Type", media_type);
        plan.content = Content::Whole(content.into());
        plan
    }

    /// Waits before what comes next.
    pub fn wait(mut self, wait: Duration) -> Plan {
        self.before.push(Before::Wait(wait));
        self
    }

    /// Sends an interim response before what comes next.
    pub fn interim(mut self, status: u16, fields: Vec<Field>) -> Plan {
        self.before.push(Before::Interim(status, fields));
        self
    }

    /// Ends the connection afterwards.
    pub fn close(mut self) -> Plan {
        self.closes = true;
        self
    }

    /// The value of a field of this name, in any case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_ref())
    }
}

impl Content {
    /// Bytes, as far as they are known beforehand.
    pub fn length(&self) -> usize {
        match self {
            Content::Empty => 0,
            Content::Stream { length, .. } => length.unwrap_or(0),
            Content::Whole(bytes) | Content::Pieces { bytes, .. } => bytes.len(),
        }
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Content::Empty => out.write_str("Empty"),
            Content::Whole(bytes) => write!(out, "Whole({} bytes)", bytes.len()),
            Content::Pieces { bytes, piece, every, .. } => {
                write!(out, "Pieces({} bytes, {piece} every {every:?})", bytes.len())
            }
            Content::Stream { .. } => out.write_str("Stream"),
        }
    }
}

impl From<Plan> for Answer {
    fn from(plan: Plan) -> Answer {
        Answer::Now(plan)
    }
}
