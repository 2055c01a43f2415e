//! Every HTTP status code, explained for whoever asks.
//!
//! A number goes in, an explanation comes out: what the code means, why it happens (most usual cause first), who
//! can do what about it, whether a retry is safe, whether a cache may keep it, which fields it must carry, what it
//! is confused with, what other vendors mean by the same number, and how each language spells it.
//!
//! ```
//! use httpwhy_core::{Code, Explained};
//!
//! let forbidden = Code::get(403).unwrap();
//! assert_eq!(forbidden.name, "Forbidden");
//! assert_eq!(forbidden.retry.verdict.word(), "after-change");
//! assert!(forbidden.causes.iter().any(|likely| likely.cause.id == "file-permissions"));
//!
//! // Any number is explained; one that nobody registered, by its class (RFC 9110, section 15).
//! assert!(matches!(httpwhy_core::explain(299), Explained::ByClass { .. }));
//! ```
//!
//! All facts are constants: looking one up allocates nothing and cannot fail. The crate is `no_std`; the default
//! feature `alloc` adds [`search`], the feature `http` converts from and to `http::StatusCode`.
//!
//! The texts are written in the inline subset of CommonMark: `` `code` ``, `**strong**`, paragraphs, `- ` lists and
//! fenced blocks. Each fact names its source as a [`Citation`].

#![no_std]
#![warn(missing_docs)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod cause;
mod class;
mod code;
mod comparison;
mod component;
mod constants;
#[cfg(feature = "alloc")]
pub mod diagnose;
#[cfg(feature = "alloc")]
mod exchange;
mod experiment;
#[rustfmt::skip]
mod generated;
mod grpc;
#[cfg(feature = "http")]
mod http_crate;
#[cfg(feature = "alloc")]
mod logged;
mod redirect;
mod retries;
#[cfg(feature = "alloc")]
pub mod search;
#[cfg(feature = "alloc")]
mod secret;
mod source;
mod subcode;
mod table;
mod words;

pub use cause::{CAUSES, Cause, Mistake, Step};
pub use class::{CLASSES, Class, ClassFacts};
pub use code::{Advice, CODES, Code, Confusion, Elsewhere, Explained, FieldRule, Likely, Retry, explain, name};
pub use comparison::{COMPARISONS, Choice, Comparison, When};
pub use component::{Answers, COMPONENTS, Component, EXAMPLES, Example, Layer, Prior, Shows, Sign, Strength, Timer};
pub use constants::{CONSTANTS, Constants, Named};
#[cfg(feature = "alloc")]
pub use exchange::{Exchange, Failure, Fields, Request, Response, Token, Tried};
pub use experiment::{EXPERIMENTS, Experiment, Need, Outcome, Pace, Send, Shift};
pub use grpc::{FromHttp, GRPC, Grpc, GrpcStatus};
#[cfg(feature = "alloc")]
pub use logged::{LogLine, Logged, Nearness};
pub use redirect::{MethodFate, REDIRECTS, Redirect, RedirectMatrix};
pub use retries::{RETRY_CLIENTS, RetryClient};
#[cfg(feature = "alloc")]
pub use secret::{carries_credentials, names_a_secret};
pub use source::{Citation, SOURCES, Source};
pub use subcode::{SUBCODES, Subcode, SubcodeVendor};
pub use table::List;
pub use words::{Content, Family, Level, Often, Side, Standing, Verdict, Who};
