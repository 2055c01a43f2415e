//! Times as people write them in a URL: `300ms`, `2s`, `1.5`, `10m`, `1h`.

use std::time::Duration;

/// The longest time that is understood.
const MOST: f64 = 86_400.0;

/// Reads a time; a bare number means seconds.
pub fn read(text: &str) -> Option<Duration> {
    let unit = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(unit);
    let factor = match unit {
        "ms" => 0.001,
        "" | "s" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return None,
    };
    let seconds = number.parse::<f64>().ok()? * factor;
    (0.0..=MOST).contains(&seconds).then(|| Duration::from_secs_f64(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_a_unit_or_means_seconds() {
        let read = |text| read(text).map(|time| time.as_millis());
        assert_eq!(read("300ms"), Some(300));
        assert_eq!(read("2s"), Some(2000));
        assert_eq!(read("1.5"), Some(1500));
        assert_eq!(read("1m"), Some(60_000));
    }

    #[test]
    fn nonsense_is_no_time() {
        for text in ["", "s", "-1", "1w", "NaN", "inf", "1e9", "1 s", "1h2"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
