//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(319299, 4), setting: Str(1728242, 11), codes: List::new(6815, 8), note: Str(1728253, 85), source: CitationRow { source: At(119), section: Str(1691614, 7) } },
    RetryClientRow { name: Str(1728338, 20), setting: Str(1728358, 58), codes: List::new(6823, 3), note: Str(1728416, 193), source: CitationRow { source: At(508), section: Str(0, 0) } },
    RetryClientRow { name: Str(1728609, 3), setting: Str(1728612, 22), codes: List::new(6826, 10), note: Str(1728634, 50), source: CitationRow { source: At(206), section: Str(0, 0) } },
    RetryClientRow { name: Str(11687, 5), setting: Str(1728684, 89), codes: List::new(6836, 7), note: Str(1728773, 130), source: CitationRow { source: At(325), section: Str(263847, 19) } },
];
