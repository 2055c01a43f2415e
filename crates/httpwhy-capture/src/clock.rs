//! The server's clock, as its response shows it.

use std::time::UNIX_EPOCH;

use httpwhy_core::Exchange;

/// When the response was written by its `Date`, in seconds since 1970.
pub fn answered_at(exchange: &Exchange) -> Option<i64> {
    let date = exchange.response.as_ref()?.field("date")?;
    let since = httpdate::parse_http_date(date.trim()).ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
