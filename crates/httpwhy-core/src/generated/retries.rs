//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1059984, 11), codes: List::new(1437, 8), note: Str(1059995, 85), source: CitationRow { source: At(105), section: Str(1023324, 7) } },
    RetryClientRow { name: Str(1060080, 20), setting: Str(1060100, 58), codes: List::new(1445, 3), note: Str(1060158, 193), source: CitationRow { source: At(365), section: Str(0, 0) } },
    RetryClientRow { name: Str(1060351, 3), setting: Str(1060354, 22), codes: List::new(1448, 10), note: Str(1060376, 50), source: CitationRow { source: At(169), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1060426, 89), codes: List::new(1458, 7), note: Str(1060515, 130), source: CitationRow { source: At(243), section: Str(263888, 19) } },
];
