//! The page on one component.

use super::component::{AnswersJson, ComponentReport, NamedCauseJson, SignJson, TimerJson};
use super::parts::{items, number, sentence, sources};
use crate::{Block, Document, Fact, Item, Place, Title};

impl ComponentReport {
    pub fn document(&self) -> Document {
        let title = Title {
            name: self.name.to_owned(),
            kicker: format!("component, {}", self.layer),
            summary: self.is.to_owned(),
            ..Title::default()
        };
        let mut out = Document { title, blocks: Vec::new() };
        let (of_cause, of_itself): (Vec<_>, Vec<_>) = self.signs.iter().partition(|sign| sign.shows == "cause");
        out.part("How to know it", items(of_itself.into_iter().map(recognised).collect()));
        out.part("What stands behind its answers", items(self.answers.iter().map(answered).collect()));
        out.part("What its answers tell", items(of_cause.into_iter().map(told).collect()));
        out.part("When it gives up", items(self.timers.iter().map(timer).collect()));
        out.part("Its logs", Block::Facts(self.log_facts()));
        out.part("What its log lines tell", items(self.log_signs.iter().map(told).collect()));
        out.part("Sources", sources(&self.sources));
        out
    }

    fn log_facts(&self) -> Vec<Fact> {
        let all = [("Where", self.logs), ("Louder", self.louder)];
        all.into_iter().filter_map(|(label, text)| Some(Fact::new(label, sentence(text?)))).collect()
    }
}

fn recognised(sign: &SignJson) -> Item {
    let shows = if sign.shows == "answered" { "It wrote the response." } else { "It is on the path." };
    Item {
        lead: sentence(&conditions(sign)),
        note: sign.strength.to_owned(),
        text: shows.to_owned(),
        ..Item::default()
    }
}

fn told(sign: &SignJson) -> Item {
    let cause = sign.cause.as_ref();
    let others = |word: &str, causes: &[NamedCauseJson]| {
        let ids: Vec<String> = causes.iter().map(|cause| format!("`{}`", cause.id)).collect();
        if ids.is_empty() { String::new() } else { format!(" {word} {}.", ids.join(", ")) }
    };
    let besides = others("Or as well", &sign.also) + &others("Speaks against", &sign.against);
    Item {
        lead: cause.map_or("Nothing but who answered".to_owned(), |cause| sentence(cause.title)),
        note: cause.map_or(sign.strength.to_owned(), |cause| format!("{}; {}", sign.strength, cause.id)),
        text: format!("{}.{besides}", sentence(&conditions(sign))),
        place: cause.map(|cause| Place::Cause(cause.id)),
        ..Item::default()
    }
}

/// Where and what, all on one line.
fn conditions(sign: &SignJson) -> String {
    let numbers: Vec<String> = sign.status.iter().map(|status| number(*status)).collect();
    let status = (!numbers.is_empty()).then(|| format!("status {}", numbers.join(" or ")));
    let looks = sign.looks.iter().map(|look| format!("{}: {}", look.place, look.what));
    status.into_iter().chain(looks).collect::<Vec<_>>().join("; ")
}

fn answered(answers: &AnswersJson) -> Item {
    let causes: Vec<String> = answers.causes.iter().map(|cause| format!("{} (`{}`)", cause.title, cause.id)).collect();
    Item {
        lead: format!("{} {}", number(answers.status), answers.name.unwrap_or_default()).trim_end().to_owned(),
        text: sentence(&causes.join("; ")) + ".",
        place: Some(Place::Code(answers.status)),
        ..Item::default()
    }
}

fn timer(timer: &TimerJson) -> Item {
    Item {
        lead: format!("`{}`", timer.setting),
        note: duration(timer.milliseconds),
        text: format!(
            "Then it answers {}, because {} (`{}`).",
            number(timer.status),
            timer.cause.title,
            timer.cause.id
        ),
        ..Item::default()
    }
}

fn duration(milliseconds: u32) -> String {
    if milliseconds.is_multiple_of(1000) { format!("{} s", milliseconds / 1000) } else { format!("{milliseconds} ms") }
}
