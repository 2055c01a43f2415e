//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1059696, 11), codes: List::new(1431, 8), note: Str(1059707, 85), source: CitationRow { source: At(105), section: Str(1023036, 7) } },
    RetryClientRow { name: Str(1059792, 20), setting: Str(1059812, 58), codes: List::new(1439, 3), note: Str(1059870, 193), source: CitationRow { source: At(365), section: Str(0, 0) } },
    RetryClientRow { name: Str(1060063, 3), setting: Str(1060066, 22), codes: List::new(1442, 10), note: Str(1060088, 50), source: CitationRow { source: At(169), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1060138, 89), codes: List::new(1452, 7), note: Str(1060227, 130), source: CitationRow { source: At(243), section: Str(263888, 19) } },
];
