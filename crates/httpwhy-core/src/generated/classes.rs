//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(1724560, 8), range: Str(1724568, 36), meaning: Str(1724604, 63), unknown: Str(1724667, 235), source: CitationRow { source: At(435), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1724902, 13), range: Str(1724915, 10), meaning: Str(1724925, 87), unknown: Str(1725012, 86), source: CitationRow { source: At(435), section: Str(76590, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(1725098, 10), meaning: Str(1725108, 50), unknown: Str(1725158, 142), source: CitationRow { source: At(435), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1725300, 11), range: Str(1725311, 10), meaning: Str(1725321, 79), unknown: Str(1725400, 119), source: CitationRow { source: At(435), section: Str(86460, 2) } },
    ClassFactsRow { name: Str(1725519, 12), range: Str(1725531, 10), meaning: Str(1725541, 183), unknown: Str(1725724, 93), source: CitationRow { source: At(435), section: Str(1670569, 4) } },
    ClassFactsRow { name: Str(1725817, 12), range: Str(1725829, 10), meaning: Str(1725839, 95), unknown: Str(1725934, 147), source: CitationRow { source: At(435), section: Str(255401, 4) } },
];
