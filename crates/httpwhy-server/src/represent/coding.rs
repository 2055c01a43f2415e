//! How content is compressed: by `Accept-Encoding` (RFC 9110, 12.5.3).

use super::accept::{Wish, wishes};
use crate::request::Request;

/// What content can go through before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coding {
    /// Brotli (RFC 7932).
    #[cfg(feature = "brotli")]
    Brotli,
    /// gzip (RFC 1952).
    Gzip,
    /// None.
    Identity,
}

/// The smallest first. Zstandard is not among them: the encoder there is in Rust makes a page a third larger than gzip.
const CODINGS: &[Coding] = &[
    #[cfg(feature = "brotli")]
    Coding::Brotli,
    Coding::Gzip,
    Coding::Identity,
];

/// Shorter content is not worth the bytes that say how it was compressed.
const FEWEST_BYTES: usize = 256;

impl Coding {
    /// The name in `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            #[cfg(feature = "brotli")]
            Coding::Brotli => "br",
            Coding::Gzip => "gzip",
            Coding::Identity => "identity",
        }
    }
}

/// Whether a smaller form of this content exists at all: pictures and fonts are compressed already.
pub fn is_compressible(media_type: &str, length: usize) -> bool {
    let kind = media_type.split(';').next().unwrap_or_default();
    let is_text = kind.starts_with("text/") || ["json", "xml", "javascript"].iter().any(|end| kind.ends_with(end));
    is_text && length >= FEWEST_BYTES
}

/// The coding this client wants most; of those it wants as much, the smallest. None if it takes no form at all, which
/// only `identity;q=0` or `*;q=0` can say.
pub fn coding(request: &Request, is_compressible: bool) -> Option<Coding> {
    let wishes: Vec<Wish> = wishes(request.fields.all("accept-encoding")).collect();
    let offered = CODINGS.iter().copied().filter(|coding| is_compressible || *coding == Coding::Identity);
    // Of equal weights `max_by_key` takes the last.
    let best = offered.rev().map(|coding| (weight(coding, &wishes), coding)).max_by_key(|(weight, _)| *weight);
    let smaller = best.filter(|(weight, _)| *weight > 0).map(|(_, coding)| coding);
    // Content too small to be worth it is compressed for a client that takes nothing else.
    smaller.or_else(|| if is_compressible { None } else { coding(request, true) })
}

fn weight(coding: Coding, wishes: &[Wish]) -> u16 {
    let of = |name: &str| wishes.iter().find(|wish| wish.what.eq_ignore_ascii_case(name)).map(|wish| wish.weight);
    let alias = || (coding == Coding::Gzip).then(|| of("x-gzip")).flatten();
    let named = of(coding.name()).or_else(alias).or_else(|| of("*"));
    // Content as it is, is acceptable unless it is excluded, and any coding that is named is better.
    named.unwrap_or(if coding == Coding::Identity { 1 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(accept: &str) -> Option<Coding> {
        coding(&Request::get("/").with("Accept-Encoding", accept), true)
    }

    #[test]
    fn the_smallest_of_what_is_wanted_most() {
        assert_eq!(of("gzip, deflate, br, zstd"), Some(CODINGS[0]));
        assert_eq!(of("gzip, br;q=0.5"), Some(Coding::Gzip));
        assert_eq!(of("x-gzip"), Some(Coding::Gzip));
        assert_eq!(of("*"), Some(CODINGS[0]));
        assert_eq!(of("deflate"), Some(Coding::Identity));
        assert_eq!(of("gzip;q=0.1"), Some(Coding::Gzip));
        assert_eq!(of("gzip;q=0.5, identity"), Some(Coding::Identity));
    }

    #[test]
    fn a_client_that_does_not_ask_gets_content_as_it_is() {
        assert_eq!(coding(&Request::get("/"), true), Some(Coding::Identity));
        assert_eq!(of(""), Some(Coding::Identity));
    }

    #[test]
    fn identity_can_be_excluded() {
        assert_eq!(of("identity;q=0"), None);
        assert_eq!(of("*;q=0"), None);
        assert_eq!(of("identity;q=0, gzip;q=0.3"), Some(Coding::Gzip));
        assert_eq!(coding(&Request::get("/").with("Accept-Encoding", "gzip, identity;q=0"), false), Some(Coding::Gzip));
    }

    #[test]
    fn pictures_and_short_texts_are_left_alone() {
        assert!(is_compressible("application/problem+json", 300));
        assert!(is_compressible("image/svg+xml; charset=utf-8", 300));
        assert!(!is_compressible("image/png", 300) && !is_compressible("text/css", 200));
    }
}
