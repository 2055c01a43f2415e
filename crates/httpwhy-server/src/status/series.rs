//! How often each key has come: what sequences and seeded series remember.

use std::collections::HashMap;
use std::mem;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a key is remembered after it came last.
pub const KEPT: Duration = Duration::from_secs(600);

/// The most keys of one generation; two are held.
const MOST: usize = 8192;

/// Counters by key. When the young generation is full the old one is forgotten, and with it whatever did not come since
/// then: memory is bounded, and no request pays for the clearing of many.
#[derive(Debug, Default)]
pub struct Series(Mutex<Generations>);

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<u64, Counter>,
    old: HashMap<u64, Counter>,
}

#[derive(Debug, Clone, Copy)]
struct Counter {
    count: u64,
    last: Instant,
}

impl Series {
    /// How often this key came before, and counts this time.
    pub fn count(&self, key: u64, now: Instant) -> u64 {
        let mut generations = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = generations.get(key, now);
        if generations.young.len() >= MOST && !generations.young.contains_key(&key) {
            generations.old = mem::take(&mut generations.young);
        }
        generations.young.insert(key, Counter { count: count + 1, last: now });
        count
    }

    /// How often this key came before.
    pub fn seen(&self, key: u64, now: Instant) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key, now)
    }
}

impl Generations {
    fn get(&self, key: u64, now: Instant) -> u64 {
        let counter = self.young.get(&key).or_else(|| self.old.get(&key));
        counter.filter(|counter| now.saturating_duration_since(counter.last) < KEPT).map_or(0, |counter| counter.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_counted_apart() {
        let (series, now) = (Series::default(), Instant::now());
        let counts = [1, 1, 2, 1].map(|key| series.count(key, now));
        assert_eq!(counts, [0, 1, 0, 2]);
        assert_eq!(series.seen(1, now), 3);
    }

    #[test]
    fn a_key_is_forgotten_after_ten_minutes() {
        let (series, now) = (Series::default(), Instant::now());
        series.count(1, now);
        assert_eq!(series.seen(1, now + KEPT - Duration::from_secs(1)), 1);
        assert_eq!(series.count(1, now + KEPT), 0);
    }

    #[test]
    fn memory_is_bounded() {
        let (series, now) = (Series::default(), Instant::now());
        for key in 0..5 * MOST {
            series.count(key as u64, now);
        }
        let generations = series.0.lock().unwrap();
        assert!(generations.young.len() + generations.old.len() <= 2 * MOST);
    }
}
