//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319430, 4), setting: Str(1732558, 11), codes: List::new(6849, 8), note: Str(1732569, 85), source: CitationRow { source: At(119), section: Str(1695930, 7) } },
    RetryClientRow { name: Str(1732654, 20), setting: Str(1732674, 58), codes: List::new(6857, 3), note: Str(1732732, 193), source: CitationRow { source: At(509), section: Str(0, 0) } },
    RetryClientRow { name: Str(1732925, 3), setting: Str(1732928, 22), codes: List::new(6860, 10), note: Str(1732950, 50), source: CitationRow { source: At(206), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1733000, 89), codes: List::new(6870, 7), note: Str(1733089, 130), source: CitationRow { source: At(326), section: Str(263978, 19) } },
];
