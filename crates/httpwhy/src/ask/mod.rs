//! Asks the server of a URL: first what the user asked, then, while causes remain, the experiment that parts them best.

mod consent;
mod curl;
mod options;
mod progress;

use std::time::Duration;

use httpwhy_capture::{Asked, Capture};
use httpwhy_core::diagnose::{diagnose, next_experiment};
use httpwhy_core::{Exchange, Experiment, Failure, Request};
use httpwhy_live::{Answer, Asker, Question, follow, has};

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
pub fn ask(asking: &Asking, args: &Args) -> Result<(Capture, Option<Investigation>), Error> {
    let question = match asking {
        Asking::Url(url) => options::question(url, args)?,
        Asking::Curl(line) => curl::question(line, args)?,
    };
    let runtime = httpwhy_live::runtime().map_err(|error| Error::Runtime { error })?;
    let progress = Progress::new(&args.output);
    let begun = std::time::Instant::now();
    let hops = runtime.block_on(async {
        tokio::select! {
            hops = follow(question.clone(), |question| progress.asks(question)) => Some(hops),
            _ = tokio::signal::ctrl_c() => None,
        }
    });
    progress.done();
    let Some(mut hops) = hops else {
        return Ok((stopped(&question, begun.elapsed()), None));
    };
    let mut capture = Capture::of_exchanges(hops.iter().map(|(_, answer)| answer.exchange.clone()).collect());
    hops.iter().for_each(|(question, answer)| capture.add_asked(asked(question, &answer.exchange, "you asked for it")));
    let (question, answer) = hops.pop().expect("a question has an answer");
    capture.notes = answer.notes();
    Ok((capture, Some(Investigation { runtime, question, answer })))
}

/// What is needed to ask more.
pub struct Investigation {
    runtime: tokio::runtime::Runtime,
    question: Question,
    answer: Answer,
}

impl Investigation {
    /// Makes experiments on the last exchange while causes remain, as many as may be made.
    pub fn experiment(&self, capture: &mut Capture, args: &Args) {
        let Investigation { question, answer, .. } = self;
        if args.ask.no_probe {
            return;
        }
        let progress = Progress::new(&args.output);
        let mut asker = Asker { left: args.ask.max_requests };
        let mut is_agreed = args.ask.yes;
        while let Some(experiment) = next(capture, question, answer).filter(|next| asker.can(*next)) {
            if !is_agreed && !consent::is_given(question, asker.left, &args.output) {
                break;
            }
            is_agreed = true;
            let made = self.runtime.block_on(async {
                tokio::select! {
                    tried = asker.make(experiment, question, answer, |question| progress.tries(question, experiment)) => Some(tried),
                    _ = tokio::signal::ctrl_c() => None,
                }
            });
            let Some(tried) = made else { break };
            let sent = tried.what.split(", ").map(str::to_owned).collect::<Vec<_>>();
            for (sent, exchange) in sent.iter().zip(&tried.exchanges) {
                let (method, url) = sent.split_once(' ').unwrap_or((sent, ""));
                capture.add_asked(Asked {
                    method: method.to_owned(),
                    url: url.to_owned(),
                    status: exchange.status(),
                    took: exchange.took.unwrap_or_default(),
                    why: experiment.why.to_owned(),
                });
            }
            capture.add_tried(tried);
        }
        progress.done();
    }
}

fn next(capture: &Capture, question: &Question, answer: &Answer) -> Option<Experiment> {
    let exchange = capture.last();
    next_experiment(exchange, &diagnose(exchange), |need| has(question, answer, need))
}

fn asked(question: &Question, exchange: &Exchange, why: &str) -> Asked {
    Asked {
        method: question.method.to_string(),
        url: question.url.to_string(),
        status: exchange.status(),
        took: exchange.took.unwrap_or_default(),
        why: why.to_owned(),
    }
}

/// What is known if the user stopped before an answer came.
fn stopped(question: &Question, after: Duration) -> Capture {
    let request = Request { method: question.method.to_string(), target: question.url.to_string(), fields: None };
    let message = format!("stopped by you after {:.1} s, before a response came", after.as_secs_f64());
    let failure = Failure { curl_exit: None, message };
    Capture::of_exchanges(vec![Exchange {
        request: Some(request),
        failure: Some(failure),
        took: Some(after),
        ..Exchange::default()
    }])
}
