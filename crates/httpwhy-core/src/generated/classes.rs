//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1724556, 8), range: Str(1724564, 36), meaning: Str(1724600, 63), unknown: Str(1724663, 235), source: CitationRow { source: At(435), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1724898, 13), range: Str(1724911, 10), meaning: Str(1724921, 87), unknown: Str(1725008, 86), source: CitationRow { source: At(435), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1725094, 10), meaning: Str(1725104, 50), unknown: Str(1725154, 142), source: CitationRow { source: At(435), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1725296, 11), range: Str(1725307, 10), meaning: Str(1725317, 79), unknown: Str(1725396, 119), source: CitationRow { source: At(435), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1725515, 12), range: Str(1725527, 10), meaning: Str(1725537, 183), unknown: Str(1725720, 93), source: CitationRow { source: At(435), section: Str(1670565, 4) } },
    ClassFactsRow { name: Str(1725813, 12), range: Str(1725825, 10), meaning: Str(1725835, 95), unknown: Str(1725930, 147), source: CitationRow { source: At(435), section: Str(255401, 4) } },
];
