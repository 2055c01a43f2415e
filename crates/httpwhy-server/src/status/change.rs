//! What a request wants changed, done to a plan.

use std::time::Duration;

use bytes::Bytes;

use super::compose::has_content;
use super::control::{Control, Drip, Interim, Refused, RetryAfter};
use super::fields;
use crate::plan::{Before, Content, Fault, Plan};
use crate::random::Random;

/// Changes the plan. What would take longer than `most` in all is refused.
pub fn apply(plan: &mut Plan, control: Control, random: &mut Random, most: Duration) -> Result<(), Refused> {
    interim(plan, &control.interim);
    if let Some(delay) = control.delay {
        plan.before.push(Before::Wait(delay.sample(random, most)));
    }
    if plan.switch.is_some() {
        return Ok(());
    }
    let is_foreign = has_content(plan.status) && (control.body.is_some() || control.media_type.is_some());
    content(plan, control.body, control.media_type, control.is_without_content);
    if let Some(retry_after) = control.retry_after {
        retry(plan, retry_after);
    }
    if let Some(to) = control.to {
        plan.set("Location", to);
    }
    match control.cache {
        Some(cache) if cache.is_empty() => plan.unset("Cache-Control"),
        Some(cache) => plan.set("Cache-Control", cache),
        None => {}
    }
    for (name, _) in &control.fields {
        plan.unset(name);
    }
    plan.fields.extend(control.fields);
    if is_foreign {
        // Whoever made this link is not us: no script of it may run as part of this site, whatever fields it sets.
        plan.fields.push(("Content-Security-Policy".into(), "sandbox".into()));
        plan.fields.push(("X-Content-Type-Options".into(), "nosniff".into()));
    }
    plan.reason = control.reason.map(Into::into);
    trailers(plan, control.trailers);
    if let Some(drip) = control.drip {
        spread(plan, drip);
    }
    plan.fault = control.fault;
    if plan.fault == Some(Fault::BadChunk) {
        chunk(plan);
    }
    check(plan, most)
}

fn interim(plan: &mut Plan, all: &[Interim]) {
    for one in all {
        for _ in 0..one.times {
            if !one.pause.is_zero() {
                plan.before.push(Before::Wait(one.pause));
            }
            plan.before.push(Before::Interim(one.code, fields::interim(one.code)));
        }
    }
    if all.iter().any(|one| one.code == 103) && plan.get("link").is_none() {
        fields::repeat(plan, 103);
    }
}

fn content(plan: &mut Plan, body: Option<String>, media_type: Option<String>, is_without: bool) {
    if is_without {
        plan.content = Content::Empty;
        plan.unset("Content-Type");
    }
    if !has_content(plan.status) || is_without {
        return;
    }
    match (body.is_some(), media_type) {
        (_, Some(media_type)) => plan.set("Content-Type", media_type),
        (true, None) => plan.set("Content-Type", "text/plain; charset=utf-8"),
        (false, None) => {}
    }
    if let Some(body) = body {
        replace(plan, body);
    }
}

/// What described our own content does not describe this.
fn replace(plan: &mut Plan, body: String) {
    if plan.status == 206 {
        let length = body.len();
        let range = if length == 0 { "bytes */0".to_owned() } else { format!("bytes 0-{}/{length}", length - 1) };
        plan.set("Content-Range", range);
    }
    plan.unset("ETag");
    plan.unset("Vary");
    plan.content = Content::Whole(Bytes::from(body));
}

fn retry(plan: &mut Plan, retry_after: RetryAfter) {
    match retry_after {
        RetryAfter::Nothing => plan.unset("Retry-After"),
        RetryAfter::Date(date) => plan.set("Retry-After", date),
        RetryAfter::Seconds(seconds) => {
            plan.set("Retry-After", seconds.to_string());
            // The fields of the limit say the same.
            if plan.status == 429 {
                plan.set("RateLimit", format!("\"example\";r=0;t={seconds}"));
                plan.set("X-RateLimit-Reset", seconds.to_string());
            }
        }
    }
}

fn trailers(plan: &mut Plan, trailers: Vec<crate::plan::Field>) {
    if trailers.is_empty() || !has_content(plan.status) {
        return;
    }
    let names: Vec<&str> = trailers.iter().map(|(name, _)| name.as_ref()).collect();
    plan.set("Trailer", names.join(", "));
    plan.trailers = trailers;
}

fn spread(plan: &mut Plan, drip: Drip) {
    let Content::Whole(bytes) = &plan.content else { return };
    let (piece, every) = drip.spread(bytes.len());
    let is_length_told = plan.trailers.is_empty();
    plan.content = Content::Pieces { bytes: bytes.clone(), piece, every, is_length_told };
}

/// A chunk is bad only where chunks are expected.
fn chunk(plan: &mut Plan) {
    if let Content::Whole(bytes) = &plan.content {
        let (bytes, piece) = (bytes.clone(), bytes.len().max(1));
        plan.content = Content::Pieces { bytes, piece, every: Duration::ZERO, is_length_told: false };
    }
}

/// Each wait alone is short enough; together they must be, too.
fn check(plan: &Plan, most: Duration) -> Result<(), Refused> {
    let before = plan.before.iter().map(|before| match before {
        Before::Wait(wait) => *wait,
        Before::Interim(..) => Duration::ZERO,
    });
    let dripping = match &plan.content {
        Content::Pieces { bytes, piece, every, .. } => {
            every.saturating_mul(bytes.len().div_ceil(*piece).try_into().unwrap_or(u32::MAX))
        }
        Content::Empty | Content::Whole(_) | Content::Stream { .. } => Duration::ZERO,
    };
    let hanging = match plan.fault {
        Some(Fault::Hang(wait)) => wait,
        _ => Duration::ZERO,
    };
    let total = before.fold(dripping.saturating_add(hanging), Duration::saturating_add);
    // Rounding of a sample may cost a nanosecond.
    if total <= most + Duration::from_millis(1) {
        return Ok(());
    }
    let name = match plan.content {
        Content::Pieces { .. } => "drip",
        _ => "delay",
    };
    Err(Refused::new(name, &format!("{total:?}"), format!("waits of {most:?} in all on this server")))
}

impl Plan {
    /// Sets a field, in the place of all of this name.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<std::borrow::Cow<'static, str>>) {
        self.unset(name);
        self.fields.push((name.into(), value.into()));
    }

    /// Leaves a field out.
    pub(crate) fn unset(&mut self, name: &str) {
        self.fields.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
    }
}
