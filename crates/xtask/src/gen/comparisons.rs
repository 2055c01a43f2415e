//! The table of comparisons.

use super::rust::{citations, head, list, numbers, text, texts};
use crate::knowledge::Knowledge;
use crate::knowledge::record::When;

pub fn emit(knowledge: &Knowledge) -> String {
    let mut out = head("Comparisons.");
    out.push_str("use super::sources::cite;\nuse crate::{Choice, Comparison, When};\n\n");
    out.push_str(&format!("pub(crate) static COMPARISONS: [Comparison; {}] = [\n", knowledge.comparisons.len()));
    for (id, file) in &knowledge.comparisons {
        let head = &file.head;
        let fields = [
            ("id", text(id)),
            ("question", text(&head.question)),
            ("also_asked", texts(&head.also_asked)),
            ("codes", numbers(&head.codes)),
            ("answer", text(&head.answer)),
            ("when", list(&head.when, when)),
            ("text", text(&file.text)),
            ("sources", citations(knowledge, &head.sources)),
        ];
        let body: String = fields.iter().map(|(name, value)| format!("        {name}: {value},\n")).collect();
        out.push_str(&format!("    Comparison {{\n{body}    }},\n"));
    }
    out + "];\n"
}

fn when(when: &When) -> String {
    let choice = match (&when.code, &when.choice) {
        (Some(code), _) => format!("Choice::Code({code})"),
        (None, words) => format!("Choice::Words({})", text(words.as_deref().unwrap_or_default())),
    };
    format!("When {{ choice: {choice}, condition: {} }}", text(&when.condition))
}
