//! What clients retry.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::retries::RetryClientRow;
use crate::source::CitationRow;
use crate::table::{At, List, Str};

pub(crate) static RETRY_CLIENTS: [RetryClientRow; 4] = [
    RetryClientRow { name: Str(317063, 4), setting: Str(811060, 11), codes: List::new(648, 8), note: Str(811071, 85), source: CitationRow { source: At(82), section: Str(774335, 7) } },
    RetryClientRow { name: Str(811156, 20), setting: Str(811176, 58), codes: List::new(656, 3), note: Str(811234, 193), source: CitationRow { source: At(303), section: Str(0, 0) } },
    RetryClientRow { name: Str(811427, 3), setting: Str(811430, 22), codes: List::new(659, 10), note: Str(811452, 50), source: CitationRow { source: At(133), section: Str(0, 0) } },
    RetryClientRow { name: Str(11837, 5), setting: Str(811502, 67), codes: List::new(669, 7), note: Str(811569, 130), source: CitationRow { source: At(196), section: Str(261929, 19) } },
];
