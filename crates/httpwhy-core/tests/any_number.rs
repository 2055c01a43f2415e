//! Any number is explained, none panics.

use httpwhy_core::{CODES, Code, Explained, explain, name};

#[test]
fn every_sixteen_bit_number_is_explained() {
    for number in 0..=u16::MAX {
        match explain(number) {
            Explained::Known(code) => assert_eq!((code.number, Some(code.name)), (number, name(number))),
            Explained::ByClass { facts, .. } => assert!(name(number).is_none() && !facts.unknown.is_empty()),
        }
    }
}

#[test]
fn every_code_is_found_by_its_number() {
    for code in CODES {
        assert_eq!(code.name, Code::get(code.number).unwrap().name);
    }
}
