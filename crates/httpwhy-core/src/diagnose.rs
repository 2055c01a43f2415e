//! From an exchange to a diagnosis: who answered, and which causes fit.
//!
//! Author first, then a prior by (component, status), then signs; commit or abstain. What each sign says stands in the
//! knowledge; nothing here names a product.

mod author;
mod causes;
mod fact;
mod haystack;
mod logs;
mod sign;
mod timer;
mod tried;

use alloc::string::String;
use alloc::vec::Vec;

use crate::{Cause, Code, Component, EXPERIMENTS, Exchange, Experiment, Need, Shows, Strength};

/// What an exchange shows.
///
/// ```
/// use httpwhy_core::{Exchange, Response, diagnose::diagnose};
///
/// let bare = Exchange { response: Some(Response::new(503)), ..Exchange::default() };
/// let diagnosis = diagnose(&bare);
/// assert!(diagnosis.author.is_none() && diagnosis.decided().is_none());
/// assert!(!diagnosis.causes.is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Diagnosis {
    /// Who wrote the response, if that can be told.
    pub author: Option<Author>,
    /// Who is on the path, client side first.
    pub path: Vec<Component>,
    /// The causes shown, most probable first: if it is decided the cause and the few others that are not ruled out,
    /// otherwise the few that hold most of the weight.
    pub causes: Vec<Likelihood>,
    /// Whether the first of them is the cause.
    pub is_decided: bool,
    /// Every cause that was weighed and its probability, most probable first.
    pub weighed: Vec<(Cause, f64)>,
}

impl Diagnosis {
    /// The cause, if it is clearly ahead.
    ///
    /// ```
    /// let nothing = httpwhy_core::Exchange { response: Some(httpwhy_core::Response::new(200)), ..Default::default() };
    /// assert!(httpwhy_core::diagnose::diagnose(&nothing).decided().is_none());
    /// ```
    pub fn decided(&self) -> Option<Cause> {
        self.causes.first().filter(|_| self.is_decided).map(|first| first.cause)
    }
}

/// Who wrote the response, and what shows it.
///
/// ```
/// use httpwhy_core::{Exchange, diagnose::diagnose};
/// assert!(diagnose(&Exchange::default()).author.is_none());
/// ```
#[derive(Debug, Clone)]
pub struct Author {
    /// The component.
    pub component: Component,
    /// How sure that is.
    pub certainty: Strength,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// A cause and how probable it is.
///
/// ```
/// use httpwhy_core::{Exchange, Response, diagnose::diagnose};
/// let exchange = Exchange { response: Some(Response::new(404)), ..Exchange::default() };
/// assert!(diagnose(&exchange).causes[0].probability < 1.0);
/// ```
#[derive(Debug, Clone)]
pub struct Likelihood {
    /// The cause.
    pub cause: Cause,
    /// 0 to 1; a cause nobody thought of keeps a share.
    pub probability: f64,
    /// What speaks for it.
    pub supporting: Vec<Evidence>,
    /// What speaks against it.
    pub opposing: Vec<Evidence>,
}

/// A sign that was found: where, and the words.
///
/// ```
/// use httpwhy_core::diagnose::Place;
/// assert_eq!(Place::Content.word(), "content");
/// ```
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Whose sign it is.
    pub component: Component,
    /// Where it was found.
    pub place: Place,
    /// What was found there.
    pub quote: String,
    /// Where in that place: the log and its line, `error.log:12`, or the id of the experiment.
    pub at: Option<String>,
    /// How much it says.
    pub strength: Strength,
}

/// Where a sign is found. One place is one piece of evidence: of several signs in it the strongest counts.
///
/// ```
/// assert_eq!(httpwhy_core::diagnose::Place::Field.word(), "field");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The content of the response.
    Content,
    /// Its fields.
    Field,
    /// Its reason phrase.
    Reason,
    /// The status alone, or what was sent.
    Request,
    /// What the client said of the connection.
    Client,
    /// How long it took.
    Time,
    /// A log. Each component's log is a place of its own.
    Log,
    /// A follow-up request. Each experiment is a place of its own.
    Experiment,
}

impl Place {
    /// The word used in JSON.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::diagnose::Place::Reason.word(), "reason phrase");
    /// ```
    pub const fn word(self) -> &'static str {
        match self {
            Place::Content => "content",
            Place::Field => "field",
            Place::Reason => "reason phrase",
            Place::Request => "request",
            Place::Client => "client",
            Place::Time => "time",
            Place::Log => "log",
            Place::Experiment => "experiment",
        }
    }
}

/// Diagnoses an exchange. A status that is no error has no cause.
///
/// ```
/// use httpwhy_core::{Exchange, Response, diagnose::diagnose};
///
/// let mut response = Response::new(502);
/// response.content = b"<hr><center>nginx/1.27.0</center>".to_vec();
/// let diagnosis = diagnose(&Exchange { response: Some(response), ..Exchange::default() });
/// assert_eq!(diagnosis.author.unwrap().component.id, "nginx");
/// ```
pub fn diagnose(exchange: &Exchange) -> Diagnosis {
    let mut fired = sign::fired(exchange);
    fired.extend(tried::fired(exchange, &fired));
    let author = author::of(&fired, exchange.status_or_logged());
    fired.extend(author.as_ref().into_iter().flat_map(|author| timer::hit(author, exchange)));
    let path = author::path(&fired);
    let status = exchange.status_or_logged();
    // A challenge or a failed function may come with a status that is no error.
    let is_failed = status == 0 && exchange.failure.is_some();
    let is_error = is_failed || status >= 400 || fired.iter().any(|fired| fired.shows == Shows::Cause);
    let known = Code::get(status).filter(|code| is_error && (code.number == 0 || code.number >= 400));
    let mut causes = causes::weigh(known, status, is_error, author.as_ref(), &fired);
    let weighed = causes.iter().map(|known| (known.cause, known.probability)).collect();
    let is_decided = causes::commit_or_abstain(&mut causes);
    Diagnosis { author, path, causes, is_decided, weighed }
}

/// The experiment that parts the remaining causes best for its price, of those not made yet that fit the exchange; none
/// if the cause is known or nothing would tell much. `has` says what the exchange has of what an experiment needs.
///
/// ```
/// use httpwhy_core::{Exchange, Response, diagnose};
///
/// let mut response = Response::new(403);
/// response.content = b"<hr><center>nginx/1.27.0</center>".to_vec();
/// let exchange = Exchange { response: Some(response), ..Exchange::default() };
/// let diagnosis = diagnose::diagnose(&exchange);
/// let is_get = |need| need == httpwhy_core::Need::SafeMethod;
/// let next = diagnose::next_experiment(&exchange, &diagnosis, is_get);
/// assert!(next.is_some());
/// ```
pub fn next_experiment(exchange: &Exchange, diagnosis: &Diagnosis, has: impl Fn(Need) -> bool) -> Option<Experiment> {
    /// Less than this is not worth a request to somebody else's server.
    const LEAST: f64 = 0.25;
    let is_open = |experiment: &Experiment| {
        experiment.status.iter().any(|status| status == exchange.status())
            && experiment.needs.iter().all(&has)
            && !exchange.tried.iter().any(|tried| tried.experiment == experiment.id)
    };
    if diagnosis.is_decided || diagnosis.causes.is_empty() {
        return None;
    }
    let worth = |experiment: Experiment| (tried::worth(experiment, &diagnosis.weighed), experiment);
    let open = EXPERIMENTS.iter().filter(is_open).map(worth).filter(|(worth, _)| *worth >= LEAST);
    open.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, experiment)| experiment)
}

/// The signs an exchange fires: the component's id and the sign's place in its list, from 0.
///
/// ```
/// let nothing = httpwhy_core::Exchange::default();
/// assert_eq!(httpwhy_core::diagnose::signs_fired(&nothing).len(), 0);
/// ```
pub fn signs_fired(exchange: &Exchange) -> Vec<(&'static str, usize)> {
    sign::fired(exchange).iter().filter_map(|fired| Some((fired.component().id, fired.place?))).collect()
}

/// How many times more likely the evidence makes what it speaks for. One place is one piece of evidence: of several
/// signs in it the strongest counts. Each component's log is a place of its own.
fn weight_of(evidence: &[Evidence]) -> f64 {
    let is_same = |one: &Evidence, other: &Evidence| {
        let is_one_place = match one.place {
            Place::Log => one.component.id == other.component.id || one.at == other.at,
            Place::Experiment => one.at == other.at,
            Place::Content | Place::Field | Place::Reason | Place::Request | Place::Client | Place::Time => true,
        };
        one.place == other.place && is_one_place
    };
    let is_strongest = |(at, one): &(usize, &Evidence)| {
        let mut rivals = evidence.iter().enumerate().filter(|(_, other)| is_same(one, other));
        rivals.all(|(place, other)| (other.strength, *at) <= (one.strength, place) || place == *at)
    };
    evidence.iter().enumerate().filter(is_strongest).map(|(_, one)| f64::from(one.strength.times())).product()
}
