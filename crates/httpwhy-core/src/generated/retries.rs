//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1549931, 11), codes: List::new(5823, 8), note: Str(1549942, 85), source: CitationRow { source: At(108), section: Str(1513295, 7) } },
    RetryClientRow { name: Str(1550027, 20), setting: Str(1550047, 58), codes: List::new(5831, 3), note: Str(1550105, 193), source: CitationRow { source: At(441), section: Str(0, 0) } },
    RetryClientRow { name: Str(1550298, 3), setting: Str(1550301, 22), codes: List::new(5834, 10), note: Str(1550323, 50), source: CitationRow { source: At(184), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1550373, 89), codes: List::new(5844, 7), note: Str(1550462, 130), source: CitationRow { source: At(285), section: Str(263888, 19) } },
];
