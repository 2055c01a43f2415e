//! What logs say of one exchange: the lines that belong to it, and the logs that are silent about it.

use alloc::string::String;
use alloc::vec::Vec;

/// What logs say of one exchange.
///
/// ```
/// let logged = httpwhy_core::Logged::default();
/// assert!(logged.lines.is_empty() && logged.silent.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Logged {
    /// The lines that may be about it, those that name its request first.
    pub lines: Vec<LogLine>,
    /// Error logs that cover its time and have no line that names its request: their formats.
    pub silent: Vec<&'static str>,
    /// The status that an access log has for it.
    pub status: Option<u16>,
    /// How many lines one access log has for it within its time.
    pub times: u32,
}

/// One entry of a log: a line with the lines that continue it.
///
/// ```
/// use httpwhy_core::{LogLine, Nearness};
/// let line = LogLine { text: "out of memory".into(), file: "kern.log".into(), number: 7, nearness: Nearness::Near };
/// assert_eq!(line.nearness, Nearness::Near);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LogLine {
    /// The text.
    pub text: String,
    /// The file it stands in.
    pub file: String,
    /// The line in that file, from 1.
    pub number: u64,
    /// How it belongs to the exchange.
    pub nearness: Nearness,
}

/// How a log line belongs to an exchange.
///
/// ```
/// assert!(httpwhy_core::Nearness::Names < httpwhy_core::Nearness::Earlier);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It names the request.
    Names,
    /// It names no request and was written while the exchange went on.
    Near,
    /// It names no request and was written before.
    Earlier,
}
