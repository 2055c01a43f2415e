//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1726758, 8), range: Str(1726766, 36), meaning: Str(1726802, 63), unknown: Str(1726865, 235), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727100, 13), range: Str(1727113, 10), meaning: Str(1727123, 87), unknown: Str(1727210, 86), source: CitationRow { source: At(436), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1727296, 10), meaning: Str(1727306, 50), unknown: Str(1727356, 142), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727498, 11), range: Str(1727509, 10), meaning: Str(1727519, 79), unknown: Str(1727598, 119), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727717, 12), range: Str(1727729, 10), meaning: Str(1727739, 183), unknown: Str(1727922, 93), source: CitationRow { source: At(436), section: Str(1672767, 4) } },
    ClassFactsRow { name: Str(1728015, 12), range: Str(1728027, 10), meaning: Str(1728037, 95), unknown: Str(1728132, 147), source: CitationRow { source: At(436), section: Str(255401, 4) } },
];
