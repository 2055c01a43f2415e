//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1726718, 8), range: Str(1726726, 36), meaning: Str(1726762, 63), unknown: Str(1726825, 235), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727060, 13), range: Str(1727073, 10), meaning: Str(1727083, 87), unknown: Str(1727170, 86), source: CitationRow { source: At(436), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1727256, 10), meaning: Str(1727266, 50), unknown: Str(1727316, 142), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727458, 11), range: Str(1727469, 10), meaning: Str(1727479, 79), unknown: Str(1727558, 119), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727677, 12), range: Str(1727689, 10), meaning: Str(1727699, 183), unknown: Str(1727882, 93), source: CitationRow { source: At(436), section: Str(1672727, 4) } },
    ClassFactsRow { name: Str(1727975, 12), range: Str(1727987, 10), meaning: Str(1727997, 95), unknown: Str(1728092, 147), source: CitationRow { source: At(436), section: Str(255401, 4) } },
];
