//! Which methods an endpoint has: Allow, 405, 501, and the answer to OPTIONS.

use crate::plan::Plan;

use super::ask::{Ask, Checked};
use super::provoked::provoked;

/// The methods an endpoint has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Methods {
    /// Any, even one nobody has heard of.
    Any,
    /// These, and OPTIONS.
    Listed(&'static [&'static str]),
}

/// What is known here at all; anything else is 501 (RFC 9110, 9.1).
const KNOWN: &[&str] = &[
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "CONNECT",
    "OPTIONS",
    "TRACE",
    "PATCH",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "LOCK",
    "UNLOCK",
    "BREW",
    "WHEN",
];

impl Methods {
    /// 405 or 501 for a method that is not there.
    pub fn check(self, ask: &Ask) -> Checked {
        match self {
            Methods::Any => Ok(()),
            Methods::Listed(_) if ask.method() == "OPTIONS" => Ok(()),
            Methods::Listed(methods) if methods.contains(&ask.method()) => Ok(()),
            Methods::Listed(_) if KNOWN.contains(&ask.method()) => {
                let detail = format!("This resource has no {}. Use one of the methods in Allow.", ask.method());
                Err(provoked(405, detail).field("Allow", self.allow()))?
            }
            Methods::Listed(_) => {
                let detail = "No resource of this server knows the method. Methods are in capitals: GET, not get.";
                Err(provoked(501, detail).field("Allow", self.allow()))?
            }
        }
    }

    /// The answer to OPTIONS, if the endpoint does not answer it itself.
    pub fn options(self, ask: &Ask) -> Option<Plan> {
        match self {
            Methods::Listed(methods) if ask.method() == "OPTIONS" && !methods.contains(&"OPTIONS") => {
                Some(Plan::new(204).field("Allow", self.allow()))
            }
            _ => None,
        }
    }

    /// The value of Allow.
    pub fn allow(self) -> String {
        match self {
            Methods::Any => KNOWN.join(", "),
            Methods::Listed(methods) if methods.contains(&"OPTIONS") => methods.join(", "),
            Methods::Listed(methods) => format!("{}, OPTIONS", methods.join(", ")),
        }
    }
}
