//! Asks the server of a URL: first what the user asked, then, while causes remain, the experiment that parts them best.

mod consent;
mod curl;
mod options;
mod progress;

use httpwhy_capture::{Asked, Capture};
use httpwhy_live::{Answer, Asker, Question, follow, next_experiment};

use crate::args::Args;
use crate::error::Error;
use progress::Progress;

/// A server is asked with this.
pub enum Asking<'a> {
    /// A URL and the options.
    Url(&'a str),
    /// A command line of curl.
    Curl(&'a str),
}

/// The exchanges that were made, and what is needed to ask more. Pressing Ctrl-C ends the asking, not the answer.
pub fn ask(asking: &Asking, args: &Args) -> Result<(Capture, Investigation), Error> {
    let question = match asking {
        Asking::Url(url) => options::question(url, args)?,
        Asking::Curl(line) => curl::question(line, args)?,
    };
    let runtime = httpwhy_live::runtime().map_err(|error| Error::Runtime { error })?;
    let progress = Progress::new(&args.output);
    let mut hops = runtime.block_on(follow(question, |question| progress.asks(question)));
    progress.done();
    let mut capture = Capture::of_exchanges(hops.iter().map(|(_, answer)| answer.exchange.clone()).collect());
    hops.iter().for_each(|(_, answer)| capture.add_asked(Asked::of(&answer.exchange, "you asked for it")));
    let (question, answer) = hops.pop().expect("a question has an answer");
    capture.notes = answer.notes();
    Ok((capture, Investigation { runtime, question, answer }))
}

/// What is needed to ask more.
pub struct Investigation {
    runtime: tokio::runtime::Runtime,
    question: Question,
    answer: Answer,
}

impl Investigation {
    /// Makes experiments on the last exchange while causes remain, as many as may be made.
    pub fn experiment(self, capture: &mut Capture, args: &Args) {
        if !args.ask.no_probe && self.answer.stopped.is_none() {
            self.investigate(capture, args);
        }
        // A question that Ctrl-C left unanswered still waits for a line; nobody waits for it.
        self.runtime.shutdown_background();
    }

    fn investigate(&self, capture: &mut Capture, args: &Args) {
        let Investigation { question, answer, runtime } = self;
        let progress = Progress::new(&args.output);
        let mut asker = Asker::after(answer, args.ask.max_requests);
        let mut is_agreed = args.ask.yes;
        while let Some(experiment) = next_experiment(capture.last(), question, answer).filter(|next| asker.can(*next)) {
            if !is_agreed && !runtime.block_on(consent::is_given(question, asker.left())) {
                break;
            }
            is_agreed = true;
            let told = |question: &Question| progress.tries(question, experiment);
            let Some(tried) = runtime.block_on(asker.make(experiment, question, answer, told)) else { break };
            tried.exchanges.iter().for_each(|exchange| capture.add_asked(Asked::of(exchange, experiment.why)));
            capture.add_tried(tried);
        }
        progress.done();
    }
}
