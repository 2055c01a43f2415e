//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1561694, 11), codes: List::new(5920, 8), note: Str(1561705, 85), source: CitationRow { source: At(108), section: Str(1525058, 7) } },
    RetryClientRow { name: Str(1561790, 20), setting: Str(1561810, 58), codes: List::new(5928, 3), note: Str(1561868, 193), source: CitationRow { source: At(442), section: Str(0, 0) } },
    RetryClientRow { name: Str(1562061, 3), setting: Str(1562064, 22), codes: List::new(5931, 10), note: Str(1562086, 50), source: CitationRow { source: At(184), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1562136, 89), codes: List::new(5941, 7), note: Str(1562225, 130), source: CitationRow { source: At(286), section: Str(263888, 19) } },
];
