//! A component: a server, proxy, CDN, platform or framework that may have answered, and how to know.

use crate::generated::components;
use crate::table::{self, List, stored, stored_as_they_are, tabled};
use crate::{Cause, Citation};

stored_as_they_are!(Layer, Shows, Strength);

/// Where a component stands between client and application, from the client inwards.
///
/// ```
/// use httpwhy_core::Layer;
/// assert!(Layer::Edge < Layer::Proxy && Layer::Proxy < Layer::App);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// What a standard says of any response, whoever wrote it.
    Standard,
    /// A CDN.
    Edge,
    /// A web application firewall.
    Waf,
    /// A load balancer.
    Balancer,
    /// An API gateway.
    Gateway,
    /// A proxy or web server.
    Proxy,
    /// An object store.
    Storage,
    /// What runs the application.
    Runtime,
    /// The application's framework.
    App,
    /// What the application asks: a database, a cache, a queue, a resolver.
    Service,
    /// What all of them run on.
    Host,
}

/// What a sign shows.
///
/// ```
/// let nginx = httpwhy_core::Component::get("nginx").unwrap();
/// assert!(nginx.signs.iter().any(|sign| sign.shows == httpwhy_core::Shows::Answered));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// It wrote the response.
    Answered,
    /// It passed the response on, or no more is known.
    OnPath,
    /// A cause, and that it wrote the response.
    Cause,
}

/// How sure a sign makes us, in four steps: 3, 7, 13 and 20 decibans.
///
/// ```
/// use httpwhy_core::Strength;
/// assert_eq!((Strength::Weak.times(), Strength::Proof.times()), (2, 100));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Twice as likely.
    Weak,
    /// Five times.
    Moderate,
    /// Twenty times.
    Strong,
    /// A hundred times.
    Proof,
}

impl Strength {
    /// How many times more likely it makes what it shows.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Strength::Strong.times(), 20);
    /// ```
    pub const fn times(self) -> u32 {
        match self {
            Strength::Weak => 2,
            Strength::Moderate => 5,
            Strength::Strong => 20,
            Strength::Proof => 100,
        }
    }
}

stored! {
    /// One component.
    ///
    /// ```
    /// let nginx = httpwhy_core::Component::get("nginx").unwrap();
    /// assert_eq!((nginx.name, nginx.layer), ("nginx", httpwhy_core::Layer::Proxy));
    /// ```
    #[derive(Debug)]
    pub struct Component stored as ComponentRow {
        /// Stable.
        pub id: &'static str,
        /// As people know it.
        pub name: &'static str,
        /// Where it stands.
        pub layer: Layer,
        /// Where its logs are, and what a missing line means.
        pub logs: Option<&'static str>,
        /// How to make them say more.
        pub louder: Option<&'static str>,
        /// How to know it by an exchange.
        pub signs: List<Sign>,
        /// What its log lines say.
        pub log_signs: List<Sign>,
        /// What stands behind the answers it writes itself.
        pub answers: List<Answers>,
        /// After which times it gives up.
        pub timers: List<Timer>,
        /// Where that is written.
        pub sources: List<Citation>,
    }
}

impl Component {
    /// The component with this id.
    ///
    /// ```
    /// assert!(httpwhy_core::Component::get("apache").is_some());
    /// assert!(httpwhy_core::Component::get("abacus").is_none());
    /// ```
    pub fn get(id: &str) -> Option<Component> {
        COMPONENTS.iter().find(|component| component.id == id)
    }
}

#[cfg(feature = "alloc")]
impl Component {
    /// The signs of its log lines that speak first for a cause, with this status.
    ///
    /// ```
    /// let nginx = httpwhy_core::Component::get("nginx").unwrap();
    /// let cause = httpwhy_core::Cause::get("directory-listing-disabled").unwrap();
    /// assert!(nginx.log_signs_for(cause, 403).any(|sign| sign.log.iter().any(|piece| piece.contains("directory index"))));
    /// ```
    pub fn log_signs_for(self, cause: Cause, status: u16) -> impl Iterator<Item = Sign> {
        let fits = move |row: &SignRow| {
            let is_status = row.status.is_empty() || row.status.iter().any(|known| known == status);
            is_status && !row.log.is_empty() && row.cause.option::<Cause>().is_some_and(|named| named.id == cause.id)
        };
        self.log_signs.fitting(fits).map(|(_, sign)| sign)
    }
}

/// Every component, by id.
///
/// ```
/// assert!(httpwhy_core::COMPONENTS.len() > 50);
/// ```
pub const COMPONENTS: List<Component> = table::all(components::COMPONENTS.len());

stored! {
    /// Something to look for, and what it says. All conditions that are set must hold.
    ///
    /// ```
    /// let nginx = httpwhy_core::Component::get("nginx").unwrap();
    /// assert!(nginx.signs.iter().all(|sign| !sign.source.source.url.is_empty()));
    /// ```
    #[derive(Debug)]
    pub struct Sign stored as SignRow {
        /// What it shows.
        pub shows: Shows,
        /// The cause it speaks for.
        pub cause: Option<Cause> = at_option,
        /// Places of other causes it speaks for just as much.
        pub also: List<u16>,
        /// Places of causes it speaks against.
        pub against: List<u16>,
        /// The status is one of these.
        pub status: List<u16>,
        /// The method is one of these.
        pub methods: List<&'static str>,
        /// A response field that is there.
        pub field: Option<&'static str>,
        /// It begins with this.
        pub begins: Option<&'static str>,
        /// It has this in it.
        pub has: Option<&'static str>,
        /// It is this.
        pub is: Option<&'static str>,
        /// A response field that is not there.
        pub no_field: Option<&'static str>,
        /// A request field that is there.
        pub request_field: Option<&'static str>,
        /// A request field that is not there.
        pub no_request_field: Option<&'static str>,
        /// The name of a `Set-Cookie` begins with this.
        pub cookie: Option<&'static str>,
        /// The reason phrase.
        pub reason: Option<&'static str>,
        /// Pieces of the content.
        pub body: List<&'static str>,
        /// Pieces that the content does not have.
        pub no_body: List<&'static str>,
        /// The whole content.
        pub body_is: Option<&'static str>,
        /// There is no content.
        pub is_without_content: bool,
        /// A fact that is computed.
        pub fact: Option<&'static str>,
        /// curl ended with one of these.
        pub curl_exit: List<u16>,
        /// Pieces of what the client said of a failure.
        pub says: List<&'static str>,
        /// Pieces of one log line.
        pub log: List<&'static str>,
        /// That line says how things were from then on; it may stand any time before the request.
        pub is_lasting: bool,
        /// The error log in which no line is about the request.
        pub silent: Option<&'static str>,
        /// How sure it makes us.
        pub strength: Strength,
        /// Where that is written.
        pub source: Citation,
    }
}

stored! {
    /// A time after which a component gives up by default.
    ///
    /// ```
    /// let nginx = httpwhy_core::Component::get("nginx").unwrap();
    /// assert!(nginx.timers.iter().any(|timer| timer.setting == "proxy_read_timeout" && timer.millis == 60_000));
    /// ```
    #[derive(Debug)]
    pub struct Timer stored as TimerRow {
        /// What it is called.
        pub setting: &'static str,
        /// How long it waits, in milliseconds, if nobody changed it.
        pub millis: u32,
        /// The status it answers with then.
        pub status: u16,
        /// Why.
        pub cause: Cause = at,
        /// Where that is written.
        pub source: Citation,
    }
}

stored! {
    /// What stands behind a status that a component wrote itself.
    ///
    /// ```
    /// let nginx = httpwhy_core::Component::get("nginx").unwrap();
    /// let refused = nginx.answers.iter().find(|answers| answers.status == 502).unwrap();
    /// assert!(refused.causes.iter().any(|prior| prior.cause.id == "upstream-down"));
    /// ```
    #[derive(Debug)]
    pub struct Answers stored as AnswersRow {
        /// The status.
        pub status: u16,
        /// Its causes, by id.
        pub causes: List<Prior>,
    }
}

stored! {
    /// A cause and its weight before any sign.
    ///
    /// ```
    /// let nginx = httpwhy_core::Component::get("nginx").unwrap();
    /// assert!(nginx.answers.iter().flat_map(|answers| answers.causes).all(|prior| prior.weight > 0));
    /// ```
    #[derive(Debug)]
    pub struct Prior stored as PriorRow {
        /// The cause.
        pub cause: Cause = at,
        /// Relative to the others of the same answer.
        pub weight: u16,
    }
}

stored! {
    /// A response that a component wrote, or lines it logged, and what must come out of it.
    ///
    /// ```
    /// assert!(httpwhy_core::EXAMPLES.len() > 100);
    /// ```
    #[derive(Debug)]
    pub struct Example stored as ExampleRow {
        /// The component whose file has it.
        pub component: &'static str,
        /// Whether it is log lines.
        pub is_log: bool,
        /// `answered=nginx cause=upstream-down`.
        pub expected: &'static str,
        /// The response, perhaps after its request; or the lines.
        pub text: &'static str,
    }
}

/// Every example, by component.
///
/// ```
/// assert!(httpwhy_core::EXAMPLES.iter().all(|example| !example.text.is_empty()));
/// ```
pub const EXAMPLES: List<Example> = table::all(components::EXAMPLES.len());

tabled!(Component in components::COMPONENTS);
tabled!(Sign in components::SIGNS);
tabled!(Answers in components::ANSWERS);
tabled!(Prior in components::PRIORS);
tabled!(Example in components::EXAMPLES);
tabled!(Timer in components::TIMERS);
