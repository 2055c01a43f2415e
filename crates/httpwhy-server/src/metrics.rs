//! Counts, as Prometheus reads them.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// The upper ends of the buckets of the duration, in microseconds.
const BUCKETS: [u64; 8] = [100, 1_000, 10_000, 100_000, 1_000_000, 5_000_000, 30_000_000, 60_000_000];

/// Counts since the start.
pub struct Metrics {
    by_status: [AtomicU64; 1000],
    by_duration: [AtomicU64; BUCKETS.len() + 1],
    microseconds: AtomicU64,
    pub connections: AtomicU64,
    pub open: AtomicU64,
    pub turned_away: AtomicU64,
}

impl Default for Metrics {
    fn default() -> Metrics {
        Metrics {
            by_status: [const { AtomicU64::new(0) }; 1000],
            by_duration: [const { AtomicU64::new(0) }; BUCKETS.len() + 1],
            microseconds: AtomicU64::new(0),
            connections: AtomicU64::new(0),
            open: AtomicU64::new(0),
            turned_away: AtomicU64::new(0),
        }
    }
}

impl Metrics {
    pub fn count(&self, status: u16, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BUCKETS.iter().position(|end| took <= *end).unwrap_or(BUCKETS.len());
        self.by_status[usize::from(status).min(999)].fetch_add(1, Relaxed);
        self.by_duration[bucket].fetch_add(1, Relaxed);
        self.microseconds.fetch_add(took, Relaxed);
    }

    /// The text format of Prometheus, 0.0.4.
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to memory cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "# HELP httpwhy_responses_total Responses by status, those asked for included.")?;
        writeln!(out, "# TYPE httpwhy_responses_total counter")?;
        for (status, count) in self.by_status.iter().enumerate() {
            let count = count.load(Relaxed);
            if count > 0 {
                writeln!(out, "httpwhy_responses_total{{status=\"{status}\"}} {count}")?;
            }
        }
        writeln!(out, "# HELP httpwhy_response_seconds Time from request to response.")?;
        writeln!(out, "# TYPE httpwhy_response_seconds histogram")?;
        let mut sum = 0;
        for (bucket, count) in self.by_duration.iter().enumerate() {
            sum += count.load(Relaxed);
            let end = BUCKETS.get(bucket).map_or("+Inf".to_owned(), |end| (*end as f64 / 1e6).to_string());
            writeln!(out, "httpwhy_response_seconds_bucket{{le=\"{end}\"}} {sum}")?;
        }
        writeln!(out, "httpwhy_response_seconds_sum {}", self.microseconds.load(Relaxed) as f64 / 1e6)?;
        writeln!(out, "httpwhy_response_seconds_count {sum}")?;
        let rest = [
            ("connections_total", "counter", "Connections accepted.", &self.connections),
            ("connections_open", "gauge", "Connections open.", &self.open),
            ("connections_turned_away_total", "counter", "Connections beyond the limit.", &self.turned_away),
        ];
        for (name, kind, help, value) in rest {
            writeln!(out, "# HELP httpwhy_{name} {help}\n# TYPE httpwhy_{name} {kind}")?;
            writeln!(out, "httpwhy_{name} {}", value.load(Relaxed))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_add_up() {
        let metrics = Metrics::default();
        metrics.count(200, Duration::from_micros(50));
        metrics.count(503, Duration::from_secs(2));
        let text = metrics.text();
        assert!(text.contains("httpwhy_responses_total{status=\"503\"} 1\n"));
        assert!(text.contains("bucket{le=\"0.0001\"} 1\n") && text.contains("bucket{le=\"+Inf\"} 2\n"));
    }
}
