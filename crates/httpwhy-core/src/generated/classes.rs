//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1546855, 8), range: Str(1546863, 36), meaning: Str(1546899, 63), unknown: Str(1546962, 235), source: CitationRow { source: At(379), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1547197, 13), range: Str(1547210, 10), meaning: Str(1547220, 87), unknown: Str(1547307, 86), source: CitationRow { source: At(379), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1547393, 10), meaning: Str(1547403, 50), unknown: Str(1547453, 142), source: CitationRow { source: At(379), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1547595, 11), range: Str(1547606, 10), meaning: Str(1547616, 79), unknown: Str(1547695, 119), source: CitationRow { source: At(379), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1547814, 12), range: Str(1547826, 10), meaning: Str(1547836, 183), unknown: Str(1548019, 93), source: CitationRow { source: At(379), section: Str(1492856, 4) } },
    ClassFactsRow { name: Str(1548112, 12), range: Str(1548124, 10), meaning: Str(1548134, 95), unknown: Str(1548229, 147), source: CitationRow { source: At(379), section: Str(255442, 4) } },
];
