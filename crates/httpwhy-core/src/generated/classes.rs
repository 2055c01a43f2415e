//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::class::ClassFactsRow;
use crate::source::CitationRow;
use crate::table::{At, Str};

pub(crate) static CLASSES: [ClassFactsRow; 6] = [
    ClassFactsRow { name: Str(834182, 8), range: Str(834190, 36), meaning: Str(834226, 63), unknown: Str(834289, 235), source: CitationRow { source: At(267), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(834524, 13), range: Str(834537, 10), meaning: Str(834547, 87), unknown: Str(834634, 86), source: CitationRow { source: At(267), section: Str(76631, 4) } },
    ClassFactsRow { name: Str(1283, 7), range: Str(834720, 10), meaning: Str(834730, 50), unknown: Str(834780, 142), source: CitationRow { source: At(267), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(834922, 11), range: Str(834933, 10), meaning: Str(834943, 79), unknown: Str(835022, 119), source: CitationRow { source: At(267), section: Str(86501, 2) } },
    ClassFactsRow { name: Str(835141, 12), range: Str(835153, 10), meaning: Str(835163, 183), unknown: Str(835346, 93), source: CitationRow { source: At(267), section: Str(780119, 4) } },
    ClassFactsRow { name: Str(835439, 12), range: Str(835451, 10), meaning: Str(835461, 95), unknown: Str(835556, 147), source: CitationRow { source: At(267), section: Str(255442, 4) } },
];
