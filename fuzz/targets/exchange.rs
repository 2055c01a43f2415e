//! Any text that is pasted: it is read or refused, diagnosed and printed.
#![no_main]

use httpwhy_report::{Now, Report};
use httpwhy_report::render::{self, Look};
use jiff::{Timestamp, tz::TimeZone};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(capture) = httpwhy_capture::read(data) else { return };
    let report = Report::diagnosis(&capture, &Now::new(|| Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC)));
    let text = render::text(&report, Look::plain(60)) + &render::html(&report) + &render::json(&report);
    assert!(!text.contains('\u{1b}'));
});
