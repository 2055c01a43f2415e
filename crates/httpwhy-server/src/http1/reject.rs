//! Why a request was not understood: the rule it breaks, and where that is written.

use httpwhy_core::Code;
use serde_json::json;

use crate::plan::Plan;

/// A rule that was broken. The answer names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reject {
    /// The status.
    pub status: u16,
    /// A sentence.
    pub rule: &'static str,
    /// Where it is written.
    pub source: &'static str,
}

impl Reject {
    pub const fn new(status: u16, rule: &'static str, source: &'static str) -> Reject {
        Reject { status, rule, source }
    }

    /// Framing is lost, or nobody knows what follows: the connection ends.
    pub fn plan(self) -> Plan {
        let title = Code::get(self.status).map_or("", |code| code.name);
        let problem = json!({
            "type": format!("/{}", self.status),
            "title": title,
            "status": self.status,
            "detail": self.rule,
            "source": self.source,
        });
        Plan::new(self.status)
            .field("HTTPWhy", format!("provoked; code={}; source=\"{}\"", self.status, self.source))
            .field("Cache-Control", "no-store")
            .content("application/problem+json", format!("{problem:#}\n"))
            .close()
    }
}
