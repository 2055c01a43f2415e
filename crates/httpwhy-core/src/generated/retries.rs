//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(1108951, 11), codes: List::new(1726, 8), note: Str(1108962, 85), source: CitationRow { source: At(105), section: Str(1072291, 7) } },
    RetryClientRow { name: Str(1109047, 20), setting: Str(1109067, 58), codes: List::new(1734, 3), note: Str(1109125, 193), source: CitationRow { source: At(366), section: Str(0, 0) } },
    RetryClientRow { name: Str(1109318, 3), setting: Str(1109321, 22), codes: List::new(1737, 10), note: Str(1109343, 50), source: CitationRow { source: At(170), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1109393, 89), codes: List::new(1747, 7), note: Str(1109482, 130), source: CitationRow { source: At(244), section: Str(263888, 19) } },
];
