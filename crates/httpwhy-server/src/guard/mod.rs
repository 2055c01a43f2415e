//! `--allow-probe`: asks a URL that a stranger names, without lending our place in the network.
//!
//! Only public addresses are asked, each hop is checked anew, and the address that was checked is the one that is
//! connected to. Everything is bounded, and a refusal does not tell why.

mod address;
mod probe;
mod quota;
mod refused;
mod resolve;
mod target;

#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use httpwhy_capture::Capture;
use tokio::sync::Semaphore;
use tokio::time::{sleep_until, timeout};

use crate::config::Config;
use crate::site::Site;
pub use address::is_public;
use quota::{Quota, client};
pub use refused::Refused;
pub use resolve::resolve;
use resolve::{LOOK_UP_TIME, Resolver};
pub use target::{Target, check_url};

/// So many runs at a time.
const MOST_RUNS: usize = 8;
/// So many wait for their turn, this long.
const MOST_WAITING: usize = 32;
const QUEUE_TIME: Duration = Duration::from_secs(10);

/// What a probe needs and remembers.
pub struct Guard {
    /// Which addresses may be asked.
    accepts: fn(IpAddr) -> bool,
    ports: Vec<u16>,
    never: Vec<String>,
    resolver: Resolver,
    /// How long a refusal takes, whatever its reason.
    refusal_time: Duration,
    clients: Quota<IpAddr>,
    hosts: Quota<String>,
    places: Semaphore,
    runs: Semaphore,
    times: probe::Times,
}

/// Asks a URL for a client, follows its redirects, and makes the experiments that are safe.
pub async fn probe(site: &Arc<Site>, peer: IpAddr, url: &str) -> Result<Capture, Refused> {
    let guard = site.guard.as_ref().ok_or(Refused::Forbidden)?;
    guard.clients.take(client(peer), Instant::now()).map_err(Refused::Wait)?;
    let _place = guard.places.try_acquire().map_err(|_| Refused::Wait(QUEUE_TIME))?;
    let turn = timeout(QUEUE_TIME, guard.runs.acquire()).await;
    let _turn = turn.ok().and_then(Result::ok).ok_or(Refused::Wait(QUEUE_TIME))?;
    guard.probe(url).await
}

impl Guard {
    /// As configured; nothing if strangers may not ask.
    pub fn of(config: &Config) -> Option<Guard> {
        let ports = target::PORTS.iter().chain(&config.probe_ports).copied().collect();
        let never = config.probe_never.iter().map(|host| host.to_ascii_lowercase()).collect();
        config.allow_probe.then(|| Guard {
            accepts: is_public,
            ports,
            never,
            resolver: resolve::of_machine(),
            refusal_time: LOOK_UP_TIME,
            clients: Quota::new(4, Duration::from_secs(60)),
            hosts: Quota::new(1, Duration::from_secs(30)),
            places: Semaphore::new(MOST_WAITING),
            runs: Semaphore::new(MOST_RUNS),
            times: probe::Times::default(),
        })
    }

    /// A URL and the addresses it will be asked at. A refusal takes as long as the longest check, so that its time tells
    /// nothing either.
    async fn checked(&self, url: &str) -> Result<(Target, Vec<IpAddr>), Refused> {
        let begun = tokio::time::Instant::now();
        match self.check(url).await {
            Some(found) => Ok(found),
            None => {
                sleep_until(begun + self.refusal_time).await;
                Err(Refused::Forbidden)
            }
        }
    }

    async fn check(&self, url: &str) -> Option<(Target, Vec<IpAddr>)> {
        let target =
            target::read(url).filter(|target| self.ports.contains(&target.port) && !self.is_out(&target.host))?;
        let addresses = resolve::by(&self.resolver, self.accepts, &target).await.ok()?;
        Some((target, addresses.iter().map(std::net::SocketAddr::ip).collect()))
    }

    /// Whether the owner of a host asked us to stay away.
    fn is_out(&self, host: &str) -> bool {
        let is_below = |never: &String| {
            host.strip_suffix(never.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.never.iter().any(is_below)
    }
}
