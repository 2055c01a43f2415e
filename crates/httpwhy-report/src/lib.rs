//! One report, many printers: what httpwhy found about a code, a cause, a question or an exchange.
//!
//! ```
//! use httpwhy_core::Code;
//! use httpwhy_report::{Report, render};
//!
//! let report = Report::code(Code::get(404).unwrap());
//! assert!(render::json(&report).contains(r#""kind": "code""#));
//! assert!(render::text(&report, render::Look::plain(80)).starts_with("404 Not Found"));
//! ```

#![warn(missing_docs)]

mod document;
mod kind;
mod place;
mod prose;
pub mod render;

pub use document::{Block, Document, Fact, Item, Link, Step, Title, Tone};
pub use kind::{Now, Report};
pub use place::Place;
