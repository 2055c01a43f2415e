//! Experiments: safe follow-up requests, and what each outcome says.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::component::Strength;
use super::record::words;

words!(Need {
    SafeMethod,
    Http2,
    Http,
    Credentials,
    Cookies,
    PathEndsWithSlash,
    PathEndsWithoutSlash,
    PathIsNotRoot,
    PathHasUpperCase,
    TwoFamilies,
});
words!(Send {
    Same,
    AsProblem,
    Http1,
    IndexHtml,
    MissingSibling,
    Root,
    ToggleSlash,
    LowerCase,
    Options,
    NoCredentials,
    NoCookies,
    OtherScheme,
    OtherFamily,
});
words!(Pace { AtOnce, Slow });

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiments {
    pub experiment: Vec<Experiment>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Experiment {
    pub id: String,
    #[serde(rename = "do")]
    pub action: String,
    pub why: String,
    pub status: Vec<u16>,
    #[serde(default)]
    pub needs: Vec<Need>,
    pub send: Vec<Send>,
    /// The answer is to the same question: its signs count beside those of the first.
    #[serde(default)]
    pub asks_again: bool,
    #[serde(default)]
    pub worth: u8,
    #[serde(default)]
    pub outcome: Vec<Outcome>,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// `ok`, `same`, `same-page`, `error`, or a status; one for each request.
    pub saw: Vec<String>,
    pub pace: Option<Pace>,
    #[serde(default, rename = "for")]
    pub supports: BTreeMap<String, Strength>,
    #[serde(default)]
    pub against: BTreeMap<String, Strength>,
}

/// What `saw` may say beside a status.
pub const SAW: [&str; 4] = ["ok", "same", "same-page", "error"];
