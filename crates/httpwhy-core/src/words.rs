//! The enumerations of the knowledge, each with the word that files, JSON and people see.

use crate::table::stored_as_they_are;

stored_as_they_are!(Standing, Content, Verdict, Often, Level, Side, Who, Family);

/// Declares an enumeration and its words in one place.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// The word used in knowledge files and in JSON.
            ///
            /// ```
            /// assert_eq!(httpwhy_core::Code::get(200).unwrap().standing.word(), "registered");
            /// ```
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }
    };
}

words! {
    /// Where a code stands with the registry of status codes.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Code::get(499).unwrap().standing, httpwhy_core::Standing::Vendor);
    /// ```
    Standing {
        /// In the registry.
        Registered = "registered",
        /// In the registry until a date.
        Temporary = "temporary",
        /// Registered, and no longer to be used.
        Obsolete = "obsolete",
        /// The number is kept free on purpose.
        Reserved = "reserved",
        /// Not registered; a vendor or a tool uses it.
        Vendor = "vendor",
    }
}

words! {
    /// Whether a response with this status may have content (RFC 9110, section 6.4.1).
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Code::get(204).unwrap().content, httpwhy_core::Content::Forbidden);
    /// ```
    Content {
        /// It may.
        Allowed = "allowed",
        /// It must not.
        Forbidden = "forbidden",
    }
}

words! {
    /// Whether sending the same request again makes sense.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Code::get(429).unwrap().retry.verdict.word(), "after-delay");
    /// ```
    Verdict {
        /// It will not help.
        No = "no",
        /// Only after something was changed: the request, the rights, the server.
        AfterChange = "after-change",
        /// After a wait; `Retry-After` states it where the server sends one.
        AfterDelay = "after-delay",
        /// Only a request whose repetition has the same effect (RFC 9110, section 9.2.2).
        IdempotentOnly = "idempotent-only",
        /// At once.
        Yes = "yes",
        /// There is nothing to retry.
        NotApplicable = "not-applicable",
        /// Depends on what is not known here.
        Unknown = "unknown",
    }
}

words! {
    /// How often a cause stands behind a code, in words: nobody has honest percentages.
    ///
    /// ```
    /// use httpwhy_core::Often;
    /// assert!(Often::Usual < Often::Rare);
    /// ```
    Often {
        /// Look here first.
        Usual = "usual",
        /// Many sites, every day.
        Common = "common",
        /// Now and then.
        Occasional = "occasional",
        /// Possible.
        Rare = "rare",
    }
}

words! {
    /// How strongly the standard asks for a field (RFC 2119).
    ///
    /// ```
    /// let unauthorized = httpwhy_core::Code::get(401).unwrap();
    /// assert_eq!(unauthorized.fields.first().unwrap().level, httpwhy_core::Level::Must);
    /// ```
    Level {
        /// MUST.
        Must = "must",
        /// SHOULD.
        Should = "should",
        /// MAY.
        May = "may",
        /// MUST NOT.
        MustNot = "must-not",
    }
}

words! {
    /// The message a field stands on.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Side::Request.word(), "request");
    /// ```
    Side {
        /// The response.
        Response = "response",
        /// The request.
        Request = "request",
    }
}

words! {
    /// Who must act before the failure goes away.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Cause::get("upstream-down").unwrap().who_must_act, httpwhy_core::Who::Owner);
    /// ```
    Who {
        /// The person at the browser.
        Visitor = "visitor",
        /// The developer or operator of the client, or of the client's network.
        Caller = "caller",
        /// The owner of the site.
        Owner = "owner",
        /// The provider the site runs on.
        Provider = "provider",
        /// Nobody: it is as it should be, or passes by itself.
        Nobody = "nobody",
        /// Cannot be told from the cause alone.
        Unknown = "unknown",
    }
}

words! {
    /// The part of the exchange a cause belongs to.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Cause::get("out-of-memory").unwrap().family, httpwhy_core::Family::App);
    /// ```
    Family {
        /// The application and what it needs.
        App = "app",
        /// Between a gateway and the server behind it.
        Upstream = "upstream",
        /// Credentials.
        Auth = "auth",
        /// Rules about who may have what.
        Access = "access",
        /// The request itself.
        Request = "request",
        /// Limits of rate, quota or size.
        Limit = "limit",
        /// A CDN or other edge.
        Edge = "edge",
        /// The client's network or the way to the server.
        Network = "network",
        /// Redirection.
        Redirect = "redirect",
        /// The hosting platform.
        Platform = "platform",
        /// The state of the resource.
        State = "state",
    }
}
