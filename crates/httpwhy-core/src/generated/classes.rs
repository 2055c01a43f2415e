//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1729329, 8), range: Str(1729337, 36), meaning: Str(1729373, 63), unknown: Str(1729436, 235), source: CitationRow { source: At(437), section: Str(86591, 2) } },
    ClassFactsRow { name: Str(1729671, 13), range: Str(1729684, 10), meaning: Str(1729694, 87), unknown: Str(1729781, 86), source: CitationRow { source: At(437), section: Str(76721, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1729867, 10), meaning: Str(1729877, 50), unknown: Str(1729927, 142), source: CitationRow { source: At(437), section: Str(86591, 2) } },
    ClassFactsRow { name: Str(1730069, 11), range: Str(1730080, 10), meaning: Str(1730090, 79), unknown: Str(1730169, 119), source: CitationRow { source: At(437), section: Str(86591, 2) } },
    ClassFactsRow { name: Str(1730288, 12), range: Str(1730300, 10), meaning: Str(1730310, 183), unknown: Str(1730493, 93), source: CitationRow { source: At(437), section: Str(1675338, 4) } },
    ClassFactsRow { name: Str(1730586, 12), range: Str(1730598, 10), meaning: Str(1730608, 95), unknown: Str(1730703, 147), source: CitationRow { source: At(437), section: Str(255532, 4) } },
];
