//! The table of sources.

use super::head;
use super::pool::{Pool, row};
use crate::knowledge::Knowledge;

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for (id, source) in &knowledge.sources {
        let source = row(
            "SourceRow",
            &[
                ("id", pool.text(id)),
                ("title", pool.text(&source.title)),
                ("url", pool.text(&source.url)),
                ("section_url", pool.option(source.section_url.as_deref())),
                ("relied_on_for", pool.text(&source.relied_on_for)),
                ("read", pool.text(&source.read)),
            ],
        );
        pool.list("SOURCES", "SourceRow", vec![source]);
    }
    head("Sources.", &["crate::source::{CitationRow, SourceRow}", "crate::table::{At, Str}"])
        + &pool.spell(&["SOURCES"])
        + "\n"
}
