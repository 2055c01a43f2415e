//! Access and error logs as evidence for one exchange: which lines are about it, and which log is silent.
//!
//! ```
//! use httpwhy_logs::{Log, Question, about};
//!
//! let log = b"2026/11/22 11:36:00 [error] 7#7: *1 directory index of \"/srv/a/\" is forbidden, \
//!     client: 192.0.2.7, server: _, request: \"GET /a/ HTTP/1.1\", host: \"example.com\"\n";
//! let log = Log::Bytes { name: "error.log".into(), bytes: log.to_vec() };
//! let question = Question { method: Some("GET"), target: Some("/a/"), ..Question::default() };
//! let logged = about(&question, &[log]).unwrap();
//! assert_eq!((logged.lines.len(), logged.lines[0].number), (1, 1));
//! ```

#![warn(missing_docs)]

mod asked;
mod entry;
mod file;
mod kind;
mod packed;
mod same;
mod stamp;
mod window;

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use httpwhy_core::{Exchange, LogLine, Logged, Nearness};

use asked::Asked;
use entry::{Entries, Entry};
pub use file::Log;
pub use kind::looks_like_one;
pub use packed::unpacked;
use same::Sameness;
use window::Window;

/// The exchange that lines are looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'a> {
    /// The method.
    pub method: Option<&'a str>,
    /// The target, a path or a whole URL.
    pub target: Option<&'a str>,
    /// The status the client got.
    pub status: Option<u16>,
    /// When the request was sent, in milliseconds since 1970.
    pub begun: Option<i64>,
    /// When the response was written, in milliseconds since 1970.
    pub answered: Option<i64>,
    /// From request to response.
    pub took: Option<Duration>,
}

impl<'a> Question<'a> {
    /// What an exchange tells of itself.
    pub fn of(exchange: &'a Exchange) -> Question<'a> {
        Question {
            method: exchange.request.as_ref().map(|request| request.method.as_str()),
            target: exchange.request.as_ref().map(|request| request.target.as_str()),
            status: exchange.response.as_ref().map(|response| response.status),
            answered: exchange.answered_at.map(|seconds| seconds * 1000),
            ..Question::default()
        }
    }
}

/// Lines about the request itself are few; of the others the last ones before it count.
const MOST_NAMED: usize = 200;
const MOST_OTHERS: usize = 500;

/// What the logs say of the exchange. Each log is read twice, with little memory, whatever its size: first for the time
/// of the exchange, then for what stands there.
pub fn about(question: &Question, logs: &[Log]) -> io::Result<Logged> {
    let clock = Clock::of(question, logs)?;
    let question = Question { target: question.target.or(clock.target.as_deref()), ..*question };
    let window = Window::of(&question, &clock.candidates);
    let mut logged = Logged { status: clock.status, ..Logged::default() };
    for log in logs {
        let mut kept = Kept::default();
        for entry in Entries::of(log.open()?) {
            let entry = entry?;
            let at = entry.stamp.map(|stamp| clock.utc(stamp));
            kept.take(&question, window, at, entry);
        }
        // Logs in which the request should be and is not are those of another time or server.
        let is_covered = clock.knows_request()
            && window.is_some_and(|window| {
                kept.first.is_some_and(|first| first <= window.until)
                    && clock.newest.is_some_and(|last| last >= window.from)
            });
        if let Some(kind) = kept.kind.filter(|kind| is_covered && kept.is_silent(kind)) {
            logged.silent.push(kind);
        }
        logged.times = logged.times.max(kept.times);
        kept.lines(&log.name(), &mut logged.lines);
    }
    logged.lines.sort_by_key(|line| line.nearness);
    Ok(logged)
}

/// What the first reading finds: the offset of the clock on the wall, and when the exchange may have been.
#[derive(Default)]
struct Clock {
    /// Minutes east of UTC.
    offset: i32,
    candidates: Vec<i64>,
    status: Option<u16>,
    /// The target, if the question has none.
    target: Option<String>,
    newest: Option<i64>,
    /// Whether there are lines of an access log at all.
    has_access: bool,
}

impl Clock {
    fn of(question: &Question, logs: &[Log]) -> io::Result<Clock> {
        let mut clock = Clock::default();
        let mut found = Vec::new();
        for log in logs {
            for entry in Entries::of(log.open()?) {
                let entry = entry?;
                let offset = entry.stamp.and_then(|stamp| stamp.offset).filter(|offset| *offset != 0);
                clock.offset = offset.unwrap_or(clock.offset);
                let newest = entry.stamp.map(|stamp| stamp.millis);
                clock.newest = clock.newest.max(newest);
                let Some(asked) = asked::find(&entry.text) else { continue };
                clock.has_access |= asked.status.is_some();
                if same::may_be(question, &asked) {
                    found.push((entry.stamp, asked.status, question.target.is_none().then(|| asked.target.to_owned())));
                }
            }
        }
        clock.candidates = found.iter().filter_map(|(stamp, ..)| Some(clock.utc((*stamp)?))).collect();
        let of_status = |status: Option<u16>| question.status.is_none() || status == question.status;
        let best = found.iter().rfind(|(_, status, _)| status.is_some() && of_status(*status));
        clock.status = best.and_then(|(_, status, _)| *status);
        clock.target = best.and_then(|(_, _, target)| target.clone());
        Ok(clock)
    }

    fn knows_request(&self) -> bool {
        !self.has_access || !self.candidates.is_empty()
    }

    /// Lines without an offset are written by the clock on the wall.
    fn utc(&self, stamp: stamp::Stamp) -> i64 {
        if stamp.offset.is_some() { stamp.millis } else { stamp.millis - i64::from(self.offset) * 60_000 }
    }
}

/// What is kept of one log.
#[derive(Default)]
struct Kept {
    named: VecDeque<Entry>,
    near: VecDeque<Entry>,
    earlier: VecDeque<Entry>,
    /// Entries without a time since the last that names a request: what they belong to is not known yet.
    open: VecDeque<Entry>,
    follows_named: bool,
    /// Entries without a time that stand beside no line of the request.
    unplaced: VecDeque<Entry>,
    /// Lines of an access log about the request.
    times: u32,
    first: Option<i64>,
    kind: Option<&'static str>,
}

impl Kept {
    fn take(&mut self, question: &Question, window: Option<Window>, at: Option<i64>, entry: Entry) {
        self.first = self.first.or(at);
        self.kind = self.kind.or_else(|| kind::of_error_log(&entry.text));
        let is_in_time = |at: Option<i64>| at.is_none_or(|at| window.is_none_or(|window| window.has(at)));
        let asked = asked::find(&entry.text);
        let is_access = question.target.is_some() && asked.as_ref().is_some_and(|asked| asked.status.is_some());
        match (asked.map(|asked: Asked| same::of(question, &asked)), at) {
            (Some(Sameness::Other), _) => self.close(false),
            (Some(Sameness::Same), at) if is_in_time(at) => {
                self.close(true);
                self.times += u32::from(is_access);
                push(&mut self.named, entry, MOST_NAMED);
            }
            (Some(Sameness::Same), _) => self.close(false),
            (None, at) if is_in_time(at) && question.target.is_some_and(|target| same::is_in(target, &entry.text)) => {
                push(&mut self.named, entry, MOST_NAMED);
            }
            (None, None) => push(&mut self.open, entry, MOST_OTHERS),
            (None, Some(at)) => match window {
                Some(window) if at < window.from => push(&mut self.earlier, entry, MOST_OTHERS),
                Some(window) if at > window.until => {}
                _ => push(&mut self.near, entry, MOST_OTHERS),
            },
        }
    }

    /// Entries without a time that stand beside the request's own line belong to it.
    fn close(&mut self, is_named: bool) {
        let into = if is_named || self.follows_named { &mut self.near } else { &mut self.unplaced };
        self.open.drain(..).for_each(|entry| push(into, entry, MOST_OTHERS));
        self.follows_named = is_named;
    }

    fn is_silent(&self, kind: &str) -> bool {
        self.named.is_empty() && (kind::names_requests(kind) || self.near.is_empty())
    }

    fn lines(mut self, file: &str, lines: &mut Vec<LogLine>) {
        self.close(false);
        // A log without times that does not have the request: what it says may well be why.
        let into = if self.named.is_empty() { &mut self.near } else { &mut self.earlier };
        self.unplaced.drain(..).for_each(|entry| push(into, entry, MOST_OTHERS));
        for (nearness, entries) in
            [(Nearness::Names, self.named), (Nearness::Near, self.near), (Nearness::Earlier, self.earlier)]
        {
            lines.extend(entries.into_iter().map(|entry| LogLine {
                text: entry.text,
                file: file.to_owned(),
                number: entry.number,
                nearness,
            }));
        }
    }
}

fn push(into: &mut VecDeque<Entry>, entry: Entry, most: usize) {
    if into.len() == most {
        into.pop_front();
    }
    into.push_back(entry);
}
