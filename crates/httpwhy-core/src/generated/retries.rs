//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319299, 4), setting: Str(1727632, 11), codes: List::new(6809, 8), note: Str(1727643, 85), source: CitationRow { source: At(119), section: Str(1691004, 7) } },
    RetryClientRow { name: Str(1727728, 20), setting: Str(1727748, 58), codes: List::new(6817, 3), note: Str(1727806, 193), source: CitationRow { source: At(506), section: Str(0, 0) } },
    RetryClientRow { name: Str(1727999, 3), setting: Str(1728002, 22), codes: List::new(6820, 10), note: Str(1728024, 50), source: CitationRow { source: At(206), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1728074, 89), codes: List::new(6830, 7), note: Str(1728163, 130), source: CitationRow { source: At(325), section: Str(263847, 19) } },
];
