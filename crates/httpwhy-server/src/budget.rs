//! How much content of requests is held at a time, by all connections together.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::plan::Plan;

/// What all requests share.
#[derive(Debug)]
pub struct Budget {
    most: usize,
    held: AtomicUsize,
}

/// What one request holds, until it is answered.
pub struct Held<'a> {
    budget: &'a Budget,
    bytes: usize,
}

impl Budget {
    pub fn new(most: usize) -> Budget {
        Budget { most, held: AtomicUsize::new(0) }
    }

    /// Nothing yet.
    pub fn hold(&self) -> Held<'_> {
        Held { budget: self, bytes: 0 }
    }
}

impl Held<'_> {
    /// Whether there is room for so many bytes more; then they are held.
    pub fn more(&mut self, bytes: usize) -> bool {
        let before = self.budget.held.fetch_add(bytes, Relaxed);
        let has_room = before + bytes <= self.budget.most;
        if has_room {
            self.bytes += bytes;
        } else {
            self.budget.held.fetch_sub(bytes, Relaxed);
        }
        has_room
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.budget.held.fetch_sub(self.bytes, Relaxed);
    }
}

/// The answer where there is no room. It is our own failure, so it does not carry the field `HTTPWhy`.
pub fn full() -> Plan {
    Plan::new(503)
        .field("Retry-After", "1")
        .field("Cache-Control", "no-store")
        .content("text/plain; charset=utf-8", "This server holds as much content as it can. Try again in a second.\n")
        .close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_answered_makes_room() {
        let budget = Budget::new(10);
        let mut first = budget.hold();
        assert!(first.more(6) && !first.more(6));
        let mut second = budget.hold();
        assert!(second.more(4) && !second.more(1));
        drop(first);
        assert!(second.more(6));
    }
}
