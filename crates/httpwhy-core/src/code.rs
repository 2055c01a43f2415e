//! A status code and all that is known of it.

use crate::generated::codes;
use crate::table::{self, List, Stored, stored, tabled};
use crate::words::{Content, Level, Often, Side, Standing, Verdict};
use crate::{Cause, Citation, Class, ClassFacts};

stored! {
    /// One status code.
    ///
    /// ```
    /// let gone = httpwhy_core::Code::get(410).unwrap();
    /// assert_eq!((gone.number, gone.name), (410, "Gone"));
    /// assert!(gone.cacheable_by_default);
    /// ```
    #[derive(Debug)]
    pub struct Code stored as CodeRow {
        /// 100 to 599 for codes a response can carry, 783 and 999 for two that break the rule, 0 for no response.
        pub number: u16,
        /// The registry's name; for a code that is not registered the vendor's.
        pub name: &'static str,
        /// Whose code it is: `IANA`, `nginx`, `Cloudflare`, …
        pub by: &'static str,
        /// Former names and the phrases servers print.
        pub also_named: List<&'static str>,
        /// Where it stands with the registry.
        pub standing: Standing,
        /// The class.
        pub class: Class,
        /// One sentence that a visitor understands.
        pub summary: &'static str,
        /// What people type when they look for it.
        pub keywords: List<&'static str>,
        /// The typical use in a REST API.
        pub api_use: Option<&'static str>,
        /// Whether a response with it may have content.
        pub content: Content,
        /// Whether a cache may keep it without explicit freshness (RFC 9110, section 15.1).
        pub cacheable_by_default: bool,
        /// Whether a retry makes sense, and when.
        pub retry: Retry,
        /// Causes, most usual first.
        pub causes: List<Likely>,
        /// Fields the standard asks for.
        pub fields: List<FieldRule>,
        /// What it is taken for.
        pub confused_with: List<Confusion>,
        /// What others mean by the number.
        pub elsewhere: List<Elsewhere>,
        /// Codes worth reading next.
        pub related: List<u16>,
        /// What it means, in paragraphs.
        pub meaning: &'static str,
        /// What each of the four who ask can do.
        pub advice: Advice,
        /// What someone who sees it reads first, on the codes people see most.
        pub situation: Option<&'static str>,
        /// A real exchange, as `curl -v` prints it.
        pub example: Option<&'static str>,
        /// Where all that is written.
        pub sources: List<Citation>,
    }
}

impl Code {
    /// The code with this number, if it is in the registry or known from a vendor.
    ///
    /// ```
    /// use httpwhy_core::Code;
    /// assert_eq!(Code::get(404).unwrap().name, "Not Found");
    /// assert!(Code::get(299).is_none());
    /// assert!(Code::get(65535).is_none());
    /// ```
    #[inline]
    pub fn get(number: u16) -> Option<Code> {
        let place = *codes::PLACES.get(usize::from(number))?;
        codes::CODES.get(usize::from(place)).map(Code::read)
    }

    /// Whether the five classes of RFC 9110 have room for it: 100 to 599.
    ///
    /// ```
    /// assert!(!httpwhy_core::Code::get(999).unwrap().is_valid_on_the_wire());
    /// ```
    pub fn is_valid_on_the_wire(self) -> bool {
        (100..=599).contains(&self.number)
    }
}

/// Every code, by number.
///
/// ```
/// assert!(httpwhy_core::CODES.len() > 100);
/// assert!(httpwhy_core::CODES.iter().is_sorted_by_key(|code| code.number));
/// ```
pub const CODES: List<Code> = table::all(codes::CODES.len());

tabled!(Code in codes::CODES);
tabled!(Likely in codes::LIKELY);
tabled!(FieldRule in codes::FIELD_RULES);
tabled!(Confusion in codes::CONFUSIONS);
tabled!(Elsewhere in codes::ELSEWHERE);

/// The name of a code: one look into a table.
///
/// ```
/// assert_eq!(httpwhy_core::name(413), Some("Content Too Large"));
/// assert_eq!(httpwhy_core::name(299), None);
/// ```
#[inline]
pub fn name(number: u16) -> Option<&'static str> {
    codes::NAMES.get(usize::from(number)).copied().flatten()
}

/// Explains any number: a known code by itself, any other by its class.
///
/// ```
/// use httpwhy_core::{Explained, explain};
///
/// assert!(matches!(explain(502), Explained::Known(code) if code.name == "Bad Gateway"));
/// let Explained::ByClass { class, .. } = explain(499 + 1000) else { panic!() };
/// assert_eq!(class.word(), "none");
/// ```
pub fn explain(number: u16) -> Explained {
    match Code::get(number) {
        Some(code) => Explained::Known(code),
        None => Explained::ByClass { number, class: Class::of(number), facts: Class::of(number).facts() },
    }
}

/// What [`explain`] found.
///
/// ```
/// for number in 0..=999 {
///     match httpwhy_core::explain(number) {
///         httpwhy_core::Explained::Known(code) => assert_eq!(code.number, number),
///         httpwhy_core::Explained::ByClass { facts, .. } => assert!(!facts.unknown.is_empty()),
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Explained {
    /// A code of the registry or of a vendor.
    Known(Code),
    /// A number nobody registered.
    ByClass {
        /// The number.
        number: u16,
        /// The class it falls into.
        class: Class,
        /// What the class says of it.
        facts: ClassFacts,
    },
}

stored! {
    /// Whether sending the request again makes sense.
    ///
    /// ```
    /// assert!(httpwhy_core::Code::get(503).unwrap().retry.note.contains("Retry-After"));
    /// ```
    #[derive(Debug)]
    pub struct Retry stored as RetryRow {
        /// In one word.
        pub verdict: Verdict,
        /// When, and what first.
        pub note: &'static str,
    }
}

stored! {
    /// A cause and how often it stands behind the code.
    ///
    /// ```
    /// let first = httpwhy_core::Code::get(504).unwrap().causes.first().unwrap();
    /// assert_eq!(first.cause.id, "upstream-timeout");
    /// ```
    #[derive(Debug)]
    pub struct Likely stored as LikelyRow {
        /// The cause.
        pub cause: Cause = at,
        /// How often.
        pub often: Often,
    }
}

stored! {
    /// A field the standard asks for with a status.
    ///
    /// ```
    /// let allow = httpwhy_core::Code::get(405).unwrap().fields.first().unwrap();
    /// assert_eq!((allow.name, allow.level.word()), ("Allow", "must"));
    /// ```
    #[derive(Debug)]
    pub struct FieldRule stored as FieldRuleRow {
        /// The field's name.
        pub name: &'static str,
        /// How strongly.
        pub level: Level,
        /// On which message.
        pub on: Side,
        /// What it says.
        pub note: Option<&'static str>,
        /// Where that is written.
        pub source: Citation,
    }
}

stored! {
    /// A code this one is taken for.
    ///
    /// ```
    /// assert!(httpwhy_core::Code::get(401).unwrap().confused_with.iter().any(|other| other.number == 403));
    /// ```
    #[derive(Debug)]
    pub struct Confusion stored as ConfusionRow {
        /// The other code.
        pub number: u16,
        /// How to tell the two apart.
        pub how: &'static str,
    }
}

stored! {
    /// Another meaning of the number.
    ///
    /// ```
    /// let others = httpwhy_core::Code::get(530).unwrap().elsewhere;
    /// assert!(others.iter().any(|other| other.by == "Pantheon"));
    /// ```
    #[derive(Debug)]
    pub struct Elsewhere stored as ElsewhereRow {
        /// Whose meaning.
        pub by: &'static str,
        /// What they call it.
        pub name: &'static str,
        /// What it means there.
        pub meaning: &'static str,
        /// How to see that it is this meaning.
        pub tell: Option<&'static str>,
        /// Where that is written.
        pub source: Citation,
    }
}

stored! {
    /// What each of the four who ask can do.
    ///
    /// ```
    /// assert!(httpwhy_core::Code::get(404).unwrap().advice.visitor.is_some());
    /// ```
    #[derive(Debug)]
    pub struct Advice stored as AdviceRow {
        /// Someone at a browser.
        pub visitor: Option<&'static str>,
        /// A developer calling an API.
        pub caller: Option<&'static str>,
        /// Whoever runs the server.
        pub operator: Option<&'static str>,
        /// Whoever chooses the code.
        pub designer: Option<&'static str>,
    }
}

impl Advice {
    /// The texts there are, each with the audience it is for.
    ///
    /// ```
    /// let all = httpwhy_core::Code::get(403).unwrap().advice.each();
    /// assert_eq!(all.flatten().count(), 4);
    /// ```
    pub fn each(self) -> core::array::IntoIter<Option<(&'static str, &'static str)>, 4> {
        [
            self.visitor.map(|text| ("visitor", text)),
            self.caller.map(|text| ("caller", text)),
            self.operator.map(|text| ("operator", text)),
            self.designer.map(|text| ("designer", text)),
        ]
        .into_iter()
    }
}
