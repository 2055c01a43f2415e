//! The codes are those of the registry, by number and name (`knowledge/registries/`).

use httpwhy_core::{CODES, Code, Standing};

/// Value, description and reference of each row that is a code.
fn registry() -> Vec<(u16, &'static str, &'static str)> {
    let text = include_str!("../../../knowledge/registries/http-status-codes.csv");
    let assigned = text.lines().skip(1).filter(|line| !line.contains("Unassigned"));
    let rows = assigned.filter_map(|line| {
        let (value, rest) = line.split_once(',')?;
        let (description, reference) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once("\",")?,
            None => rest.split_once(',')?,
        };
        Some((value.parse().ok()?, description, reference.trim_matches('"')))
    });
    rows.collect()
}

/// The name in a description that may have a remark behind it.
fn bare(description: &str) -> &str {
    match description.split_once(" (") {
        Some((name, _)) if !name.is_empty() => name,
        _ => description,
    }
}

#[test]
fn every_registered_code_has_its_registered_name() {
    let rows = registry();
    assert!(rows.len() > 60, "the registry is not read: {} rows", rows.len());
    for (number, description, _) in rows {
        let code = Code::get(number).unwrap_or_else(|| panic!("{number} {description} is missing"));
        assert_eq!(code.name, bare(description), "{number}");
        assert_ne!(code.standing, Standing::Vendor, "{number} is in the registry");
    }
}

#[test]
fn what_the_registry_remarks_is_the_standing() {
    for (number, description, _) in registry() {
        let standing = Code::get(number).unwrap().standing;
        let expected = match description {
            text if text.contains("TEMPORARY") => Standing::Temporary,
            text if text.contains("OBSOLETED") => Standing::Obsolete,
            "(Unused)" => Standing::Reserved,
            // Deprecated by RFC 9110, 15.4.6; the registry has no remark for that.
            _ if number == 305 => Standing::Obsolete,
            _ => Standing::Registered,
        };
        assert_eq!(standing, expected, "{number} {description}");
    }
}

#[test]
fn a_vendor_code_is_not_in_the_registry() {
    let numbers: Vec<u16> = registry().into_iter().map(|(number, ..)| number).collect();
    for code in CODES.iter().filter(|code| code.standing == Standing::Vendor) {
        assert!(!numbers.contains(&code.number), "{} {}", code.number, code.name);
    }
}

#[test]
fn a_code_cites_the_document_it_is_registered_with() {
    for (number, _, reference) in registry() {
        let Some(rfc) = reference.strip_prefix("[RFC").and_then(|rest| rest.split([',', ']']).next()) else { continue };
        let id = format!("rfc{rfc}");
        let code = Code::get(number).unwrap();
        assert!(code.sources.iter().any(|citation| citation.source.id == id), "{number} does not cite {id}");
    }
}
