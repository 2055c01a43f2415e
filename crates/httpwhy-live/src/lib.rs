//! Asks a server: one request timed by phase, the redirects it leads to, and the safe experiments that tell causes apart.
//!
//! We are guests: only what the user asked for is sent first; every request after it is GET, HEAD or OPTIONS without
//! content, few, spaced, and listed.

#![warn(missing_docs)]

mod answer;
mod certificate;
mod connect;
mod exchange;
mod experiment;
mod failure;
mod follow;
mod proxy;
mod question;
mod tls;

pub use answer::{Answer, Phases};
pub use exchange::ask;
pub use experiment::{Asker, next_experiment};
pub use follow::{follow, leads_to};
pub use question::{Family, Limits, Proxies, Question, Trust};
pub use tls::{distrust, for_clients as tls_config};

/// What is sent as `User-Agent`.
pub const USER_AGENT: &str = concat!("httpwhy/", env!("CARGO_PKG_VERSION"), " (+", env!("CARGO_PKG_REPOSITORY"), ")");

/// A runtime for all of it: one thread is enough for one request at a time.
pub fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
