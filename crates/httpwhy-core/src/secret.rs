//! Which names are those of secrets: the one list for redaction, for reasoning, and for what redirects may carry.

use alloc::borrow::ToOwned;
use alloc::string::String;

/// A name with one of these in it names a secret.
const PARTS: [&str; 14] = [
    "token",
    "secret",
    "signature",
    "passw",
    "passphrase",
    "credential",
    "assertion",
    "saml",
    "jwt",
    "session",
    "apikey",
    "api_key",
    "api-key",
    "otp",
];
/// So does one of these as a whole.
const WHOLE: [&str; 12] =
    ["key", "sig", "pwd", "pass", "auth", "code", "sid", "ticket", "pin", "access_key", "private-key", "x-auth"];

/// Whether a parameter, a field or a member of this name holds a secret.
///
/// ```
/// use httpwhy_core::names_a_secret;
/// assert!(names_a_secret("X-Api-Key") && names_a_secret("access%5Ftoken"));
/// assert!(!names_a_secret("Accept") && !names_a_secret("page"));
/// ```
pub fn names_a_secret(name: &str) -> bool {
    let name = percent_decoded(name).to_ascii_lowercase();
    PARTS.iter().any(|part| name.contains(part))
        || WHOLE.contains(&name.as_str())
        || name.ends_with("_key")
        || name.ends_with("-key")
}

/// Whether a request field of this name carries credentials.
///
/// ```
/// use httpwhy_core::carries_credentials;
/// assert!(carries_credentials("Authorization") && carries_credentials("cookie") && carries_credentials("X-Api-Key"));
/// assert!(!carries_credentials("Host"));
/// ```
pub fn carries_credentials(name: &str) -> bool {
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    is("authorization") || is("proxy-authorization") || is("cookie") || names_a_secret(name)
}

fn percent_decoded(name: &str) -> String {
    let mut pieces = name.split('%');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(char::from(byte));
                out.push_str(&piece[2..]);
            }
            None => out.push_str(piece),
        }
    }
    out
}
