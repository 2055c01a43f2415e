//! `Location`: where to go, relative to the target (RFC 9110, section 10.2.2).

use fluent_uri::{Uri, UriRef};

/// The absolute URL a `Location` leads to, if the request's URL is known and both can be read.
///
/// ```
/// use httpwhy_capture::fields::location::resolve;
/// assert_eq!(resolve("/b", "https://example.com/a/").as_deref(), Some("https://example.com/b"));
/// assert_eq!(resolve("//other.example/", "https://example.com/").as_deref(), Some("https://other.example/"));
/// assert_eq!(resolve("/b", "/a"), None);
/// ```
pub fn resolve(location: &str, url: &str) -> Option<String> {
    let base = Uri::parse(url).ok()?;
    let reference = UriRef::parse(location).ok()?;
    reference.resolve_against(&base).ok().map(|uri| uri.to_string())
}
