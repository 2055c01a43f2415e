//! Whether a fault happens this time: chance that can be repeated with a seed.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::random::Random;

/// Chance that can be repeated: the n-th throw of a seed is always the same.
pub struct Dice {
    seed: u64,
    thrown: AtomicU64,
}

impl Dice {
    /// Dice of this seed, or of one nobody knows.
    pub fn new(seed: Option<u64>) -> Dice {
        let seed = seed.unwrap_or_else(|| RandomState::new().hash_one(0));
        Dice { seed, thrown: AtomicU64::new(0) }
    }

    /// Two numbers of 0 to 1 (below 1).
    pub fn throw(&self) -> (f64, f64) {
        let mut random = Random::seeded(self.seed, self.thrown.fetch_add(1, Ordering::Relaxed));
        (random.fraction(), random.fraction())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throws = |seed| {
            let dice = Dice::new(Some(seed));
            (0..20).map(|_| dice.throw()).collect::<Vec<_>>()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
    }

    #[test]
    fn a_tenth_is_a_tenth() {
        let dice = Dice::new(Some(1));
        let hits = (0..10_000).filter(|_| dice.throw().0 < 0.1).count();
        assert!((900..1100).contains(&hits), "{hits}");
    }
}
