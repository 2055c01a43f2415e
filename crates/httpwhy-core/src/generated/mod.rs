//! The tables, one file a kind.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.


pub(crate) mod causes;
pub(crate) mod classes;
pub(crate) mod codes;
pub(crate) mod comparisons;
pub(crate) mod components;
pub(crate) mod constants;
pub(crate) mod experiments;
pub(crate) mod grpc;
pub(crate) mod redirects;
pub(crate) mod retries;
pub(crate) mod sources;
pub(crate) mod subcodes;
#[cfg(feature = "alloc")]
pub(crate) mod terms;
pub(crate) mod text;
