//! What redirects do to methods.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::redirect::{RedirectRow};
use crate::source::CitationRow;
use crate::table::{At, List, Str};
use crate::{MethodFate, RedirectMatrix};

pub(crate) const MATRIX: RedirectMatrix = RedirectMatrix { methods: List::new(7441, 7), rows: List::new(0, 5), notes: List::new(7448, 5), sources: List::new(2125, 5) };

pub(crate) static FATES: [MethodFate; 35] = [
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::MayBecomeGet,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::MayBecomeGet,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::BecomesGet,
    MethodFate::BecomesGet,
    MethodFate::BecomesGet,
    MethodFate::BecomesGet,
    MethodFate::BecomesGet,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
    MethodFate::Kept,
];

pub(crate) static REDIRECTS: [RedirectRow; 5] = [
    RedirectRow { number: 301, fates: List::new(0, 7), source: CitationRow { source: At(437), section: Str(112740, 6) } },
    RedirectRow { number: 302, fates: List::new(7, 7), source: CitationRow { source: At(437), section: Str(115312, 6) } },
    RedirectRow { number: 303, fates: List::new(14, 7), source: CitationRow { source: At(437), section: Str(117518, 6) } },
    RedirectRow { number: 307, fates: List::new(21, 7), source: CitationRow { source: At(437), section: Str(125066, 6) } },
    RedirectRow { number: 308, fates: List::new(28, 7), source: CitationRow { source: At(427), section: Str(82733, 1) } },
];
