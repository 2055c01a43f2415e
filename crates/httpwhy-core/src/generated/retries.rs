//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1061948, 11), codes: List::new(1442, 8), note: Str(1061959, 85), source: CitationRow { source: At(105), section: Str(1025288, 7) } },
    RetryClientRow { name: Str(1062044, 20), setting: Str(1062064, 58), codes: List::new(1450, 3), note: Str(1062122, 193), source: CitationRow { source: At(366), section: Str(0, 0) } },
    RetryClientRow { name: Str(1062315, 3), setting: Str(1062318, 22), codes: List::new(1453, 10), note: Str(1062340, 50), source: CitationRow { source: At(170), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1062390, 89), codes: List::new(1463, 7), note: Str(1062479, 130), source: CitationRow { source: At(244), section: Str(263888, 19) } },
];
