//! `/drip`: content that comes slowly.

use std::time::Duration;

use crate::marked;
use crate::plan::{Content, Plan};

use super::ask::{Answered, Ask};
use super::provoked::provoked;

const MOST_BYTES: usize = 1 << 20;
/// A piece comes no oftener than this.
const LEAST_PAUSE: Duration = Duration::from_millis(10);

/// `numbytes` over `duration`, after `delay`, with the status `code`.
pub fn answer(ask: &Ask) -> Answered {
    let length = ask.number_of("numbytes", MOST_BYTES)?.unwrap_or(10);
    let duration = ask.pause("duration")?.unwrap_or(Duration::from_secs(2));
    let delay = ask.pause("delay")?.unwrap_or_default();
    if delay + duration > ask.site.config.limits.most_wait {
        Err(provoked(400, "delay and duration together are longer than this server waits. Make one of them shorter."))?;
    }
    let code = ask.number_of("code", 599)?.unwrap_or(200) as u16;
    if code < 200 {
        Err(provoked(400, "code must be 200 to 599, because content comes with a final status."))?;
    }
    let plan = dripping(code, length, duration).wait(delay);
    Ok(if code < 400 { plan } else { plan.field(marked::NAME, marked::told("asked", code)) })
}

fn dripping(code: u16, length: usize, duration: Duration) -> Plan {
    let pauses = (length.saturating_sub(1) as u128).min(duration.as_millis() / LEAST_PAUSE.as_millis()) as u32;
    let piece = length.div_ceil(pauses as usize + 1).max(1);
    let every = duration.checked_div(pauses).unwrap_or_default();
    let mut plan = Plan::new(code).field("Cache-Control", "no-store").content("application/octet-stream", "");
    plan.content = Content::Pieces { bytes: vec![b'*'; length].into(), piece, every, is_length_told: true };
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::tests::asked;

    fn pieces(plan: &Plan) -> (usize, usize, u128) {
        match &plan.content {
            Content::Pieces { bytes, piece, every, .. } => (bytes.len(), *piece, every.as_millis()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn bytes_are_spread_over_the_time() {
        assert_eq!(pieces(&dripping(200, 11, Duration::from_secs(2))), (11, 1, 200));
        assert_eq!(pieces(&dripping(200, 1 << 20, Duration::from_secs(1))), (1 << 20, 10_382, 10));
        assert_eq!(pieces(&dripping(200, 5, Duration::ZERO)), (5, 5, 0));
        assert_eq!(pieces(&dripping(200, 0, Duration::from_secs(1))), (0, 1, 0));
    }

    #[test]
    fn the_code_is_used_and_too_long_is_refused() {
        assert_eq!(
            asked("/drip?code=503&numbytes=1&duration=0").get("httpwhy"),
            Some("asked; code=503; source=\"RFC 9110, 15.6.4\"")
        );
        assert_eq!(asked("/drip?duration=20&delay=20").status, 400);
        assert_eq!(asked("/drip?code=100").status, 400);
        assert_eq!(asked("/drip?duration=x").status, 400);
    }
}
