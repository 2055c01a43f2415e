//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1726522, 8), range: Str(1726530, 36), meaning: Str(1726566, 63), unknown: Str(1726629, 235), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1726864, 13), range: Str(1726877, 10), meaning: Str(1726887, 87), unknown: Str(1726974, 86), source: CitationRow { source: At(436), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1727060, 10), meaning: Str(1727070, 50), unknown: Str(1727120, 142), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727262, 11), range: Str(1727273, 10), meaning: Str(1727283, 79), unknown: Str(1727362, 119), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1727481, 12), range: Str(1727493, 10), meaning: Str(1727503, 183), unknown: Str(1727686, 93), source: CitationRow { source: At(436), section: Str(1672531, 4) } },
    ClassFactsRow { name: Str(1727779, 12), range: Str(1727791, 10), meaning: Str(1727801, 95), unknown: Str(1727896, 147), source: CitationRow { source: At(436), section: Str(255401, 4) } },
];
