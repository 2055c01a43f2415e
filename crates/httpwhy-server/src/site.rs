//! What all requests share.

use std::time::Instant;

use crate::config::Config;

/// What all requests share.
pub struct Site {
    /// As it was started.
    pub config: Config,
    /// When it was started.
    pub started: Instant,
}

impl Site {
    /// A site that nobody has asked yet.
    pub fn new(config: Config) -> Site {
        Site { config, started: Instant::now() }
    }
}
