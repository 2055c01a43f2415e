//! One run: a GET, its redirects with a fresh check each, and the experiments that tell causes apart.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use httpwhy_capture::{Asked, Capture};
use httpwhy_core::Exchange;
use httpwhy_live::{Answer, Asker, Limits, Proxies, Question, ask, leads_to, next_experiment};
use tokio::time::timeout;

use super::Guard;
use super::refused::Refused;
use super::target::Target;

/// As many redirects are followed.
const MOST_REDIRECTS: usize = 10;
/// As many requests may follow the answer.
const MOST_EXPERIMENTS: usize = 4;
/// Of a content so many bytes are read, and so many are shown.
const MOST_READ: usize = 256 << 10;
const MOST_SHOWN: usize = 2 << 10;
const MOST_HEAD: usize = 64 << 10;

/// How long everything may take.
pub struct Times {
    pub first_byte: Duration,
    pub request: Duration,
    pub run: Duration,
}

impl Default for Times {
    fn default() -> Times {
        Times { first_byte: Duration::from_secs(10), request: Duration::from_secs(15), run: Duration::from_secs(60) }
    }
}

impl Guard {
    /// One run.
    pub async fn probe(&self, url: &str) -> Result<Capture, Refused> {
        let end = Instant::now() + self.times.run;
        let hops = self.follow(url, end).await?;
        let mut capture = Capture::of_exchanges(hops.iter().map(|(_, answer)| answer.exchange.clone()).collect());
        for (_, answer) in &hops {
            capture.add_asked(Asked::of(&answer.exchange, "you asked for it"));
        }
        let Some((question, answer)) = hops.last() else { return Err(Refused::Forbidden) };
        capture.notes = answer.notes();
        capture.notes.extend(self.patience_note(&answer.exchange));
        let left = end.saturating_duration_since(Instant::now());
        // What was found until the time is over counts.
        let _ = timeout(left, experiment(&mut capture, question, answer)).await;
        capture.cut(MOST_SHOWN);
        Ok(capture)
    }

    /// The first question and those that redirects lead to.
    async fn follow(&self, url: &str, end: Instant) -> Result<Vec<(Question, Answer)>, Refused> {
        let (mut target, mut addresses) = self.checked(url).await?;
        self.hosts.take(target.host.clone(), Instant::now()).map_err(Refused::Wait)?;
        let mut hops: Vec<(Question, Answer)> = Vec::new();
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let question = self.question(&target, &addresses, left);
            let answer = ask(&question).await;
            if answer.attempts.iter().any(|(address, _)| !(self.accepts)(address.ip())) {
                return Err(Refused::Forbidden);
            }
            let next = leads_to(&question, &answer);
            let is_secure = question.is_https();
            hops.push((question, answer));
            // From https to http nobody is led by us: what is read there could be anybody's.
            let Some(next) = next.filter(|next| next.is_https() || !is_secure) else { return Ok(hops) };
            if hops.len() > MOST_REDIRECTS || Instant::now() >= end {
                return Ok(hops);
            }
            (target, addresses) = self.checked(&next.url.to_string()).await?;
            let is_new = hops.iter().all(|(question, _)| !question.host().eq_ignore_ascii_case(&target.host));
            if is_new && self.hosts.take(target.host.clone(), Instant::now()).is_err() {
                return Ok(hops);
            }
        }
    }

    /// A plain GET of a target at the addresses that were checked, on whichever port an experiment asks. Nothing of the
    /// client's goes along, and nothing of the hop before.
    fn question(&self, target: &Target, addresses: &[IpAddr], left: Duration) -> Question {
        let pin =
            |port: &u16| addresses.iter().map(|address| (target.host.clone(), *port, *address)).collect::<Vec<_>>();
        Question {
            fields: vec![("CDN-Loop".to_owned(), "httpwhy".to_owned())],
            resolve: self.ports.iter().flat_map(pin).collect(),
            patience: self.times.request.min(left),
            limits: Limits {
                head: MOST_HEAD,
                content: MOST_READ,
                first_byte: self.times.first_byte,
                ..Limits::default()
            },
            proxies: Proxies::Never,
            accepts: Some(self.accepts),
            ..Question::get(target.url.clone())
        }
    }

    fn patience_note(&self, exchange: &Exchange) -> Option<(&'static str, String)> {
        let is_timeout = exchange.failure.as_ref().is_some_and(|failure| failure.curl_exit == Some(28));
        let seconds = self.times.first_byte.as_secs();
        let note = format!("no reply in {seconds} s, and nobody waits longer here; the command does: httpwhy URL");
        is_timeout.then_some(("Patience", note))
    }
}

/// The experiments that part the remaining causes, as few as the crate that makes them deems safe.
async fn experiment(capture: &mut Capture, question: &Question, answer: &Answer) {
    let mut asker = Asker::after(answer, MOST_EXPERIMENTS);
    while let Some(experiment) = next_experiment(capture.last(), question, answer).filter(|next| asker.can(*next)) {
        let Some(tried) = asker.make(experiment, question, answer, |_| ()).await else { break };
        tried.exchanges.iter().for_each(|exchange| capture.add_asked(Asked::of(exchange, experiment.why)));
        capture.add_tried(tried);
    }
}
