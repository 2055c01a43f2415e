//! Any HAR file: what can be read is diagnosed.
#![no_main]

use httpwhy_core::diagnose::diagnose;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = httpwhy_capture::har::read(data, &mut |_, capture| drop(diagnose(capture.last())));
});
