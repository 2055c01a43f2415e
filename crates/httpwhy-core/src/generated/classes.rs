//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1058872, 8), range: Str(1058880, 36), meaning: Str(1058916, 63), unknown: Str(1058979, 235), source: CitationRow { source: At(317), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1059214, 13), range: Str(1059227, 10), meaning: Str(1059237, 87), unknown: Str(1059324, 86), source: CitationRow { source: At(317), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1059410, 10), meaning: Str(1059420, 50), unknown: Str(1059470, 142), source: CitationRow { source: At(317), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1059612, 11), range: Str(1059623, 10), meaning: Str(1059633, 79), unknown: Str(1059712, 119), source: CitationRow { source: At(317), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(1059831, 12), range: Str(1059843, 10), meaning: Str(1059853, 183), unknown: Str(1060036, 93), source: CitationRow { source: At(317), section: Str(1004849, 4) } },
    ClassFactsRow { name: Str(1060129, 12), range: Str(1060141, 10), meaning: Str(1060151, 95), unknown: Str(1060246, 147), source: CitationRow { source: At(317), section: Str(255442, 4) } },
];
