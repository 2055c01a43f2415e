//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1558618, 8), range: Str(1558626, 36), meaning: Str(1558662, 63), unknown: Str(1558725, 235), source: CitationRow { source: At(380), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1558960, 13), range: Str(1558973, 10), meaning: Str(1558983, 87), unknown: Str(1559070, 86), source: CitationRow { source: At(380), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1559156, 10), meaning: Str(1559166, 50), unknown: Str(1559216, 142), source: CitationRow { source: At(380), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1559358, 11), range: Str(1559369, 10), meaning: Str(1559379, 79), unknown: Str(1559458, 119), source: CitationRow { source: At(380), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1559577, 12), range: Str(1559589, 10), meaning: Str(1559599, 183), unknown: Str(1559782, 93), source: CitationRow { source: At(380), section: Str(1504619, 4) } },
    ClassFactsRow { name: Str(1559875, 12), range: Str(1559887, 10), meaning: Str(1559897, 95), unknown: Str(1559992, 147), source: CitationRow { source: At(380), section: Str(255442, 4) } },
];
