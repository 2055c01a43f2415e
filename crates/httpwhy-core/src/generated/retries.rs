//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1557993, 11), codes: List::new(5878, 8), note: Str(1558004, 85), source: CitationRow { source: At(108), section: Str(1521357, 7) } },
    RetryClientRow { name: Str(1558089, 20), setting: Str(1558109, 58), codes: List::new(5886, 3), note: Str(1558167, 193), source: CitationRow { source: At(442), section: Str(0, 0) } },
    RetryClientRow { name: Str(1558360, 3), setting: Str(1558363, 22), codes: List::new(5889, 10), note: Str(1558385, 50), source: CitationRow { source: At(184), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1558435, 89), codes: List::new(5899, 7), note: Str(1558524, 130), source: CitationRow { source: At(286), section: Str(263888, 19) } },
];
