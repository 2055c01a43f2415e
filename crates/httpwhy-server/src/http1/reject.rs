//! Why a request was not understood: the rule it breaks, and where that is written.

use httpwhy_core::Code;
use serde_json::json;

use crate::marked;
use crate::plan::Plan;

/// A rule that was broken. The answer names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reject {
    /// The status.
    pub status: u16,
    /// A sentence.
    pub rule: &'static str,
    /// Where it is written.
    pub source: &'static str,
}

impl Reject {
    pub const fn new(status: u16, rule: &'static str, source: &'static str) -> Reject {
        Reject { status, rule, source }
    }

    /// Framing is lost, or nobody knows what follows: the connection ends.
    pub fn plan(self) -> Plan {
        let title = Code::get(self.status).map_or("", |code| code.name);
        let problem = json!({
            "type": format!("/{}", self.status),
            "title": title,
            "status": self.status,
            "detail": self.rule,
            "source": self.source,
        });
        Plan::new(self.status)
            .field(marked::NAME, format!("provoked; code={}; source=\"{}\"", self.status, self.source))
            .field("Cache-Control", "no-store")
            .content("application/problem+json", format!("{problem:#}\n"))
            .close()
    }
}

pub const TLS: Reject =
    Reject::new(400, "This is TLS, and this port speaks plain HTTP: use http:// or the TLS port.", "RFC 9112, 9.7");
pub const TARGET_TOO_LONG: Reject =
    Reject::new(414, "The request target is longer than this server reads.", "RFC 9110, 15.5.15");
pub const HEAD_TOO_LARGE: Reject =
    Reject::new(431, "The fields of the request are larger, taken together, than this server reads.", "RFC 6585, 5");
pub const TOO_MANY_FIELDS: Reject = Reject::new(431, "The request has more than 100 field lines.", "RFC 6585, 5");
pub const NO_TARGET: Reject = Reject::new(
    400,
    "The request line must be a method, a target and a version, with one space between them.",
    "RFC 9112, 3",
);
pub const NO_VERSION: Reject =
    Reject::new(400, "The request line ends without a version: HTTP/0.9 is not served.", "RFC 9112, 3");
pub const SPACE_IN_LINE: Reject =
    Reject::new(400, "The request line has more spaces than two: a space in a target is written %20.", "RFC 9112, 3.2");
pub const BAD_METHOD: Reject =
    Reject::new(400, "The method must be a token: letters, digits, and a few signs, 64 at most.", "RFC 9110, 9.1");
pub const BAD_TARGET: Reject =
    Reject::new(400, "The target holds a character that must be percent-encoded.", "RFC 9112, 3.2");
pub const BAD_FORM: Reject =
    Reject::new(400, "The target must begin with / or be a whole http(s) URL.", "RFC 9112, 3.2");
pub const BAD_ESCAPE: Reject =
    Reject::new(400, "A % in the target must be followed by two hexadecimal digits.", "RFC 3986, 2.1");
pub const FRAGMENT: Reject =
    Reject::new(400, "The fragment of a URL (#…) stays with the client and is not sent.", "RFC 9110, 7.1");
pub const ASTERISK: Reject = Reject::new(400, "The target * is for OPTIONS alone.", "RFC 9112, 3.2.4");
pub const CONNECT: Reject =
    Reject::new(501, "CONNECT asks for a tunnel, and this server is no proxy.", "RFC 9110, 9.3.6");
pub const BAD_VERSION: Reject = Reject::new(
    400,
    "The version must be written HTTP/1.1, in capitals, with one digit on each side of the point.",
    "RFC 9112, 2.3",
);
pub const OTHER_VERSION: Reject = Reject::new(
    505,
    "This server speaks HTTP/1.0, HTTP/1.1 and HTTP/2; HTTP/2 begins with its own preface, not with a request line.",
    "RFC 9110, 15.6.6",
);
pub const NO_HOST: Reject = Reject::new(400, "A request by HTTP/1.1 must have a Host field.", "RFC 9112, 3.2");
pub const TWO_HOSTS: Reject = Reject::new(400, "A request must have one Host field, not several.", "RFC 9112, 3.2");
pub const BAD_HOST: Reject =
    Reject::new(400, "The Host field must be a host and perhaps a port, nothing else.", "RFC 9110, 7.2");
pub const BOTH_LENGTHS: Reject = Reject::new(
    400,
    "Content-Length and Transfer-Encoding exclude each other: readers could disagree about where the content ends.",
    "RFC 9112, 6.3",
);
pub const TWO_LENGTHS: Reject = Reject::new(400, "Content-Length stands more than once.", "RFC 9110, 8.6");
pub const BAD_LENGTH: Reject =
    Reject::new(400, "Content-Length must be one number of bytes, in digits.", "RFC 9110, 8.6");
pub const CODED_1_0: Reject =
    Reject::new(400, "HTTP/1.0 has no Transfer-Encoding, so the end of the content cannot be known.", "RFC 9112, 6.1");
pub const CHUNKED_NOT_LAST: Reject = Reject::new(
    400,
    "chunked must be the last transfer coding, otherwise the end of the content cannot be known.",
    "RFC 9112, 6.3",
);
pub const CHUNKED_TWICE: Reject = Reject::new(400, "chunked must not be applied more than once.", "RFC 9112, 6.1");
pub const UNKNOWN_CODING: Reject =
    Reject::new(501, "This server knows no transfer coding but chunked.", "RFC 9112, 6.1");
pub const EXPECTATION: Reject =
    Reject::new(417, "The only expectation this server can meet is 100-continue.", "RFC 9110, 10.1.1");
pub const FOLDED: Reject =
    Reject::new(400, "A field line begins with a space: folded lines are no longer allowed.", "RFC 9112, 5.2");
pub const NO_COLON: Reject = Reject::new(400, "A field line has no colon.", "RFC 9112, 5");
pub const NO_NAME: Reject = Reject::new(400, "A field line has no name before the colon.", "RFC 9112, 5");
pub const SPACE_BEFORE_COLON: Reject =
    Reject::new(400, "A field line has a space in its name or before the colon.", "RFC 9112, 5.1");
pub const BAD_NAME: Reject = Reject::new(400, "A field name holds a character that is not allowed.", "RFC 9110, 5.1");
pub const BARE_CR: Reject =
    Reject::new(400, "A field value holds a carriage return that does not end the line.", "RFC 9112, 2.2");
pub const BAD_VALUE: Reject = Reject::new(400, "A field value holds a control character.", "RFC 9110, 5.5");
pub const BAD_FIELDS: Reject = Reject::new(400, "The field lines cannot be read.", "RFC 9112, 5");
pub const TOO_LARGE: Reject = Reject::new(413, "The content is larger than this resource takes.", "RFC 9110, 15.5.14");
pub const STALLED: Reject =
    Reject::new(408, "The content did not come in the time this server waits.", "RFC 9110, 15.5.9");
pub const CHUNK_SIZE: Reject =
    Reject::new(400, "A chunk must begin with its size in hexadecimal digits, eight at most.", "RFC 9112, 7.1");
pub const CHUNK_LINE: Reject = Reject::new(400, "The size of a chunk must end with CR LF.", "RFC 9112, 7.1");
pub const CHUNK_END: Reject = Reject::new(400, "A chunk is longer or shorter than its size says.", "RFC 9112, 7.1");
pub const TRAILER: Reject = Reject::new(400, "A trailer field cannot be read.", "RFC 9112, 7.1.2");
pub const TRAILERS: Reject = Reject::new(431, "The trailer fields are larger than this server reads.", "RFC 6585, 5");
pub const HEAD_STALLED: Reject =
    Reject::new(408, "The head of the request did not come in the time this server waits.", "RFC 9110, 15.5.9");
