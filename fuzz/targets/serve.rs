//! Any bytes on a connection of the server: an answer or the end of the connection, never a panic, never a hang.
#![no_main]

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use httpwhy_server::{Config, Limits, Site, converse};
use libfuzzer_sys::fuzz_target;
use tokio::runtime::{Builder, Runtime};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Builder::new_current_thread().enable_all().build().unwrap());

/// Nothing is waited for.
static SITE: LazyLock<Arc<Site>> = LazyLock::new(|| {
    let soon = Duration::from_millis(20);
    let limits = Limits { most_wait: soon, head_time: soon, content_time: soon, idle_time: soon, ..Limits::default() };
    Arc::new(Site::new(Config { limits, ..Config::default() }))
});

fuzz_target!(|bytes: &[u8]| {
    let answer = RUNTIME.block_on(converse(&SITE, bytes));
    let is_http2 = bytes.windows(14).any(|window| window == b"PRI * HTTP/2.0");
    let is_fault = bytes.windows(5).any(|window| window == b"fault");
    assert!(answer.is_empty() || is_http2 || is_fault || answer.starts_with(b"HTTP/1.1 "));
});
