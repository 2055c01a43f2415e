//! The report on one component, as JSON has it.

use httpwhy_core::{CAUSES, Cause, Component, Layer, List, Prior, Shows, Sign, Strength, Timer};
use serde::Serialize;

use super::looks::{LookJson, looks};
use super::parts::{SCHEMA, SourceJson};

#[derive(Debug, Serialize)]
pub struct ComponentReport {
    pub schema: u8,
    pub id: &'static str,
    pub name: &'static str,
    pub layer: &'static str,
    pub signs: Vec<SignJson>,
    pub answers: Vec<AnswersJson>,
    pub log_signs: Vec<SignJson>,
    pub timers: Vec<TimerJson>,
    pub logs: Option<&'static str>,
    pub louder: Option<&'static str>,
    pub sources: Vec<SourceJson>,
    #[serde(skip)]
    pub is: &'static str,
}

#[derive(Debug, Serialize)]
pub struct SignJson {
    pub shows: &'static str,
    pub strength: &'static str,
    pub status: Vec<u16>,
    pub looks: Vec<LookJson>,
    pub cause: Option<NamedCauseJson>,
    pub also: Vec<NamedCauseJson>,
    pub against: Vec<NamedCauseJson>,
    pub source: SourceJson,
}

#[derive(Debug, Serialize)]
pub struct NamedCauseJson {
    pub id: &'static str,
    pub title: &'static str,
}

#[derive(Debug, Serialize)]
pub struct AnswersJson {
    pub status: u16,
    pub name: Option<&'static str>,
    pub causes: Vec<PriorJson>,
}

#[derive(Debug, Serialize)]
pub struct PriorJson {
    pub id: &'static str,
    pub title: &'static str,
    pub weight: u16,
}

#[derive(Debug, Serialize)]
pub struct TimerJson {
    pub setting: &'static str,
    pub milliseconds: u32,
    pub status: u16,
    pub cause: NamedCauseJson,
    pub source: SourceJson,
}

pub fn report(component: Component) -> ComponentReport {
    let (layer, is) = layer(component.layer);
    ComponentReport {
        schema: SCHEMA,
        id: component.id,
        name: component.name,
        layer,
        signs: component.signs.iter().map(sign).collect(),
        answers: component.answers.iter().map(|answers| answered(answers.status, answers.causes)).collect(),
        log_signs: component.log_signs.iter().map(sign).collect(),
        timers: component.timers.iter().map(timer).collect(),
        logs: component.logs,
        louder: component.louder,
        sources: SourceJson::all(component.sources),
        is,
    }
}

impl NamedCauseJson {
    fn of(cause: Cause) -> NamedCauseJson {
        NamedCauseJson { id: cause.id, title: cause.title }
    }

    fn all(places: List<u16>) -> Vec<NamedCauseJson> {
        places.iter().filter_map(|place| CAUSES.get(usize::from(place))).map(NamedCauseJson::of).collect()
    }
}

fn sign(sign: Sign) -> SignJson {
    SignJson {
        shows: shows(sign.shows),
        strength: strength(sign.strength),
        status: sign.status.iter().collect(),
        looks: looks(sign),
        cause: sign.cause.map(NamedCauseJson::of),
        also: NamedCauseJson::all(sign.also),
        against: NamedCauseJson::all(sign.against),
        source: SourceJson::of(sign.source),
    }
}

/// The most usual first.
fn answered(status: u16, priors: List<Prior>) -> AnswersJson {
    let prior = |prior: Prior| PriorJson { id: prior.cause.id, title: prior.cause.title, weight: prior.weight };
    let mut causes: Vec<PriorJson> = priors.iter().map(prior).collect();
    causes.sort_by_key(|prior| std::cmp::Reverse(prior.weight));
    AnswersJson { status, name: httpwhy_core::name(status), causes }
}

fn timer(timer: Timer) -> TimerJson {
    TimerJson {
        setting: timer.setting,
        milliseconds: timer.millis,
        status: timer.status,
        cause: NamedCauseJson::of(timer.cause),
        source: SourceJson::of(timer.source),
    }
}

fn shows(shows: Shows) -> &'static str {
    match shows {
        Shows::Answered => "answered",
        Shows::OnPath => "on-path",
        Shows::Cause => "cause",
    }
}

pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "weak",
        Strength::Moderate => "moderate",
        Strength::Strong => "strong",
        Strength::Proof => "proof",
    }
}

/// The word of a layer, and what stands there.
fn layer(layer: Layer) -> (&'static str, &'static str) {
    match layer {
        Layer::Standard => ("standard", "What a standard says of any response, whoever wrote it."),
        Layer::Edge => ("edge", "A CDN or hosting edge, the first the client talks to."),
        Layer::Waf => ("waf", "A web application firewall, which refuses what looks like an attack."),
        Layer::Balancer => ("balancer", "A load balancer, which hands each request to one of several servers."),
        Layer::Gateway => ("gateway", "An API gateway, which stands before an API and checks who may use it."),
        Layer::Proxy => ("proxy", "A web server or proxy, which answers from files or passes requests on."),
        Layer::Storage => ("storage", "A store, which answers with what lies in it or says why not."),
        Layer::Runtime => ("runtime", "What runs an application and speaks HTTP for it."),
        Layer::App => ("app", "A framework or application, which wrote its answer itself."),
        Layer::Service => ("service", "What an application asks, and fails without: its log lines tell."),
        Layer::Host => ("host", "What all the others run on: its log lines tell."),
    }
}
