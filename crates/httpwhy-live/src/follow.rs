//! Redirects, followed as clients do, as long as nothing may be changed twice.

use fluent_uri::{Uri as Parsed, UriRef};
use http::{Method, Uri};
use httpwhy_core::{MethodFate, REDIRECTS};

use crate::answer::Answer;
use crate::exchange::ask;
use crate::question::Question;

/// As many redirects are followed.
const MOST: usize = 10;

/// Asks, and follows redirects. The question that counts and its answer stand last.
pub async fn follow(question: Question, asked: impl Fn(&Question)) -> Vec<(Question, Answer)> {
    let mut hops = Vec::new();
    let mut next = Some(question);
    while let Some(question) = next {
        asked(&question);
        let answer = ask(&question).await;
        next = if hops.len() < MOST { leads_to(&question, &answer) } else { None };
        hops.push((question, answer));
    }
    hops
}

/// The next question, if the response is a redirect that can be followed without changing anything.
fn leads_to(question: &Question, answer: &Answer) -> Option<Question> {
    let response = answer.exchange.response.as_ref()?;
    let location = response.field("location")?;
    let fate = REDIRECTS.fate(response.status, question.method.as_str())?;
    let method = match fate {
        MethodFate::Kept => question.method.clone(),
        MethodFate::MayBecomeGet if question.method == Method::HEAD => Method::HEAD,
        MethodFate::BecomesGet | MethodFate::MayBecomeGet => Method::GET,
        MethodFate::NotFollowed => return None,
    };
    if !(method == Method::GET || method == Method::HEAD || method == Method::OPTIONS) {
        return None;
    }
    let url = resolved(&question.url, location)?;
    let is_same_origin = url.scheme() == question.url.scheme() && url.authority() == question.url.authority();
    let next = Question { method, url, content: None, connect_to: None, ..question.clone() };
    let next = next.without(&["content-type", "content-length"]);
    Some(if is_same_origin { next } else { next.without(&["authorization", "cookie", "host", "proxy-authorization"]) })
}

/// A `Location` is relative to the URL that was asked (RFC 9110, 10.2.2).
pub fn resolved(base: &Uri, location: &str) -> Option<Uri> {
    let base = Parsed::parse(base.to_string()).ok()?;
    let reference = UriRef::parse(location.trim()).ok()?;
    let resolved = reference.resolve_against(&base).ok()?;
    let uri: Uri = resolved.as_str().split('#').next()?.parse().ok()?;
    matches!(uri.scheme_str(), Some("http" | "https")).then_some(uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_relative_to_what_was_asked() {
        let base: Uri = "https://a.example/x/y?z".parse().unwrap();
        assert_eq!(resolved(&base, "../w").unwrap(), "https://a.example/w");
        assert_eq!(resolved(&base, "//b.example/c#d").unwrap(), "https://b.example/c");
        assert!(resolved(&base, "ftp://b.example/").is_none() && resolved(&base, "ht tp:").is_none());
    }
}
