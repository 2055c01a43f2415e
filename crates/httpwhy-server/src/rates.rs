//! How often one client may ask.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// More clients than this are not told apart: the ones that have waited longest are forgotten.
const MOST_CLIENTS: usize = 10_000;

/// Requests a second for each client, with as many at once; without a number, as many as it likes.
#[derive(Debug, Default)]
pub struct Rates {
    most: Option<u32>,
    /// When the client would have used up nothing again (GCRA).
    clients: Mutex<HashMap<IpAddr, Instant>>,
}

impl Rates {
    pub fn new(most: Option<u32>) -> Rates {
        Rates { most, clients: Mutex::default() }
    }

    /// How long this client has to wait; `None` if it may go on, which counts.
    pub fn wait(&self, client: IpAddr) -> Option<Duration> {
        self.wait_at(self.most?.max(1), client, Instant::now())
    }

    fn wait_at(&self, most: u32, client: IpAddr, now: Instant) -> Option<Duration> {
        let step = Duration::from_secs(1) / most;
        let mut clients = self.clients.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if clients.len() >= MOST_CLIENTS {
            clients.retain(|_, free| *free > now);
        }
        if clients.len() >= MOST_CLIENTS {
            clients.clear();
        }
        let free = clients.entry(client).or_insert(now);
        let used = (*free).max(now) + step;
        let over = used.saturating_duration_since(now + Duration::from_secs(1));
        if over.is_zero() {
            *free = used;
        }
        (!over.is_zero()).then_some(over)
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_client_has_its_number_a_second_and_another_has_its_own() {
        let (rates, now) = (Rates::new(Some(3)), Instant::now());
        let client = |last| IpAddr::V4(Ipv4Addr::new(192, 0, 2, last));
        let wait = |last, now| rates.wait_at(3, client(last), now);
        assert!((0..3).all(|_| wait(1, now).is_none()));
        assert!(wait(1, now).is_some());
        assert!(wait(2, now).is_none());
        assert!(wait(1, now + Duration::from_millis(400)).is_none());
    }
}
