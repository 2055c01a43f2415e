//! The names in languages and frameworks are those their sources have (`data/framework_constants.csv`).

use httpwhy_core::CONSTANTS;

#[test]
fn every_name_in_every_target() {
    let table = include_str!("data/framework_constants.csv");
    let mut lines = table.lines();
    let targets = lines.next().unwrap().split(',').skip(1).count();
    assert_eq!(targets, CONSTANTS.len());
    assert!(targets >= 18);
    let mut wrong = Vec::new();
    for line in lines {
        let mut cells = line.split(',');
        let number: u16 = cells.next().unwrap().parse().unwrap();
        let mut names: Vec<Vec<&str>> = CONSTANTS.iter().map(|target| target.names(number).iter().collect()).collect();
        for cell in cells {
            let mut expected: Vec<&str> = cell.split('|').map(bare).filter(|name| !name.is_empty()).collect();
            expected.sort_unstable();
            let place = names.iter().position(|names| sorted(names) == expected);
            match place {
                Some(place) => drop(names.remove(place)),
                None => wrong.push(format!("{number}: no target has {expected:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}

/// A name without the remark behind it.
fn bare(cell: &str) -> &str {
    cell.trim().split(" (").next().unwrap_or_default()
}

#[test]
fn a_number_outside_the_table_has_no_name() {
    assert!(CONSTANTS.iter().all(|target| target.names(799).is_empty()));
}
