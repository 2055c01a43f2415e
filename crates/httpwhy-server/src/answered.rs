//! Between the engines and the routes: who asks too often, what panics, and what is recorded.

use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::plan::{Answer, Plan};
use crate::request::{Request, Version};
use crate::route::{self, Admission};
use crate::site::Site;

/// One exchange, for the metrics, and for the access log if there is one.
#[derive(Debug)]
pub struct Done {
    pub began: Instant,
    pub told: Option<Told>,
}

/// What the access log tells.
#[derive(Debug)]
pub struct Told {
    pub peer: IpAddr,
    /// `GET /x HTTP/1.1`; of a request that was not understood its first line, as far as it can be shown.
    pub line: String,
    pub agent: String,
}

impl Done {
    pub fn of(site: &Site, request: &Request, began: Instant) -> Done {
        let told = site.log.as_ref().map(|_| Told {
            peer: request.peer,
            line: line(request),
            agent: request.fields.get("user-agent").unwrap_or("-").to_owned(),
        });
        Done { began, told }
    }

    /// Of a request that was not understood.
    pub fn refused(site: &Site, peer: IpAddr, read: &[u8]) -> Done {
        let line = read.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let line = || String::from_utf8_lossy(&line[..line.len().min(200)]).trim_end().to_owned();
        let told = site.log.as_ref().map(|_| Told { peer, line: line(), agent: "-".to_owned() });
        Done { began: Instant::now(), told }
    }
}

/// Without the query: it may hold what is nobody's business.
fn line(request: &Request) -> String {
    let version = match request.version {
        Version::Http10 => "HTTP/1.0",
        Version::Http11 => "HTTP/1.1",
        Version::Http2 => "HTTP/2.0",
    };
    format!("{} {} {version}", request.method, request.path)
}

/// Decides before content is read.
pub fn admitted(site: &Site, request: &Request) -> Admission {
    let broken = || Admission { most_content: 0, refusal: Some(our_fault()) };
    guarded(|| route::admit(site, request)).unwrap_or_else(broken)
}

/// The plan for a whole request.
pub async fn answered(site: &Arc<Site>, request: &Request) -> Plan {
    if let Some(wait) = site.rates.wait(request.peer) {
        return too_many(wait);
    }
    match guarded(|| route::respond(site, request)) {
        Some(Answer::Now(plan)) => plan,
        Some(Answer::Later(plan)) => plan.await,
        None => our_fault(),
    }
}

/// One panic is one answer, not the end of the server.
fn guarded<T>(answer: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(answer)).ok()
}

fn our_fault() -> Plan {
    Plan::new(500)
        .field("Cache-Control", "no-store")
        .content("text/plain; charset=utf-8", "This is a fault of httpwhy itself, not one you asked for.\n")
        .close()
}

fn too_many(wait: Duration) -> Plan {
    Plan::new(429)
        .field("Retry-After", wait.as_secs().max(1).to_string())
        .field("Cache-Control", "no-store")
        .content("text/plain; charset=utf-8", "You ask more often than this server allows one client.\n")
}
