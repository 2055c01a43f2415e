//! The table of sources.

use super::rust::{head, option, text};
use crate::knowledge::Knowledge;

pub fn emit(knowledge: &Knowledge) -> String {
    let mut out = head("Sources.");
    out.push_str("use crate::{Citation, Source};\n\n");
    out.push_str("pub(super) const fn cite(place: usize, section: &'static str) -> Citation {\n    Citation { source: &SOURCES[place], section }\n}\n\n");
    out.push_str(&format!("pub(crate) static SOURCES: [Source; {}] = [\n", knowledge.sources.len()));
    for (id, source) in &knowledge.sources {
        out.push_str(&format!(
            "    Source {{ id: {}, title: {}, url: {}, section_url: {}, relied_on_for: {}, read: {} }},\n",
            text(id),
            text(&source.title),
            text(&source.url),
            option(source.section_url.as_deref()),
            text(&source.relied_on_for),
            text(&source.read),
        ));
    }
    out + "];\n"
}
