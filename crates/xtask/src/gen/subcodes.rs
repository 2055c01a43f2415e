//! The table of sub-codes.

use super::rust::{cause, citations, head, option, text};
use crate::knowledge::Knowledge;
use crate::knowledge::record::Subcode;

pub fn emit(knowledge: &Knowledge) -> String {
    let mut out = head("Sub-codes.");
    out.push_str(
        "use super::causes::CAUSES;\nuse super::sources::cite;\nuse crate::{Subcode, SubcodeVendor, Who};\n\n",
    );
    out.push_str(&format!("pub(crate) static SUBCODES: [SubcodeVendor; {}] = [\n", knowledge.subcodes.len()));
    for (place, list) in knowledge.subcodes.values().enumerate() {
        let rows: String = list.subcode.iter().map(|row| self::row(knowledge, place, row)).collect();
        out.push_str(&format!(
            "    SubcodeVendor {{\n        id: {},\n        name: {},\n        about: {},\n        where_shown: {},\n        list: &[\n{rows}        ],\n        sources: {},\n    }},\n",
            text(&list.vendor),
            text(&list.name),
            text(&list.about),
            text(&list.where_shown),
            citations(knowledge, &list.sources),
        ));
    }
    out + "];\n"
}

fn row(knowledge: &Knowledge, vendor: usize, row: &Subcode) -> String {
    let status = row.status.map_or("None".to_owned(), |status| format!("Some({status})"));
    let cause = row.cause.as_ref().map_or("None".to_owned(), |id| format!("Some({})", cause(knowledge, id)));
    format!(
        "            Subcode {{ code: {}, status: {status}, name: {}, meaning: {}, who_must_act: Who::{}, cause: {cause}, action: {}, also: {}, vendor: {vendor} }},\n",
        text(&row.code),
        text(&row.name),
        text(&row.meaning),
        row.who_must_act.variant(),
        text(&row.action),
        option(row.also.as_deref()),
    )
}
