//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1056908, 8), range: Str(1056916, 36), meaning: Str(1056952, 63), unknown: Str(1057015, 235), source: CitationRow { source: At(316), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1057250, 13), range: Str(1057263, 10), meaning: Str(1057273, 87), unknown: Str(1057360, 86), source: CitationRow { source: At(316), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1057446, 10), meaning: Str(1057456, 50), unknown: Str(1057506, 142), source: CitationRow { source: At(316), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1057648, 11), range: Str(1057659, 10), meaning: Str(1057669, 79), unknown: Str(1057748, 119), source: CitationRow { source: At(316), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1057867, 12), range: Str(1057879, 10), meaning: Str(1057889, 183), unknown: Str(1058072, 93), source: CitationRow { source: At(316), section: Str(1002885, 4) } },
    ClassFactsRow { name: Str(1058165, 12), range: Str(1058177, 10), meaning: Str(1058187, 95), unknown: Str(1058282, 147), source: CitationRow { source: At(316), section: Str(255442, 4) } },
];
