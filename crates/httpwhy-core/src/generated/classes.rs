//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(807965, 8), range: Str(807973, 36), meaning: Str(808009, 63), unknown: Str(808072, 235), source: CitationRow { source: At(260), section: Str(84542, 2) } },
    ClassFactsRow { name: Str(808307, 13), range: Str(808320, 10), meaning: Str(808330, 87), unknown: Str(808417, 86), source: CitationRow { source: At(260), section: Str(74672, 4) } },
    ClassFactsRow { name: Str(1506, 7), range: Str(808503, 10), meaning: Str(808513, 50), unknown: Str(808563, 142), source: CitationRow { source: At(260), section: Str(84542, 2) } },
    ClassFactsRow { name: Str(808705, 11), range: Str(808716, 10), meaning: Str(808726, 79), unknown: Str(808805, 119), source: CitationRow { source: At(260), section: Str(84542, 2) } },
    ClassFactsRow { name: Str(808924, 12), range: Str(808936, 10), meaning: Str(808946, 183), unknown: Str(809129, 93), source: CitationRow { source: At(260), section: Str(753896, 4) } },
    ClassFactsRow { name: Str(809222, 12), range: Str(809234, 10), meaning: Str(809244, 95), unknown: Str(809339, 147), source: CitationRow { source: At(260), section: Str(253483, 4) } },
];
