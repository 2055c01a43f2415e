//! The typed header of a component: its signs and what stands behind its answers.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::record::words;

words!(Layer { Edge, Balancer, Gateway, Proxy, Waf, Storage, Runtime, App, Service, Host, Standard });
words!(Shows { Answered, OnPath, Cause });
words!(Strength { Weak, Moderate, Strong, Proof });

#[derive(Debug)]
pub struct ComponentFile {
    pub head: ComponentHead,
    pub examples: Vec<Example>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComponentHead {
    pub name: String,
    pub layer: Layer,
    pub logs: Option<String>,
    pub louder: Option<String>,
    pub sources: Vec<String>,
    #[serde(default)]
    pub sign: Vec<Sign>,
    #[serde(default)]
    pub answers: Vec<Answers>,
    #[serde(default)]
    pub timer: Vec<Timer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sign {
    pub shows: Shows,
    pub cause: Option<String>,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub against: Vec<String>,
    #[serde(default)]
    pub status: Vec<u16>,
    #[serde(default)]
    pub method: Vec<String>,
    pub field: Option<String>,
    pub begins: Option<String>,
    pub has: Option<String>,
    pub is: Option<String>,
    pub no_field: Option<String>,
    pub request_field: Option<String>,
    pub no_request_field: Option<String>,
    pub cookie: Option<String>,
    pub reason: Option<String>,
    #[serde(default)]
    pub body: Vec<String>,
    #[serde(default)]
    pub no_body: Vec<String>,
    pub body_is: Option<String>,
    pub fact: Option<String>,
    #[serde(default)]
    pub curl_exit: Vec<u16>,
    #[serde(default)]
    pub says: Vec<String>,
    #[serde(default)]
    pub log: Vec<String>,
    #[serde(default)]
    pub lasting: bool,
    pub silent: Option<String>,
    pub strength: Strength,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    pub status: u16,
    pub causes: BTreeMap<String, u16>,
}

/// A time after which it gives up by default.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timer {
    pub setting: String,
    pub seconds: f64,
    pub status: u16,
    pub cause: String,
    pub source: String,
}

/// A response or log lines in a fence, and the words behind `response` or `log` that say what must come out.
#[derive(Debug)]
pub struct Example {
    pub is_log: bool,
    pub expected: String,
    pub text: String,
}
