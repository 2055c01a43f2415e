//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1105875, 8), range: Str(1105883, 36), meaning: Str(1105919, 63), unknown: Str(1105982, 235), source: CitationRow { source: At(317), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1106217, 13), range: Str(1106230, 10), meaning: Str(1106240, 87), unknown: Str(1106327, 86), source: CitationRow { source: At(317), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1106413, 10), meaning: Str(1106423, 50), unknown: Str(1106473, 142), source: CitationRow { source: At(317), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1106615, 11), range: Str(1106626, 10), meaning: Str(1106636, 79), unknown: Str(1106715, 119), source: CitationRow { source: At(317), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1106834, 12), range: Str(1106846, 10), meaning: Str(1106856, 183), unknown: Str(1107039, 93), source: CitationRow { source: At(317), section: Str(1051852, 4) } },
    ClassFactsRow { name: Str(1107132, 12), range: Str(1107144, 10), meaning: Str(1107154, 95), unknown: Str(1107249, 147), source: CitationRow { source: At(317), section: Str(255442, 4) } },
];
