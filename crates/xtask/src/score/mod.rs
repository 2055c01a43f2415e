//! Runs recorded failures of real servers through the command and counts what came out, beside two baselines.

mod case;
mod said;
mod tally;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use case::{Case, Shown};
use said::Said;
use tally::{Outcome, Tally};

/// What the score may not fall below, in percent of the cases where it counts. The aims are 95, 95 and 10.
const FLOORS: [(&str, Outcome, bool, usize); 6] = [
    ("outside, response", Outcome::Right, true, 93),
    ("outside, response", Outcome::Wrong, false, 1),
    ("inside, response", Outcome::Wrong, false, 1),
    ("inside, response", Outcome::Missed, false, 27),
    ("inside, logs that show it", Outcome::Right, true, 92),
    ("inside, logs that show it", Outcome::Wrong, false, 1),
];

pub struct Options {
    /// Names the cases that did not come out as they should, and counts by cause and component.
    pub is_verbose: bool,
    /// Fails if the score fell.
    pub holds_floors: bool,
}

pub fn run(root: &Path, lab: &Path, options: &Options) -> Result<(), String> {
    let build = ["build", "--quiet", "--package", "httpwhy"];
    if !Command::new("cargo").args(build).current_dir(root).status().is_ok_and(|status| status.success()) {
        return Err("cargo build failed".to_owned());
    }
    let binary = root.join("target/debug/httpwhy");
    let cases = case::all(lab)?;
    let mut tiers: BTreeMap<String, Tally> = BTreeMap::new();
    let mut details: BTreeMap<String, Tally> = BTreeMap::new();
    for case in &cases {
        for (group, shown) in groups(case) {
            let Some(said) = said::of(&binary, case, shown) else {
                return Err(format!("{}: the command gave no diagnosis", case.id));
            };
            let outcome = tally::outcome(case, &said, shown);
            if options.is_verbose {
                tell(&group, case, &said, outcome);
                for name in [format!("cause {}", case.truth), format!("stack {}", case.stack.join(" "))] {
                    details.entry(name).or_default().add(case, &said, outcome);
                }
            }
            tiers.entry(group).or_default().add(case, &said, outcome);
        }
    }
    print(&tiers, &details);
    baselines(&binary, &cases);
    if options.holds_floors { floors(&tiers) } else { Ok(()) }
}

fn groups(case: &Case) -> Vec<(String, Shown)> {
    let mut groups = vec![(format!("{}, response", case.tier), Shown::Response)];
    let with_logs = if case.is_decidable(Shown::Logs) { "logs that show it" } else { "logs that do not" };
    groups.push((format!("{}, {with_logs}", case.tier), Shown::Logs));
    groups
}

fn tell(group: &str, case: &Case, said: &Said, outcome: Outcome) {
    if matches!(outcome, Outcome::Right | Outcome::Undecided) {
        return;
    }
    let word = tally::OUTCOMES.iter().find(|(known, _)| *known == outcome).map_or("", |(_, word)| word);
    let causes: Vec<String> =
        said.causes.iter().map(|cause| format!("{} {:.2}", cause.id, cause.probability)).collect();
    let author = said.answered_by.component.as_deref().unwrap_or("nobody");
    println!("{word}: {group}: {} [{}] is {}", case.id, case.stack.join(" "), case.truth);
    println!("    answered by {author}; {}", causes.join(", "));
}

fn print(tiers: &BTreeMap<String, Tally>, details: &BTreeMap<String, Tally>) {
    for (name, group) in [("by tier", tiers), ("by cause and stack", details)] {
        if !group.is_empty() {
            println!("{}", tally::heading(name));
            group.iter().for_each(|(name, tally)| println!("{}", tally.line(name)));
        }
    }
    for (name, tally) in tiers {
        println!("reliability, {name}:");
        tally.reliability().for_each(|line| println!("{line}"));
    }
}

/// How often the first cause is true if only the status is known, or the status and the `Server` field.
fn baselines(binary: &Path, cases: &[Case]) {
    let mut right: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for case in cases {
        let server = case.server();
        for (name, server) in [("status only", None), ("status and Server", server.as_deref())] {
            let said = said::of_little(binary, case.status, server);
            let is_right = said.is_some_and(|said| said.first().is_some_and(|first| case.is_true(first)));
            *right.entry((name, case.tier.as_str())).or_default() += usize::from(is_right);
        }
    }
    for ((name, tier), right) in right {
        let all = cases.iter().filter(|case| case.tier == tier).count();
        println!("baseline, {name}, {tier}: first cause true in {right} of {all}");
    }
}

fn floors(tiers: &BTreeMap<String, Tally>) -> Result<(), String> {
    let mut fallen = Vec::new();
    for (group, outcome, is_least, percent) in FLOORS {
        let Some(tally) = tiers.get(group) else { continue };
        let (count, all) = (tally.count(outcome) * 100, tally.all() * percent);
        if if is_least { count < all } else { count > all } {
            let bound = if is_least { "at least" } else { "at most" };
            fallen.push(format!(
                "{group}: {} of {}, {bound} {percent} % is the floor",
                tally.count(outcome),
                tally.all()
            ));
        }
    }
    if fallen.is_empty() { Ok(()) } else { Err(format!("the score fell:\n{}", fallen.join("\n"))) }
}
