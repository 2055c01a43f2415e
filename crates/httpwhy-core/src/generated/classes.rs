//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1725166, 8), range: Str(1725174, 36), meaning: Str(1725210, 63), unknown: Str(1725273, 235), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1725508, 13), range: Str(1725521, 10), meaning: Str(1725531, 87), unknown: Str(1725618, 86), source: CitationRow { source: At(436), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1725704, 10), meaning: Str(1725714, 50), unknown: Str(1725764, 142), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1725906, 11), range: Str(1725917, 10), meaning: Str(1725927, 79), unknown: Str(1726006, 119), source: CitationRow { source: At(436), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1726125, 12), range: Str(1726137, 10), meaning: Str(1726147, 183), unknown: Str(1726330, 93), source: CitationRow { source: At(436), section: Str(1671175, 4) } },
    ClassFactsRow { name: Str(1726423, 12), range: Str(1726435, 10), meaning: Str(1726445, 95), unknown: Str(1726540, 147), source: CitationRow { source: At(436), section: Str(255401, 4) } },
];
