//! An answer that leads to another path of this server.

use crate::plan::Plan;

/// This 3xx to this path, with a line for those who are not led by themselves (RFC 9110, 15.4.3).
pub fn to(status: u16, path: impl Into<String>) -> Plan {
    let path = path.into();
    let line = format!("Go on at {path}\n");
    Plan::new(status)
        .field("Location", path)
        .field("Cache-Control", "no-store")
        .content("text/plain; charset=utf-8", line)
}
