//! Where a fact is written.

use core::fmt;

use crate::generated::sources;
use crate::table::{self, List, stored, tabled};

stored! {
    /// A document facts are taken from.
    ///
    /// ```
    /// let rfc = httpwhy_core::SOURCES.iter().find(|source| source.id == "rfc9110").unwrap();
    /// assert_eq!(rfc.title, "RFC 9110: HTTP Semantics");
    /// ```
    #[derive(Debug)]
    pub struct Source stored as SourceRow {
        /// The name other files use.
        pub id: &'static str,
        /// The title.
        pub title: &'static str,
        /// The address.
        pub url: &'static str,
        /// The address of a section; `{}` stands for its number.
        pub section_url: Option<&'static str>,
        /// What is taken from it.
        pub relied_on_for: &'static str,
        /// The day it was read, or the copy that was read was made (RFC 3339 date).
        pub read: &'static str,
    }
}

/// Every source, by id.
///
/// ```
/// assert!(httpwhy_core::SOURCES.iter().is_sorted_by_key(|source| source.id));
/// ```
pub const SOURCES: List<Source> = table::all(sources::SOURCES.len());

tabled!(Source in sources::SOURCES);
tabled!(Citation in sources::CITATIONS);

stored! {
    /// A place in a source.
    ///
    /// ```
    /// let place = httpwhy_core::Code::get(404).unwrap().sources.first().unwrap();
    /// assert_eq!(place.section, "15.5.5");
    /// assert_eq!(format!("{}", place.url()), "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5");
    /// ```
    #[derive(Debug)]
    pub struct Citation stored as CitationRow {
        /// The document.
        pub source: Source = at,
        /// The section, directive or heading; empty for the whole document.
        pub section: &'static str,
    }
}

impl Citation {
    /// The address, of the section where the source has addresses for sections.
    ///
    /// ```
    /// let place = httpwhy_core::Code::get(404).unwrap().sources.first().unwrap();
    /// assert!(place.url().to_string().ends_with("#section-15.5.5"));
    /// ```
    pub fn url(self) -> impl fmt::Display {
        Url(self)
    }
}

struct Url(Citation);

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Citation { source, section } = self.0;
        match source.section_url.and_then(|pattern| pattern.split_once("{}")).filter(|_| !section.is_empty()) {
            Some((before, after)) => write!(f, "{before}{section}{after}"),
            None => f.write_str(source.url),
        }
    }
}
