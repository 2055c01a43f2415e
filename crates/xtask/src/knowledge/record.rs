//! The typed header of each kind of knowledge file, field by field as `knowledge/README.md` states them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// An enumeration whose words are those of the knowledge files.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// The variant as Rust spells it, for the generated tables.
            pub fn variant(self) -> &'static str {
                match self { $($name::$variant => stringify!($variant)),+ }
            }
        }
    };
}

pub(super) use words;

words!(Standing { Registered, Temporary, Obsolete, Reserved, Vendor });
words!(Content { Allowed, Forbidden });
words!(Verdict { No, AfterChange, AfterDelay, IdempotentOnly, Yes, NotApplicable, Unknown });
words!(Often { Usual, Common, Occasional, Rare });
words!(Level { Must, Should, May, MustNot });
words!(Side { Response, Request });
words!(Who { Visitor, Caller, Owner, Provider, Nobody, Unknown });
words!(Family { App, Upstream, Auth, Access, Request, Limit, Edge, Network, Redirect, Platform, State });
words!(MethodFate { Kept, BecomesGet, MayBecomeGet, NotFollowed });

#[derive(Debug)]
pub struct CodeFile {
    pub head: CodeHead,
    pub body: CodeBody,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeHead {
    pub code: u16,
    pub name: String,
    pub by: String,
    #[serde(default)]
    pub also_named: Vec<String>,
    pub standing: Standing,
    pub summary: String,
    #[serde(default)]
    pub keywords: Vec<String>,
    pub api_use: Option<String>,
    pub content: Content,
    pub cacheable_by_default: bool,
    #[serde(default)]
    pub related: Vec<u16>,
    pub sources: Vec<String>,
    pub retry: Retry,
    #[serde(default)]
    pub causes: Vec<Likely>,
    #[serde(default)]
    pub fields: Vec<FieldRule>,
    #[serde(default)]
    pub confused_with: Vec<Confusion>,
    #[serde(default)]
    pub elsewhere: Vec<Elsewhere>,
}

#[derive(Debug, Default)]
pub struct CodeBody {
    pub meaning: String,
    pub visitor: Option<String>,
    pub caller: Option<String>,
    pub operator: Option<String>,
    pub designer: Option<String>,
    pub situation: Option<String>,
    pub example: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retry {
    pub verdict: Verdict,
    pub note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Likely {
    pub id: String,
    pub often: Often,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    pub name: String,
    pub level: Level,
    pub on: Side,
    pub note: Option<String>,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confusion {
    pub code: u16,
    pub how: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    pub by: String,
    pub name: String,
    pub meaning: String,
    pub tell: Option<String>,
    pub source: String,
}

#[derive(Debug)]
pub struct CauseFile {
    pub head: CauseHead,
    pub body: CauseBody,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseHead {
    pub title: String,
    pub family: Family,
    pub who_must_act: Who,
    #[serde(default)]
    pub who_else: Vec<Who>,
    pub retryable: Verdict,
    pub retry_note: Option<String>,
    #[serde(default)]
    pub keywords: Vec<String>,
    pub sources: Vec<String>,
    pub confirm: Vec<Step>,
    pub fix: Vec<Step>,
    #[serde(default)]
    pub mistaken_for: Vec<Mistake>,
}

#[derive(Debug, Default)]
pub struct CauseBody {
    pub meaning: String,
    pub visitor: Option<String>,
    pub caller: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(rename = "do")]
    pub action: String,
    pub command: Option<String>,
    #[serde(rename = "for")]
    pub platform: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    pub id: String,
    pub how: String,
}

#[derive(Debug)]
pub struct ComparisonFile {
    pub head: ComparisonHead,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonHead {
    pub question: String,
    #[serde(default)]
    pub also_asked: Vec<String>,
    pub codes: Vec<u16>,
    pub answer: String,
    pub sources: Vec<String>,
    pub when: Vec<When>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub code: Option<u16>,
    pub choice: Option<String>,
    #[serde(rename = "if")]
    pub condition: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub title: String,
    pub url: String,
    pub section_url: Option<String>,
    pub relied_on_for: String,
    pub read: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subcodes {
    pub vendor: String,
    pub name: String,
    pub about: String,
    pub where_shown: String,
    pub sources: Vec<String>,
    pub subcode: Vec<Subcode>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subcode {
    pub code: String,
    pub status: Option<u16>,
    pub name: String,
    pub meaning: String,
    pub who_must_act: Who,
    pub cause: Option<String>,
    #[serde(rename = "do")]
    pub action: String,
    pub also: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub target: String,
    pub language: String,
    pub pattern: String,
    #[serde(default)]
    pub acronyms: Vec<String>,
    pub source: String,
    #[serde(default)]
    pub missing: Vec<u16>,
    #[serde(default)]
    pub names: BTreeMap<String, Names>,
    #[serde(default)]
    pub extra: BTreeMap<String, Names>,
}

/// One name, or several names that mean the same code.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    pub fn list(&self) -> Vec<String> {
        match self {
            Names::One(name) => vec![name.clone()],
            Names::Several(names) => names.clone(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    pub class: Vec<Class>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    pub id: String,
    pub name: String,
    pub range: String,
    pub meaning: String,
    pub unknown: String,
    pub source: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grpc {
    pub sources: Vec<String>,
    pub note: String,
    pub status: Vec<GrpcStatus>,
    pub from_http: Vec<GrpcFromHttp>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrpcStatus {
    pub number: u8,
    pub name: String,
    pub meaning: String,
    pub http: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrpcFromHttp {
    pub http: u16,
    pub grpc: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirects {
    pub methods: Vec<String>,
    pub sources: Vec<String>,
    pub notes: Vec<String>,
    pub redirect: Vec<Redirect>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    pub code: u16,
    pub fate: BTreeMap<String, MethodFate>,
    pub source: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retries {
    pub client: Vec<RetryClient>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetryClient {
    pub name: String,
    pub setting: String,
    pub codes: Vec<u16>,
    pub note: String,
    pub source: String,
}
