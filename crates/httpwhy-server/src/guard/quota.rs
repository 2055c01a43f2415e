//! How often one client asks, and how often one host is asked.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// So many are remembered; when they are too many, nobody new is let in until some are forgotten.
const MOST: usize = 10_000;

/// How often something may be done for one key in a window of time.
pub struct Quota<K> {
    most: u32,
    window: Duration,
    seen: Mutex<HashMap<K, (Instant, u32)>>,
}

impl<K: Eq + Hash> Quota<K> {
    /// So often in this time.
    pub fn new(most: u32, window: Duration) -> Quota<K> {
        Quota { most, window, seen: Mutex::default() }
    }

    /// Takes one, or says how long to wait.
    pub fn take(&self, key: K, now: Instant) -> Result<(), Duration> {
        // A panic elsewhere has not harmed a map of counters.
        let mut seen = self.seen.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if seen.len() >= MOST {
            seen.retain(|_, (begun, _)| now.saturating_duration_since(*begun) < self.window);
        }
        if seen.len() >= MOST && !seen.contains_key(&key) {
            return Err(self.window);
        }
        let (begun, count) = seen.entry(key).or_insert((now, 0));
        if now.saturating_duration_since(*begun) >= self.window {
            (*begun, *count) = (now, 0);
        }
        if *count >= self.most {
            return Err(self.window.saturating_sub(now.saturating_duration_since(*begun)));
        }
        *count += 1;
        Ok(())
    }
}

/// Who counts as one client: of IPv6 a whole network, because each household has one.
pub fn client(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_passes() {
        let quota = Quota::new(2, Duration::from_secs(30));
        let begun = Instant::now();
        let after = |seconds| begun + Duration::from_secs(seconds);
        assert!(quota.take("a", begun).is_ok() && quota.take("a", after(10)).is_ok());
        assert_eq!(quota.take("a", after(20)), Err(Duration::from_secs(10)));
        assert!(quota.take("b", after(20)).is_ok() && quota.take("a", after(30)).is_ok());
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let quota = Quota::new(1, Duration::from_secs(30));
        let begun = Instant::now();
        (0..MOST).for_each(|key| assert!(quota.take(key, begun).is_ok()));
        assert!(quota.take(MOST, begun).is_err());
        assert!(quota.take(MOST, begun + Duration::from_secs(30)).is_ok());
        assert_eq!(quota.seen.lock().unwrap().len(), 1);
    }

    #[test]
    fn a_network_of_ipv6_is_one_client() {
        let client = |text: &str| client(text.parse().unwrap()).to_string();
        assert_eq!(client("2001:db8:1:2:3::4"), "2001:db8:1:2::");
        assert_eq!(client("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
