//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1726454, 8), range: Str(1726462, 36), meaning: Str(1726498, 63), unknown: Str(1726561, 235), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1726796, 13), range: Str(1726809, 10), meaning: Str(1726819, 87), unknown: Str(1726906, 86), source: CitationRow { source: At(436), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1726992, 10), meaning: Str(1727002, 50), unknown: Str(1727052, 142), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727194, 11), range: Str(1727205, 10), meaning: Str(1727215, 79), unknown: Str(1727294, 119), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727413, 12), range: Str(1727425, 10), meaning: Str(1727435, 183), unknown: Str(1727618, 93), source: CitationRow { source: At(436), section: Str(1672463, 4) } },
    ClassFactsRow { name: Str(1727711, 12), range: Str(1727723, 10), meaning: Str(1727733, 95), unknown: Str(1727828, 147), source: CitationRow { source: At(436), section: Str(255401, 4) } },
];
