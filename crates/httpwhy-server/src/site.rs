//! What all requests share.

use std::time::Instant;

use crate::config::Config;
use crate::upstream::Gateway;

/// What all requests share.
pub struct Site {
    /// As it was started.
    pub config: Config,
    /// When it was started.
    pub started: Instant,
    /// The way to the upstream, if there is one.
    pub(crate) gateway: Option<Gateway>,
}

impl Site {
    /// A site that nobody has asked yet.
    pub fn new(config: Config) -> Site {
        let gateway = config.upstream.clone().map(|upstream| Gateway::new(upstream, config.limits.most_wait));
        Site { config, started: Instant::now(), gateway }
    }
}
