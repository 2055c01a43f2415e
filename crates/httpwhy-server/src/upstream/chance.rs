//! What the rules decide for one request.

use std::time::Duration;

use super::dice::Dice;
use super::rule::{Outcome, Rule};
use crate::marked;
use crate::plan::Plan;

/// The rules, each with its own chance.
pub struct Chance {
    rules: Vec<(Rule, Dice)>,
    most_wait: Duration,
}

/// What is done to one request.
#[derive(Debug, PartialEq)]
pub struct Decided {
    /// A pause first.
    pub delay: Duration,
    /// What happens then.
    pub outcome: Outcome,
}

impl Chance {
    /// The rules; no pause is longer than `most_wait`.
    pub fn new(rules: &[Rule], most_wait: Duration) -> Chance {
        Chance { rules: rules.iter().map(|rule| (rule.clone(), Dice::new(rule.seed))).collect(), most_wait }
    }

    /// Pauses add up, and the first rule that ends a request ends it.
    pub fn decide(&self, method: &str, path: &str) -> Decided {
        let mut decided = Decided { delay: Duration::ZERO, outcome: Outcome::Passed };
        for (rule, dice) in self.rules.iter().filter(|(rule, _)| rule.is_about(method, path)) {
            let (chance, share) = dice.throw();
            if chance >= rule.rate {
                continue;
            }
            if let Some((least, most)) = rule.delay {
                decided.delay = decided.delay.saturating_add(least).saturating_add((most - least).mul_f64(share));
            }
            if decided.outcome == Outcome::Passed {
                decided.outcome = rule.outcome;
            }
        }
        decided.delay = decided.delay.min(self.most_wait);
        decided
    }
}

impl Decided {
    /// Says that it was added, so that nobody takes it for the upstream's own.
    pub fn mark(&self, mut plan: Plan) -> Plan {
        let mut value = "added".to_owned();
        if !self.delay.is_zero() {
            value.push_str(&format!("; delay={}ms", self.delay.as_millis()));
        }
        if let Outcome::Status(status) = self.outcome {
            value.push_str(&format!("; code={status}"));
            plan.fields.retain(|(name, _)| !name.eq_ignore_ascii_case("httpwhy"));
        }
        if value == "added" { plan } else { plan.field(marked::NAME, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(rules: &[&str], path: &str) -> Decided {
        let rules: Vec<Rule> = rules.iter().map(|rule| rule.parse().unwrap()).collect();
        Chance::new(&rules, Duration::from_secs(30)).decide("GET", path)
    }

    #[test]
    fn pauses_add_up_and_the_first_end_counts() {
        let decided = decide(&["delay=1s", "delay=2s,status=503", "reset"], "/");
        assert_eq!(decided, Decided { delay: Duration::from_secs(3), outcome: Outcome::Status(503) });
        assert_eq!(decide(&["delay=900s"], "/").delay, Duration::from_secs(30));
    }

    #[test]
    fn a_rule_for_others_does_nothing() {
        assert_eq!(decide(&["reset,path=/api/*", "reset,rate=0"], "/x").outcome, Outcome::Passed);
    }

    #[test]
    fn what_was_added_says_so() {
        let plan = decide(&["delay=2s,status=503"], "/").mark(Plan::new(503));
        assert_eq!(plan.get("httpwhy"), Some("added; delay=2000ms; code=503"));
        assert_eq!(decide(&[], "/").mark(Plan::new(200)).get("httpwhy"), None);
    }
}
