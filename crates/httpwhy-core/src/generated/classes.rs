//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1729482, 8), range: Str(1729490, 36), meaning: Str(1729526, 63), unknown: Str(1729589, 235), source: CitationRow { source: At(437), section: Str(86591, 2) } },
    ClassFactsRow { name: Str(1729824, 13), range: Str(1729837, 10), meaning: Str(1729847, 87), unknown: Str(1729934, 86), source: CitationRow { source: At(437), section: Str(76721, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1730020, 10), meaning: Str(1730030, 50), unknown: Str(1730080, 142), source: CitationRow { source: At(437), section: Str(86591, 2) } },
    ClassFactsRow { name: Str(1730222, 11), range: Str(1730233, 10), meaning: Str(1730243, 79), unknown: Str(1730322, 119), source: CitationRow { source: At(437), section: Str(86591, 2) } },
    ClassFactsRow { name: Str(1730441, 12), range: Str(1730453, 10), meaning: Str(1730463, 183), unknown: Str(1730646, 93), source: CitationRow { source: At(437), section: Str(1675491, 4) } },
    ClassFactsRow { name: Str(1730739, 12), range: Str(1730751, 10), meaning: Str(1730761, 95), unknown: Str(1730856, 147), source: CitationRow { source: At(437), section: Str(255532, 4) } },
];
