//! A map that forgets: entries live for a while, and there are never more than so many.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::{Duration, Instant};

/// A map whose entries end.
pub struct Visits<K, V> {
    most: usize,
    entries: HashMap<K, (V, Instant)>,
}

impl<K: Eq + Hash + Clone, V> Visits<K, V> {
    /// At most so many entries.
    pub fn new(most: usize) -> Visits<K, V> {
        Visits { most, entries: HashMap::new() }
    }

    /// The entry, if it still lives.
    pub fn get(&self, key: &K, now: Instant) -> Option<&V> {
        self.entries.get(key).filter(|(_, end)| *end > now).map(|(value, _)| value)
    }

    /// When the entry ends.
    pub fn end(&self, key: &K) -> Option<Instant> {
        self.entries.get(key).map(|(_, end)| *end)
    }

    /// The entry; if there is none that lives, this one, which lives so long.
    pub fn entry(&mut self, key: K, new: V, life: Duration, now: Instant) -> &mut V {
        if self.get(&key, now).is_none() {
            self.make_room(now);
            self.entries.insert(key.clone(), (new, now + life));
        }
        &mut self.entries.get_mut(&key).expect("it was there or was just put there").0
    }

    /// Takes an entry out.
    pub fn remove(&mut self, key: &K) {
        self.entries.remove(key);
    }

    /// Drops what has ended; if that is not enough, what ends first.
    fn make_room(&mut self, now: Instant) {
        if self.entries.len() < self.most {
            return;
        }
        self.entries.retain(|_, (_, end)| *end > now);
        if self.entries.len() >= self.most {
            let first = self.entries.iter().min_by_key(|(_, (_, end))| *end).map(|(key, _)| key.clone());
            first.and_then(|first| self.entries.remove(&first));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIFE: Duration = Duration::from_secs(10);

    #[test]
    fn an_entry_ends() {
        let start = Instant::now();
        let mut visits = Visits::new(2);
        *visits.entry("a", 1, LIFE, start) += 1;
        assert_eq!(visits.get(&"a", start), Some(&2));
        assert_eq!(visits.get(&"a", start + LIFE), None);
        assert_eq!(*visits.entry("a", 1, LIFE, start + LIFE), 1);
    }

    #[test]
    fn the_entry_that_ends_first_makes_room() {
        let start = Instant::now();
        let mut visits = Visits::new(2);
        for (age, key) in ["a", "b", "c"].into_iter().enumerate() {
            visits.entry(key, (), LIFE, start + Duration::from_secs(age as u64));
        }
        let now = start + Duration::from_secs(2);
        assert!(visits.get(&"a", now).is_none() && visits.get(&"b", now).is_some() && visits.get(&"c", now).is_some());
    }
}
