//! What all requests share.

use std::time::Instant;

use crate::config::Config;
use crate::status::Series;

/// What all requests share.
pub struct Site {
    /// As it was started.
    pub config: Config,
    /// When it was started.
    pub started: Instant,
    /// How often each key of a test endpoint came.
    pub(crate) series: Series,
}

impl Site {
    /// A site that nobody has asked yet.
    pub fn new(config: Config) -> Site {
        Site { config, started: Instant::now(), series: Series::default() }
    }
}
