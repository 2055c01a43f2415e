//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1056620, 8), range: Str(1056628, 36), meaning: Str(1056664, 63), unknown: Str(1056727, 235), source: CitationRow { source: At(316), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1056962, 13), range: Str(1056975, 10), meaning: Str(1056985, 87), unknown: Str(1057072, 86), source: CitationRow { source: At(316), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1057158, 10), meaning: Str(1057168, 50), unknown: Str(1057218, 142), source: CitationRow { source: At(316), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1057360, 11), range: Str(1057371, 10), meaning: Str(1057381, 79), unknown: Str(1057460, 119), source: CitationRow { source: At(316), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1057579, 12), range: Str(1057591, 10), meaning: Str(1057601, 183), unknown: Str(1057784, 93), source: CitationRow { source: At(316), section: Str(1002597, 4) } },
    ClassFactsRow { name: Str(1057877, 12), range: Str(1057889, 10), meaning: Str(1057899, 95), unknown: Str(1057994, 147), source: CitationRow { source: At(316), section: Str(255442, 4) } },
];
