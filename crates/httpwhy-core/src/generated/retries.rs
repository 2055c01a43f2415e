//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319299, 4), setting: Str(1729834, 11), codes: List::new(6836, 8), note: Str(1729845, 85), source: CitationRow { source: At(119), section: Str(1693206, 7) } },
    RetryClientRow { name: Str(1729930, 20), setting: Str(1729950, 58), codes: List::new(6844, 3), note: Str(1730008, 193), source: CitationRow { source: At(508), section: Str(0, 0) } },
    RetryClientRow { name: Str(1730201, 3), setting: Str(1730204, 22), codes: List::new(6847, 10), note: Str(1730226, 50), source: CitationRow { source: At(206), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1730276, 89), codes: List::new(6857, 7), note: Str(1730365, 130), source: CitationRow { source: At(325), section: Str(263847, 19) } },
];
