//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1554917, 8), range: Str(1554925, 36), meaning: Str(1554961, 63), unknown: Str(1555024, 235), source: CitationRow { source: At(380), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1555259, 13), range: Str(1555272, 10), meaning: Str(1555282, 87), unknown: Str(1555369, 86), source: CitationRow { source: At(380), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1555455, 10), meaning: Str(1555465, 50), unknown: Str(1555515, 142), source: CitationRow { source: At(380), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1555657, 11), range: Str(1555668, 10), meaning: Str(1555678, 79), unknown: Str(1555757, 119), source: CitationRow { source: At(380), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1555876, 12), range: Str(1555888, 10), meaning: Str(1555898, 183), unknown: Str(1556081, 93), source: CitationRow { source: At(380), section: Str(1500918, 4) } },
    ClassFactsRow { name: Str(1556174, 12), range: Str(1556186, 10), meaning: Str(1556196, 95), unknown: Str(1556291, 147), source: CitationRow { source: At(380), section: Str(255442, 4) } },
];
