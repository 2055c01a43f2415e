//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319340, 4), setting: Str(837277, 11), codes: List::new(629, 8), note: Str(837288, 85), source: CitationRow { source: At(82), section: Str(800558, 7) } },
    RetryClientRow { name: Str(837373, 20), setting: Str(837393, 58), codes: List::new(637, 3), note: Str(837451, 193), source: CitationRow { source: At(310), section: Str(0, 0) } },
    RetryClientRow { name: Str(837644, 3), setting: Str(837647, 22), codes: List::new(640, 10), note: Str(837669, 50), source: CitationRow { source: At(134), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(837719, 89), codes: List::new(650, 7), note: Str(837808, 130), source: CitationRow { source: At(200), section: Str(263888, 19) } },
];
