//! How many slips of the finger lie between two words.

/// Longer words are compared by their first letters.
const LONGEST: usize = 24;

/// The distance between two words if it is at most `most`: letters added, left out, changed or swapped with their
/// neighbour count one each (optimal string alignment). Case does not count.
pub fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right) = (&left.as_bytes()[..left.len().min(LONGEST)], &right.as_bytes()[..right.len().min(LONGEST)]);
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut before = [0; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = core::array::from_fn(|column| column);
    for (row, a) in left.iter().enumerate() {
        let mut now = [0; LONGEST + 1];
        now[0] = row + 1;
        let mut best = now[0];
        for (column, b) in right.iter().enumerate() {
            let same = a.eq_ignore_ascii_case(b);
            let changed = last[column] + usize::from(!same);
            let mut cost = changed.min(last[column + 1] + 1).min(now[column] + 1);
            let swapped = row > 0
                && column > 0
                && a.eq_ignore_ascii_case(&right[column - 1])
                && left[row - 1].eq_ignore_ascii_case(b);
            if swapped {
                cost = cost.min(before[column - 1] + 1);
            }
            now[column + 1] = cost;
            best = best.min(cost);
        }
        if best > most {
            return None;
        }
        before = last;
        last = now;
    }
    Some(last[right.len()]).filter(|distance| *distance <= most)
}

/// One bit a letter or digit. Each slip changes at most two bits, so words that differ in more are further apart.
pub fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |all, byte| all | 1 << (byte.to_ascii_lowercase() & 63))
}

/// Whether the letters leave room for the words to be this near.
pub fn may_be_near(left: u64, right: u64, most: usize) -> bool {
    (left ^ right).count_ones() as usize <= 2 * most
}

/// How many slips a word of this length may have: none below four letters, where another word is always near.
pub fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::{distance, letters, may_be_near};

    #[test]
    fn the_letters_rule_out_only_what_is_far() {
        for (left, right) in [("forbiden", "Forbidden"), ("timoeut", "timeout"), ("a", "b"), ("abc", "xbz")] {
            let slips = distance(left, right, 4).unwrap();
            assert!(may_be_near(letters(left), letters(right), slips), "{left} {right}");
        }
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(distance("forbiden", "Forbidden", 2), Some(1));
        assert_eq!(distance("timoeut", "timeout", 2), Some(1));
        assert_eq!(distance("same", "same", 1), Some(0));
        assert_eq!(distance("gateway", "teapot", 2), None);
        assert_eq!(distance("", "", 0), Some(0));
    }
}
