//! Why a URL is not asked from here.

use std::fmt;
use std::time::Duration;

/// Why a URL is not asked from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It may not be asked. Which rule forbids it is not told: it would tell what is in our network.
    Forbidden,
    /// Not now; perhaps after this time.
    Wait(Duration),
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Forbidden => out.write_str(
                "This URL is not asked from here. Only http: and https: URLs without a password are, on the usual ports, \
                 whose host is a public name that can be found. Ask any other with the command: httpwhy URL.",
            ),
            Refused::Wait(time) => write!(
                out,
                "Not now: this was asked too often, or too much is being asked. Try again in {} s, or ask with the \
                 command: httpwhy URL.",
                time.as_secs().max(1)
            ),
        }
    }
}

impl std::error::Error for Refused {}
