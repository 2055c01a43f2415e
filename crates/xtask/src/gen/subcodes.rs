//! The table of sub-codes.

use super::pool::{Pool, row};
use super::{cause, citations, head};
use crate::knowledge::Knowledge;
use crate::knowledge::record::Subcode;

pub fn emit(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for (place, list) in knowledge.subcodes.values().enumerate() {
        let rows = list.subcode.iter().map(|subcode| one(knowledge, pool, place, subcode)).collect();
        let fields = [
            ("id", pool.text(&list.vendor)),
            ("name", pool.text(&list.name)),
            ("about", pool.text(&list.about)),
            ("where_shown", pool.text(&list.where_shown)),
            ("list", pool.list("SUBCODES", "SubcodeRow", rows)),
            ("sources", citations(knowledge, pool, &list.sources)),
        ];
        pool.list("VENDORS", "SubcodeVendorRow", vec![row("SubcodeVendorRow", &fields)]);
    }
    let uses = ["crate::Who", "crate::subcode::{SubcodeRow, SubcodeVendorRow}", "crate::table::{At, List, Str}"];
    head("Sub-codes.", &uses) + &pool.spell(&["SUBCODES", "VENDORS"])
}

fn one(knowledge: &Knowledge, pool: &mut Pool, vendor: usize, subcode: &Subcode) -> String {
    let fields = [
        ("code", pool.text(&subcode.code)),
        ("status", subcode.status.map_or("None".to_owned(), |status| format!("Some({status})"))),
        ("name", pool.text(&subcode.name)),
        ("meaning", pool.text(&subcode.meaning)),
        ("who_must_act", format!("Who::{}", subcode.who_must_act.variant())),
        ("cause", subcode.cause.as_ref().map_or("At::NONE".to_owned(), |id| cause(knowledge, id))),
        ("action", pool.text(&subcode.action)),
        ("also", pool.option(subcode.also.as_deref())),
        ("vendor", format!("At({vendor})")),
    ];
    row("SubcodeRow", &fields)
}
