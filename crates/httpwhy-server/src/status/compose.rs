//! A plan of a code, what belongs to it, and what the request wants changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Instant;

use super::choice::Choice;
use super::content::{self, Form};
use super::control::delay::{Bare, Delay};
use super::control::{Control, Refused};
use super::target::Target;
use super::{change, cors, explained, fields, marked, redirects, upgrade};
use crate::plan::{Before, Content, Plan};
use crate::random::Random;
use crate::request::Request;
use crate::site::Site;

/// The answer that nothing changes.
pub fn plain(request: &Request, code: u16) -> Plan {
    coded(request, code, 200, Form::of(request, code)).unwrap_or_else(|refused| refused.plan())
}

/// The answer to a request that wants something changed, or whose code must be chosen first.
pub fn with_control(site: &Site, request: &Request, target: Target) -> Result<Plan, Refused> {
    let most = site.config.limits.most_wait;
    let mut control = Control::read(request, most)?;
    let nth = nth(site, request, target, &control);
    let mut random = control.seed.map_or_else(Random::unseeded, |seed| Random::seeded(seed, nth.unwrap_or(0)));
    let code = match (&control.sequence, &control.random) {
        (Some(sequence), _) => sequence.nth(nth.unwrap_or(0)),
        (None, Some(choice)) => choice.pick(&mut random),
        (None, None) => pathed(request, target, &mut control, &mut random, most)?,
    };
    let form = control.media_type.as_deref().and_then(|name| Form::named(name, code));
    let form = form.unwrap_or_else(|| Form::of(request, code));
    let mut plan = coded(request, code, control.then.unwrap_or(200), form)?;
    if let Some(nth) = nth {
        plan.set(marked::NAME, format!("{}; nth={}", marked::asked(code), nth + 1));
    }
    if request.path == "/status/" {
        // RFC 7240, section 3: which preference was followed.
        plan.set("Preference-Applied", format!("code={code}"));
    }
    let is_explained = control.is_explained;
    change::apply(&mut plan, control, &mut random, most)?;
    Ok(if is_explained { explained::plan(code, &plan) } else { plan })
}

/// The code that the path names or leads to.
fn pathed(
    request: &Request,
    target: Target,
    control: &mut Control,
    random: &mut Random,
    most: std::time::Duration,
) -> Result<u16, Refused> {
    Ok(match target {
        Target::Code(code) => code,
        Target::Codes(text) => Choice::read("path", &decoded(text))?.pick(random),
        Target::Delay(text) => {
            control.delay = Some(Delay::read("path", text, Bare::Seconds, most)?);
            200
        }
        Target::Redirects(..) | Target::RedirectLoop | Target::RedirectTo => {
            let (code, to) = redirects::next(request, target)?;
            control.to = Some(to);
            code
        }
    })
}

/// A code and what belongs to it; after an interim one comes `then`.
fn coded(request: &Request, code: u16, then: u16, form: Form) -> Result<Plan, Refused> {
    match code {
        101 => upgrade::plan(request),
        100..200 => {
            let mut plan = response(request, code, then, form);
            // Who expects 100 gets it before the content is read, not a second time after it.
            if code != 100 || !request.fields.lists("expect", "100-continue") {
                plan.before.push(Before::Interim(code, fields::interim(code)));
            }
            fields::repeat(&mut plan, code);
            Ok(plan)
        }
        _ => Ok(response(request, code, code, form)),
    }
}

fn response(request: &Request, code: u16, status: u16, form: Form) -> Plan {
    let mut plan = Plan::new(status);
    plan.fields.reserve(12);
    plan.fields.push((marked::NAME.into(), marked::asked(code).into()));
    // Many of the statuses are cacheable by default (RFC 9110, 15.1), and a test is made again.
    plan.fields.push(("Cache-Control".into(), "no-store".into()));
    let mut plan = cors::allow(plan);
    if has_content(status) {
        plan.fields.push(("Content-Type".into(), form.media_type().into()));
        plan.content = Content::Whole(content::of(code, form));
    }
    if (has_content(status) || status == 304) && code != 207 {
        plan.fields.push(("Vary".into(), "Accept".into()));
    }
    fields::push(&mut plan, request, form);
    plan
}

/// RFC 9110, sections 6.4.1 and 15.3.6.
pub fn has_content(status: u16) -> bool {
    !matches!(status, 100..200 | 204 | 205 | 304)
}

/// How many requests of this kind came before; counted for sequences and seeded series only. With `key=` they are
/// counted by that, otherwise by client and path. To explain is not to ask.
fn nth(site: &Site, request: &Request, target: Target, control: &Control) -> Option<u64> {
    if control.sequence.is_none() && control.seed.is_none() {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    for name in ["sequence", "random", "seed", "_sequence", "_random", "_seed"] {
        request.parameter(name).hash(&mut hasher);
    }
    match (&control.key, target) {
        (Some(key), Target::Codes(list)) => (key, list).hash(&mut hasher),
        (Some(key), _) => key.hash(&mut hasher),
        (None, _) => (request.peer, &request.path).hash(&mut hasher),
    }
    let (key, now) = (hasher.finish(), Instant::now());
    Some(if control.is_explained { site.series.seen(key, now) } else { site.series.count(key, now) })
}

/// Clients encode the comma and the colon of a list.
fn decoded(text: &str) -> String {
    let text = text.replace('+', "%2B");
    form_urlencoded::parse(text.as_bytes()).map(|(name, _)| name.into_owned()).next().unwrap_or_default()
}
