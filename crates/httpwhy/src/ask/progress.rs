//! What is being asked just now, on standard error: a moving line on a terminal, a plain line elsewhere.

use std::cell::OnceCell;
use std::io::{self, IsTerminal};
use std::time::Duration;

use httpwhy_core::Experiment;
use httpwhy_live::Question;
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::Output;

pub struct Progress {
    is_terminal: bool,
    is_quiet: bool,
    /// It moves from the first request on, so that it never runs over a question.
    bar: OnceCell<ProgressBar>,
}

impl Progress {
    pub fn new(output: &Output) -> Progress {
        Progress { is_terminal: io::stderr().is_terminal(), is_quiet: output.quiet, bar: OnceCell::new() }
    }

    pub fn asks(&self, question: &Question) {
        if self.is_terminal {
            self.moves(format!("asking {} {}", question.method, shown(question)));
        }
    }

    /// A request that the user did not ask for is announced.
    pub fn tries(&self, question: &Question, experiment: Experiment) {
        let line = format!("asking {} {}: {}", question.method, shown(question), experiment.why);
        match (self.is_terminal, self.is_quiet) {
            (true, _) => self.moves(line),
            (false, true) => {}
            (false, false) => eprintln!("{line}"),
        }
    }

    fn moves(&self, line: String) {
        if !self.is_quiet {
            self.bar.get_or_init(bar).set_message(line);
        }
    }

    pub fn done(&self) {
        self.bar.get().into_iter().for_each(ProgressBar::finish_and_clear);
    }
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {wide_msg} {elapsed}").expect("the template is sound");
    let bar = ProgressBar::new_spinner().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn shown(question: &Question) -> String {
    httpwhy_capture::redacted(&question.url.to_string())
}
