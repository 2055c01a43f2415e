//! `fault=`: what is done wrong on purpose, with a number where one belongs.

use std::time::Duration;

use super::Refused;
use super::delay::{Bare, duration};
use super::field::is_clean;
use crate::plan::Fault;

const ALLOWED: &str = "close, reset, hang[:10s], truncate[:BYTES], slow-head[:20ms], garbage, bad-chunk, \
                       length-long[:BYTES], length-short[:BYTES] or status-line[:LINE]";

/// A head has some hundred bytes; each waits so much of the longest pause.
const HEAD: u32 = 512;

const HANG: Duration = Duration::from_secs(10);

/// Reads a fault. What it is about stands behind a colon.
pub fn read(text: &str, most: Duration) -> Result<Fault, Refused> {
    let (name, detail) = text.split_once(':').map_or((text, None), |(name, detail)| (name, Some(detail)));
    parse(name, detail, most)
        .ok_or_else(|| Refused::new("fault", text, format!("{ALLOWED}; no wait is longer than {most:?} in all")))
}

fn parse(name: &str, detail: Option<&str>, most: Duration) -> Option<Fault> {
    let bytes = |default| detail.map_or(Some(default), |detail| detail.parse().ok().filter(|bytes| *bytes <= 1 << 20));
    let wait = |default: Duration, most: Duration| {
        detail.map_or(Some(default.min(most)), |detail| duration(detail, Bare::Refused)).filter(|wait| *wait <= most)
    };
    Some(match name {
        "hang" => Fault::Hang(wait(HANG, most)?),
        "slow-head" => Fault::SlowHead(wait(Duration::from_millis(20), most / HEAD)?),
        "truncate" => Fault::Truncate(bytes(10)?),
        "length-long" => Fault::LengthLong(bytes(10)?),
        "length-short" => Fault::LengthShort(bytes(10)?),
        "status-line" => Fault::StatusLine(line(detail)?),
        _ if detail.is_some() => return None,
        "close" => Fault::Close,
        "reset" => Fault::Reset,
        "garbage" => Fault::Garbage,
        "bad-chunk" => Fault::BadChunk,
        _ => return None,
    })
}

fn line(detail: Option<&str>) -> Option<String> {
    Some(detail.unwrap_or("HTTP/1.1 99 Too Low")).filter(|line| is_clean(line)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: Duration = Duration::from_secs(30);

    #[test]
    fn each_fault_has_a_default() {
        for name in
            "close reset hang truncate slow-head garbage bad-chunk length-long length-short status-line".split(' ')
        {
            assert!(read(name, MOST).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_fault_takes_its_number() {
        assert_eq!(read("hang:2s", MOST), Ok(Fault::Hang(Duration::from_secs(2))));
        assert_eq!(read("truncate:0", MOST), Ok(Fault::Truncate(0)));
        assert_eq!(
            read("status-line:HTTP/1.1 1000 Huge", MOST),
            Ok(Fault::StatusLine("HTTP/1.1 1000 Huge".to_owned()))
        );
    }

    #[test]
    fn what_is_no_fault_is_refused() {
        for text in
            ["", "explode", "close:1", "hang:31s", "hang:soon", "truncate:-1", "slow-head:1s", "status-line:a\r\nb"]
        {
            assert!(read(text, MOST).is_err(), "{text}");
        }
    }
}
