//! The web site, the JSON API, and test endpoints that answer with any status as the protocol means it.
//!
//! A route turns a [`Request`] into a [`Plan`], which is plain data; an engine carries it out over HTTP/1.x or HTTP/2.
//!
//! ```
//! use std::sync::Arc;
//! use httpwhy_server::{Answer, Config, Request, Site, respond};
//!
//! let site = Arc::new(Site::new(Config::default()));
//! let Answer::Now(plan) = respond(&site, &Request::get("/status/503")) else { unreachable!() };
//! assert_eq!(plan.status, 503);
//! ```

#![warn(missing_docs)]

mod access_log;
mod answered;
mod api;
mod beside;
mod budget;
mod config;
mod connection;
mod converse;
mod date;
mod endpoints;
mod evidence;
mod export;
pub mod guard;
mod health;
mod http1;
mod http2;
mod listen;
mod marked;
pub mod mcp;
mod metrics;
mod pages;
mod plan;
mod prefixed;
mod random;
mod rates;
mod remembered;
mod reports;
mod represent;
mod request;
mod route;
mod site;
mod status;
mod tls;
mod upstream;
mod wire;

pub use access_log::AccessLog;
pub use config::{Config, Limits};
pub use converse::converse;
pub use export::export;
pub use listen::serve;
pub use plan::{Answer, Before, Content, Fault, Field, Pieces, Plan, Switch};
pub use request::{Fields, Request, Version};
pub use route::{Admission, admit, respond};
pub use site::Site;
pub use tls::acceptor;
pub use upstream::{BadRule, BadUpstream, Host, Outcome, Pattern, Rule, Upstream};
