//! What all requests share.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Instant;

use crate::access_log::AccessLog;
use crate::answered::Done;
use crate::budget::Budget;
use crate::config::Config;
use crate::endpoints;
use crate::guard::Guard;
use crate::metrics::Metrics;
use crate::rates::Rates;
use crate::remembered::Remembered;
use crate::status::Series;
use crate::upstream::Gateway;

/// What all requests share.
pub struct Site {
    /// As it was started.
    pub config: Config,
    /// When it was started.
    pub started: Instant,
    /// What the test endpoints remember.
    pub(crate) endpoints: endpoints::State,
    pub(crate) budget: Budget,
    pub(crate) log: Option<AccessLog>,
    pub(crate) metrics: Metrics,
    pub(crate) rates: Rates,
    pub(crate) remembered: Remembered,
    pub(crate) series: Series,
    /// The way to the upstream, if there is one.
    pub(crate) gateway: Option<Gateway>,
    /// What asks URLs for strangers, if they may.
    pub(crate) guard: Option<Guard>,
    stopping: AtomicBool,
}

impl Site {
    /// A site that nobody has asked yet.
    pub fn new(config: Config) -> Site {
        let rates = Rates::new(config.limits.most_rate);
        let gateway = config.upstream.clone().map(|upstream| Gateway::new(upstream, config.limits.most_wait));
        let guard = Guard::of(&config);
        Site {
            budget: Budget::new(config.limits.most_held),
            config,
            started: Instant::now(),
            endpoints: endpoints::State::default(),
            log: None,
            metrics: Metrics::default(),
            rates,
            remembered: Remembered::default(),
            gateway,
            guard,
            series: Series::default(),
            stopping: AtomicBool::new(false),
        }
    }

    /// The same with an access log.
    pub fn with_log(mut self, log: AccessLog) -> Site {
        self.log = Some(log);
        self
    }

    /// Whether answers should end their connections.
    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Relaxed)
    }

    pub(crate) fn stop(&self) {
        self.stopping.store(true, Relaxed);
    }

    /// Counts an exchange and logs it.
    pub(crate) fn done(&self, done: &Done, status: u16, bytes: usize) {
        self.metrics.count(status, done.began.elapsed());
        if let (Some(log), Some(told)) = (&self.log, &done.told) {
            log.write(told, status, bytes);
        }
    }
}
