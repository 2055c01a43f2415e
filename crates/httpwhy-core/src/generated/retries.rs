//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319299, 4), setting: Str(1729530, 11), codes: List::new(6836, 8), note: Str(1729541, 85), source: CitationRow { source: At(119), section: Str(1692902, 7) } },
    RetryClientRow { name: Str(1729626, 20), setting: Str(1729646, 58), codes: List::new(6844, 3), note: Str(1729704, 193), source: CitationRow { source: At(508), section: Str(0, 0) } },
    RetryClientRow { name: Str(1729897, 3), setting: Str(1729900, 22), codes: List::new(6847, 10), note: Str(1729922, 50), source: CitationRow { source: At(206), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1729972, 89), codes: List::new(6857, 7), note: Str(1730061, 130), source: CitationRow { source: At(325), section: Str(263847, 19) } },
];
