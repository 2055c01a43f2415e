//! Redirects, followed as clients do, as long as nothing may be changed twice.

use fluent_uri::{Uri as Parsed, UriRef};
use http::{Method, Uri};
use httpwhy_core::{MethodFate, REDIRECTS};

use crate::answer::Answer;
use crate::exchange::ask;
use crate::question::{Question, is_safe};

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
pub fn leads_to(question: &Question, answer: &Answer) -> Option<Question> {
    let response = answer.exchange.response.as_ref()?;
    let location = response.field("location")?;
    let fate = REDIRECTS.fate(response.status, question.method.as_str())?;
    let method = match fate {
        MethodFate::Kept => question.method.clone(),
        MethodFate::MayBecomeGet if question.method == Method::HEAD => Method::HEAD,
        MethodFate::BecomesGet | MethodFate::MayBecomeGet => Method::GET,
        MethodFate::NotFollowed => return None,
    };
    if !is_safe(&method) {
        return None;
    }
    let url = resolved(&question.url, location)?;
    let is_same_origin = url.scheme() == question.url.scheme() && url.authority() == question.url.authority();
    let next = Question { method, url, content: None, connect_to: None, ..question.clone() };
    let next = next.without(&["content-type", "content-length"]);
    Some(if is_same_origin { next } else { next.without(&["host"]).without_credentials() })
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
    use std::path::PathBuf;

    use httpwhy_core::{Exchange, Fields, Response};

    use super::*;
    use crate::answer::Phases;

    /// The next question after a redirect of this status.
    fn next(question: &Question, status: u16, location: &str) -> Option<Question> {
        let mut fields = Fields::default();
        fields.add("Location", location);
        let response = Response { fields: Some(fields), ..Response::new(status) };
        let answer = Answer {
            exchange: Exchange { response: Some(response), ..Exchange::default() },
            phases: Phases::default(),
            attempts: Vec::new(),
            has_two_families: false,
            stopped: None,
            proxy: None,
            certificate: None,
            distrust: None,
        };
        leads_to(question, &answer)
    }

    #[test]
    fn credentials_stay_with_their_origin() {
        let mut question = Question::get("https://a.example/x".parse().unwrap());
        question.fields = vec![("X-Api-Key".into(), "k".into()), ("Accept".into(), "*/*".into())];
        question.trust.identity = Some((PathBuf::from("cert.pem"), PathBuf::from("key.pem")));
        let same = next(&question, 302, "/y").unwrap();
        assert!(same.field("x-api-key").is_some() && same.trust.identity.is_some());
        for elsewhere in ["https://b.example/y", "http://a.example/y", "https://a.example:8443/y"] {
            let next = next(&question, 302, elsewhere).unwrap();
            assert!(next.field("x-api-key").is_none() && next.trust.identity.is_none(), "{elsewhere}");
            assert!(next.field("accept").is_some());
        }
    }

    #[test]
    fn what_may_change_something_is_not_sent_again() {
        let question = Question {
            method: Method::POST,
            content: Some(b"x".to_vec()),
            ..Question::get("https://a.example/x".parse().unwrap())
        };
        assert!(next(&question, 307, "/y").is_none() && next(&question, 308, "/y").is_none());
        let get = next(&question, 303, "/y").unwrap();
        assert!(get.method == Method::GET && get.content.is_none());
    }

    #[test]
    fn a_location_is_relative_to_what_was_asked() {
        let base: Uri = "https://a.example/x/y?z".parse().unwrap();
        assert_eq!(resolved(&base, "../w").unwrap(), "https://a.example/w");
        assert_eq!(resolved(&base, "//b.example/c#d").unwrap(), "https://b.example/c");
        assert!(resolved(&base, "ftp://b.example/").is_none() && resolved(&base, "ht tp:").is_none());
    }
}
