//! Numbers by chance: the same seed gives the same series.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::iter;

/// A series of numbers (SplitMix64: Steele, Lea, Flood, 2014).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The `nth` series of this seed: one for each request.
    pub fn seeded(seed: u64, nth: u64) -> Random {
        Random(Random(seed.wrapping_add(nth.wrapping_mul(STEP))).next())
    }

    /// A series nobody can foresee.
    pub fn unseeded() -> Random {
        // The keys of a hash map are the standard library's only source of chance.
        Random(RandomState::new().build_hasher().finish())
    }

    /// At least 0, less than 1.
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Of the standard normal distribution (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.fraction()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.fraction()).cos()
    }

    /// Bytes without end.
    pub fn bytes(mut self) -> impl Iterator<Item = u8> {
        iter::repeat_with(move || self.next()).flat_map(u64::to_le_bytes)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_series() {
        let first = |seed| [0, 1, 2].map(|nth| Random::seeded(seed, nth).next());
        assert_eq!(first(7), first(7));
        assert_ne!(first(7), first(8));
        assert_ne!(Random::seeded(7, 0).next(), Random::seeded(7, 1).next());
    }

    #[test]
    fn fractions_fill_the_unit_interval() {
        let mut series = Random::seeded(1, 0);
        let mean = (0..10_000).map(|_| series.fraction()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
    }

    #[test]
    fn normal_numbers_are_finite_and_centred() {
        let mut series = Random::seeded(1, 0);
        let mean = (0..10_000).map(|_| series.normal()).sum::<f64>() / 10_000.0;
        assert!(mean.abs() < 0.05, "{mean}");
    }
}
