//! A response that took just as long as its author waits by default: that timer ran out.

use alloc::format;
use alloc::vec;
use core::time::Duration;

use super::sign::Fired;
use super::{Author, Evidence, Place};
use crate::{Exchange, Shows, Strength, Timer};

/// A timer is never early; name look-up, TLS and the way back make a response a little late.
const LATE: Duration = Duration::from_millis(1500);

/// The author's timers that the time fits.
pub fn hit(author: &Author, exchange: &Exchange) -> impl Iterator<Item = Fired> {
    let (component, status, took) = (author.component, exchange.status_or_logged(), exchange.took);
    let fits = move |timer: &Timer| {
        let set = Duration::from_millis(u64::from(timer.millis));
        timer.status == status && took.is_some_and(|took| took >= set && took < set + LATE)
    };
    component.timers.iter().filter(fits).map(move |timer| Fired {
        shows: Shows::Cause,
        causes: vec![timer.cause],
        against: vec![],
        place: None,
        evidence: Evidence {
            component,
            place: Place::Time,
            quote: format!(
                "took {:.1} s; {} is {} s",
                took.unwrap_or_default().as_secs_f64(),
                timer.setting,
                f64::from(timer.millis) / 1000.0
            ),
            at: None,
            strength: Strength::Strong,
        },
    })
}
