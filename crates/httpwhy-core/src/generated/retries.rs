//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319299, 4), setting: Str(1730205, 11), codes: List::new(6849, 8), note: Str(1730216, 85), source: CitationRow { source: At(119), section: Str(1693577, 7) } },
    RetryClientRow { name: Str(1730301, 20), setting: Str(1730321, 58), codes: List::new(6857, 3), note: Str(1730379, 193), source: CitationRow { source: At(508), section: Str(0, 0) } },
    RetryClientRow { name: Str(1730572, 3), setting: Str(1730575, 22), codes: List::new(6860, 10), note: Str(1730597, 50), source: CitationRow { source: At(206), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1730647, 89), codes: List::new(6870, 7), note: Str(1730736, 130), source: CitationRow { source: At(325), section: Str(263847, 19) } },
];
