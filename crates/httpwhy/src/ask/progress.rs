//! What is being asked just now, on standard error: a moving line on a terminal, a plain line elsewhere.

use std::io::{self, IsTerminal};
use std::time::Duration;

use httpwhy_core::Experiment;
use httpwhy_live::Question;
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::Output;

pub struct Progress {
    bar: Option<ProgressBar>,
    is_quiet: bool,
}

impl Progress {
    pub fn new(output: &Output) -> Progress {
        let is_terminal = io::stderr().is_terminal();
        let bar = (is_terminal && !output.quiet).then(|| {
            let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}").expect("the template is sound");
            let bar = ProgressBar::new_spinner().with_style(style);
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Progress { bar, is_quiet: output.quiet }
    }

    pub fn asks(&self, question: &Question) {
        if let Some(bar) = &self.bar {
            bar.set_message(format!("asking {} {}", question.method, shown(question)));
        }
    }

    /// A request that the user did not ask for is announced.
    pub fn tries(&self, question: &Question, experiment: Experiment) {
        let line = format!("asking {} {}: {}", question.method, shown(question), experiment.why);
        match &self.bar {
            Some(bar) => bar.set_message(line),
            None if self.is_quiet => {}
            None => eprintln!("{line}"),
        }
    }

    pub fn done(&self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}

fn shown(question: &Question) -> String {
    httpwhy_capture::redacted(&question.url.to_string())
}
