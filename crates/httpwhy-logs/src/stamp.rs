//! When a line was written, in whichever of the usual forms it says so.

use jiff::civil;
use jiff::tz::TimeZone;

/// A time as a log has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Milliseconds since 1970, of the clock on the wall if no offset is known.
    pub millis: i64,
    /// Minutes east of UTC, if the log says it; it is already taken off `millis` then.
    pub offset: Option<i32>,
}

/// A time stands at the beginning of a line, perhaps behind a client, a host and a user.
const MOST_BEFORE: usize = 160;

/// Names of members that hold the time of a JSON line.
const MEMBERS: [&str; 8] = [
    "\"ts\":",
    "\"time\":",
    "\"timestamp\":",
    "\"@timestamp\":",
    "\"StartUTC\":",
    "\"start_time\":",
    "\"date\":",
    "\"msec\":",
];

/// The first time in a line.
pub fn find(line: &str) -> Option<Stamp> {
    if line.starts_with('{') {
        return MEMBERS.iter().find_map(|member| {
            let value = line.split_once(member)?.1.trim_start();
            let value = value.strip_prefix('"').unwrap_or(value);
            at(value.as_bytes()).or_else(|| epoch(value))
        });
    }
    if let Some(stamp) = epoch(line.trim_start()) {
        return Some(stamp);
    }
    let bytes = line.as_bytes();
    (0..bytes.len().min(MOST_BEFORE))
        .filter(|place| *place == 0 || !bytes[place - 1].is_ascii_alphanumeric())
        .filter(|place| bytes[*place].is_ascii_alphanumeric())
        .find_map(|place| at(&bytes[place..]))
}

/// Seconds since 1970 with a fraction, or milliseconds, at the beginning of a text.
pub fn epoch(text: &str) -> Option<Stamp> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let whole: i64 = text.get(..digits)?.parse().ok()?;
    let rest = &text[digits..];
    match (digits, rest.strip_prefix('.')) {
        (10, Some(rest)) => {
            let fraction: String = rest.chars().take_while(char::is_ascii_digit).chain("000".chars()).take(3).collect();
            Some(Stamp { millis: whole * 1000 + fraction.parse::<i64>().ok()?, offset: Some(0) })
        }
        (13, _) => Some(Stamp { millis: whole, offset: Some(0) }),
        (10, None) if text.len() == digits || rest.starts_with([' ', ',', '}', '"']) => {
            Some(Stamp { millis: whole * 1000, offset: Some(0) })
        }
        _ => None,
    }
}

/// A time at the beginning of some bytes.
fn at(bytes: &[u8]) -> Option<Stamp> {
    let mut cursor = Cursor { bytes };
    if bytes.first()?.is_ascii_alphabetic() {
        return cursor.words_first();
    }
    let mut other = Cursor { bytes };
    cursor.year_first().or_else(|| other.day_first())
}

struct Cursor<'a> {
    bytes: &'a [u8],
}

impl Cursor<'_> {
    /// `2026-11-22T11:36:45.892Z`, `2026/11/22 11:36:45`, `2026-11-22 11:36:45,892 +0100`.
    fn year_first(&mut self) -> Option<Stamp> {
        let year = self.number(4)?;
        self.one_of(b"-/")?;
        let month = self.number(2)?;
        self.one_of(b"-/")?;
        let day = self.number(2)?;
        self.one_of(b"T :")?;
        self.clock(year, month, day)
    }

    /// `22/Nov/2026:11:36:45 +0000`, `22-Nov-2026 11:36:45.892`, `22 Nov 2026 11:36:45.892`.
    fn day_first(&mut self) -> Option<Stamp> {
        let day = self.number(2)?;
        self.one_of(b"/- ")?;
        let month = self.month()?;
        self.one_of(b"/- ")?;
        let year = self.number(4)?;
        self.one_of(b": ")?;
        self.clock(year, month, day)
    }

    /// `Sun Nov 22 11:36:45.892593 2026`. Without a year (syslog) it says too little.
    fn words_first(&mut self) -> Option<Stamp> {
        let month = match self.month() {
            Some(month) => month,
            None => {
                let weekday = self.bytes.get(..3)?;
                weekday.iter().all(u8::is_ascii_alphabetic).then_some(())?;
                self.bytes = &self.bytes[3..];
                self.one_of(b" ")?;
                self.month()?
            }
        };
        self.one_of(b" ")?;
        while self.bytes.first() == Some(&b' ') {
            self.bytes = &self.bytes[1..];
        }
        let day = self.number(2).or_else(|| self.number(1))?;
        self.one_of(b" ")?;
        let (clock, mut year) = (self.bytes, Cursor { bytes: self.bytes });
        year.time_of_day()?;
        year.one_of(b" ")?;
        let year = year.number(4)?;
        Cursor { bytes: clock }.clock(year, month, day).map(|stamp| Stamp { offset: None, ..stamp })
    }

    fn clock(&mut self, year: i32, month: i32, day: i32) -> Option<Stamp> {
        let (hour, minute, second, millis) = self.time_of_day()?;
        let date = civil::Date::new(narrow(year)?, narrow(month)?, narrow(day)?).ok()?;
        let time = civil::Time::new(narrow(hour)?, narrow(minute)?, narrow(second.min(59))?, 0).ok()?;
        let at = date.to_datetime(time).to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond() + i64::from(millis);
        let offset = self.offset();
        Some(Stamp { millis: at - i64::from(offset.unwrap_or_default()) * 60_000, offset })
    }

    fn time_of_day(&mut self) -> Option<(i32, i32, i32, i32)> {
        let hour = self.number(2)?;
        self.one_of(b":")?;
        let minute = self.number(2)?;
        self.one_of(b":")?;
        let second = self.number(2)?;
        let mut millis = 0;
        if matches!(self.bytes.first(), Some(b'.' | b',')) && self.bytes.get(1).is_some_and(u8::is_ascii_digit) {
            self.bytes = &self.bytes[1..];
            let digits = self.bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let tenths = (0..3).map(|place| self.bytes[..digits].get(place).map_or(0, |byte| i32::from(byte - b'0')));
            millis = tenths.fold(0, |sum, digit| sum * 10 + digit);
            self.bytes = &self.bytes[digits..];
        }
        Some((hour, minute, second, millis))
    }

    /// `Z`, ` UTC`, ` GMT`, `+0100`, ` +01:00`.
    fn offset(&mut self) -> Option<i32> {
        let rest = self.bytes.strip_prefix(b" ").unwrap_or(self.bytes);
        if rest.starts_with(b"Z") || rest.starts_with(b"UTC") || rest.starts_with(b"GMT") {
            return Some(0);
        }
        let sign = match rest.first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let digits = rest[1..].iter().filter(|byte| **byte != b':').take(4);
        let four =
            digits.map(|byte| byte.is_ascii_digit().then(|| i32::from(byte - b'0'))).collect::<Option<Vec<i32>>>()?;
        let [ten_hours, hours, ten_minutes, minutes] = four.try_into().ok()?;
        Some(sign * ((ten_hours * 10 + hours) * 60 + ten_minutes * 10 + minutes))
    }

    fn number(&mut self, digits: usize) -> Option<i32> {
        let found = self.bytes.get(..digits)?;
        if !found.iter().all(u8::is_ascii_digit) || self.bytes.get(digits).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        self.bytes = &self.bytes[digits..];
        Some(found.iter().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')))
    }

    fn month(&mut self) -> Option<i32> {
        const MONTHS: [&[u8; 3]; 12] =
            [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
        let place = MONTHS.iter().position(|month| self.bytes.starts_with(*month))?;
        self.bytes = &self.bytes[3..];
        i32::try_from(place + 1).ok()
    }

    fn one_of(&mut self, legal: &[u8]) -> Option<()> {
        legal.contains(self.bytes.first()?).then_some(())?;
        self.bytes = &self.bytes[1..];
        Some(())
    }
}

fn narrow<T: TryFrom<i32>>(number: i32) -> Option<T> {
    T::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_795_347_405_000; // 2026-11-22 11:36:45 UTC

    #[test]
    fn the_usual_forms_are_read() {
        let zoned = [
            "127.0.0.1 - - [22/Nov/2026:11:36:45 +0000] \"GET / HTTP/1.1\" 200 8",
            "192.0.2.7 - - [22/Nov/2026:12:36:45 +0100] \"GET / HTTP/1.1\" 200 8",
            "[2026-11-22T11:36:45.000Z] \"GET / HTTP/1.1\" 503 UF",
            "[2026-11-22 11:36:45 +0000] [5068] [INFO] Starting gunicorn",
            "2026-11-22 11:36:45.000 UTC [20823] LOG:  starting",
            "[22-Nov-2026 11:36:45 UTC] PHP Notice:  x",
            "1795347405.000   3001 127.0.0.1 TCP_MISS/503 4123 GET http://a.example/ - HIER_NONE/- text/html",
            "{\"level\":\"error\",\"ts\":1795347405.0,\"msg\":\"x\"}",
            "{\"time\":\"2026-11-22T11:36:45Z\",\"msg\":\"x\"}",
        ];
        for line in zoned {
            let stamp = find(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(stamp.millis, NOON, "{line}");
            assert!(stamp.offset.is_some(), "{line}");
        }
        let local = [
            "2026/11/22 11:36:45 [error] 7275#7275: *4 open() failed",
            "[Sun Nov 22 11:36:45.000593 2026] [core:notice] [pid 6111:tid 6111] AH00094: Command line",
            "127.0.0.1:60830 [22/Nov/2026:11:36:45.000] web app/<NOSRV> 0/-1/-1/-1/0 401",
            "22-Nov-2026 11:36:45.000 SEVERE [main] x",
            "13793:M 22 Nov 2026 11:36:45.000 * Ready",
            "[2026-11-22 11:36:45,000] WARNING django.request: Not Found: /x",
            "2026-11-22 11:36:45 0 [Warning] Could not",
        ];
        for line in local {
            assert_eq!(find(line), Some(Stamp { millis: NOON, offset: None }), "{line}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for line in
            ["", "listening on 20268", "  File \"/srv/a.py\", line 66", "9999/99/99 99:99:99", "Nov 22 11:36:45 host x"]
        {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
