//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1727129, 8), range: Str(1727137, 36), meaning: Str(1727173, 63), unknown: Str(1727236, 235), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727471, 13), range: Str(1727484, 10), meaning: Str(1727494, 87), unknown: Str(1727581, 86), source: CitationRow { source: At(436), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1727667, 10), meaning: Str(1727677, 50), unknown: Str(1727727, 142), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727869, 11), range: Str(1727880, 10), meaning: Str(1727890, 79), unknown: Str(1727969, 119), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1728088, 12), range: Str(1728100, 10), meaning: Str(1728110, 183), unknown: Str(1728293, 93), source: CitationRow { source: At(436), section: Str(1673138, 4) } },
    ClassFactsRow { name: Str(1728386, 12), range: Str(1728398, 10), meaning: Str(1728408, 95), unknown: Str(1728503, 147), source: CitationRow { source: At(436), section: Str(255401, 4) } },
];
