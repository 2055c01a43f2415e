//! `/digest-auth/QOP/USER/PASSWORD/ALGORITHM`: the Digest scheme (RFC 7616).

use std::collections::HashMap;
use std::time::Duration;

use ring::hmac;
use ring::rand::SystemRandom;

use crate::endpoints::ask::{Answered, Ask, Checked};
use crate::endpoints::hex;
use crate::endpoints::provoked::provoked;
use crate::plan::Plan;

use super::challenge::parameters;
use super::{credentials, is_same, welcome};

const REALM: &str = "httpwhy";
/// How long a nonce is good for, unless `?nonce=` says otherwise.
const LIFE: Duration = Duration::from_secs(60);

/// What nonces are signed with; a new one for each start.
pub struct Secret(hmac::Key);

impl Default for Secret {
    fn default() -> Secret {
        let random = hmac::Key::generate(hmac::HMAC_SHA256, &SystemRandom::new());
        // Without random numbers nonces can be forged; they guard nothing here.
        Secret(random.unwrap_or_else(|_| hmac::Key::new(hmac::HMAC_SHA256, REALM.as_bytes())))
    }
}

impl Secret {
    /// `milliseconds since the start.signature`: so a nonce says itself how old it is, and none need be kept.
    fn nonce(&self, age: Duration) -> String {
        let issued = age.as_millis().to_string();
        format!("{issued}.{}", hex(hmac::sign(&self.0, issued.as_bytes()).as_ref()))
    }

    /// When this nonce was made, if we made it.
    fn issued(&self, nonce: &str) -> Option<Duration> {
        let issued = Duration::from_millis(nonce.split_once('.')?.0.parse().ok()?);
        is_same(nonce, &self.nonce(issued)).then_some(issued)
    }
}

/// How a hash is named and made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Md5,
    Sha256,
    Sha512_256,
}

impl Algorithm {
    fn hash(self, text: &[u8]) -> String {
        match self {
            Algorithm::Md5 => format!("{:x}", md5::compute(text)),
            Algorithm::Sha256 => hex(ring::digest::digest(&ring::digest::SHA256, text).as_ref()),
            Algorithm::Sha512_256 => hex(ring::digest::digest(&ring::digest::SHA512_256, text).as_ref()),
        }
    }
}

/// What the path asks for.
struct Scheme<'a> {
    realm: &'a str,
    qop: &'a str,
    user: &'a str,
    password: &'a str,
    algorithm: Algorithm,
    /// As it is written in the challenge.
    named: String,
}

/// What is wrong with credentials.
enum Wrong {
    /// They are not right.
    Credentials,
    /// They are, but for a nonce that is too old.
    Stale,
    /// They are for another target (RFC 7616, 3.4.6).
    Target,
}

/// 401 with a challenge, unless the response is right.
pub fn check(ask: &Ask) -> Checked {
    let scheme = scheme(ask)?;
    // The content is needed for auth-int; before it has come nothing can be said.
    if ask.request.content.is_empty() && ask.content_length().is_some_and(|length| length > 0) {
        return Ok(());
    }
    let Some(text) = credentials(ask, "Digest") else {
        return challenge(
            ask,
            &scheme,
            "No credentials came. Answer the challenge, as curl --digest -u user:password does.",
            "",
        );
    };
    match judge(ask, &scheme, &parameters(text)) {
        Ok(()) => Ok(()),
        Err(Wrong::Credentials) => challenge(
            ask,
            &scheme,
            "The response is not the one for this user, password and nonce. Compute it anew.",
            "",
        ),
        Err(Wrong::Stale) => challenge(
            ask,
            &scheme,
            "The nonce is too old. Send the response for the new one; the password is right.",
            ", stale=true",
        ),
        Err(Wrong::Target) => {
            Err(provoked(400, "uri in Authorization is another target than the one of the request. Send the same.")
                .into())
        }
    }
}

pub fn answer(ask: &Ask) -> Answered {
    Ok(welcome(ask.part(1)))
}

fn scheme<'a>(ask: &'a Ask) -> Checked<Scheme<'a>> {
    let qop = ask.part(0);
    if !["auth", "auth-int", "auth,auth-int"].contains(&qop) {
        Err(provoked(
            400,
            "The first part of the path is the quality of protection. Write auth, auth-int or auth,auth-int.",
        ))?;
    }
    let named = if ask.part(3).is_empty() { "MD5".to_owned() } else { ask.part(3).to_ascii_uppercase() };
    let algorithm = match named.trim_end_matches("-SESS") {
        "MD5" => Algorithm::Md5,
        "SHA-256" => Algorithm::Sha256,
        "SHA-512-256" => Algorithm::Sha512_256,
        _ => Err(provoked(
            400,
            "This algorithm is not known here. Write MD5, SHA-256 or SHA-512-256, or one of them with -sess.",
        ))?,
    };
    let named = named.replace("-SESS", "-sess");
    Ok(Scheme { realm: REALM, qop, user: ask.part(1), password: ask.part(2), algorithm, named })
}

fn challenge(ask: &Ask, scheme: &Scheme, detail: &str, stale: &str) -> Checked {
    let nonce = ask.site.endpoints.secret.nonce(age(ask));
    let value = format!(
        "Digest realm=\"{REALM}\", qop=\"{}\", algorithm={}, nonce=\"{nonce}\", charset=UTF-8{stale}",
        scheme.qop, scheme.named
    );
    Err(Plan::field(provoked(401, detail), "WWW-Authenticate", value).into())
}

fn judge(ask: &Ask, scheme: &Scheme, given: &HashMap<String, String>) -> Result<(), Wrong> {
    let get = |name: &str| given.get(name).map_or("", String::as_str);
    let query = ask.request.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    if get("uri") != format!("{}{query}", ask.request.path) {
        return Err(Wrong::Target);
    }
    let issued = ask.site.endpoints.secret.issued(get("nonce")).ok_or(Wrong::Credentials)?;
    let is_offered = scheme.qop.split(',').any(|qop| qop == get("qop")) && get("username") == scheme.user;
    if !is_offered || !is_same(get("response"), &response(scheme, given, ask.method(), &ask.request.content)) {
        return Err(Wrong::Credentials);
    }
    let life = ask.pause("nonce").ok().flatten().unwrap_or(LIFE);
    match age(ask).saturating_sub(issued) > life {
        true => Err(Wrong::Stale),
        false => Ok(()),
    }
}

/// RFC 7616, 3.4.1 to 3.4.3
fn response(scheme: &Scheme, given: &HashMap<String, String>, method: &str, content: &[u8]) -> String {
    let get = |name: &str| given.get(name).map_or("", String::as_str);
    let hash = |text: String| scheme.algorithm.hash(text.as_bytes());
    let mut secret = hash(format!("{}:{}:{}", scheme.user, scheme.realm, scheme.password));
    if scheme.named.ends_with("-sess") {
        secret = hash(format!("{secret}:{}:{}", get("nonce"), get("cnonce")));
    }
    let asked = match get("qop") {
        "auth-int" => hash(format!("{method}:{}:{}", get("uri"), scheme.algorithm.hash(content))),
        _ => hash(format!("{method}:{}", get("uri"))),
    };
    hash(format!("{secret}:{}:{}:{}:{}:{asked}", get("nonce"), get("nc"), get("cnonce"), get("qop")))
}

fn age(ask: &Ask) -> Duration {
    ask.now.saturating_duration_since(ask.site.started)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::tests::{answered_by, asked, site};
    use crate::{Request, Site};

    fn authorization(site: &Site, algorithm: Algorithm, named: &str, uri: &str, age: Duration) -> String {
        let scheme =
            Scheme { realm: REALM, qop: "auth", user: "ada", password: "secret", algorithm, named: named.to_owned() };
        let nonce = site.endpoints.secret.nonce(age);
        let text = format!(
            "username=\"ada\", realm=\"httpwhy\", nonce=\"{nonce}\", uri=\"{uri}\", qop=auth, nc=00000001, cnonce=\"c\""
        );
        let response = response(&scheme, &parameters(&text), "GET", b"");
        format!("Digest {text}, response=\"{response}\"")
    }

    #[test]
    fn a_right_response_is_let_in() {
        let site = site();
        for (algorithm, named) in
            [(Algorithm::Md5, "MD5"), (Algorithm::Sha256, "SHA-256"), (Algorithm::Sha512_256, "SHA-512-256-sess")]
        {
            let path = format!("/digest-auth/auth/ada/secret/{named}");
            let authorization = authorization(&site, algorithm, named, &path, Duration::ZERO);
            let plan = answered_by(&site, Request::get(&path).with("Authorization", &authorization));
            assert_eq!(plan.status, 200, "{named}");
        }
    }

    #[test]
    fn an_old_nonce_is_stale() {
        let site = site();
        let path = "/digest-auth/auth/ada/secret?nonce=0";
        let authorization = authorization(&site, Algorithm::Md5, "MD5", path, Duration::ZERO);
        let plan = answered_by(&site, Request::get(path).with("Authorization", &authorization));
        assert_eq!(plan.status, 401);
        assert!(plan.get("www-authenticate").unwrap().ends_with("stale=true"));
    }

    #[test]
    fn the_responses_of_the_standard_are_computed() {
        // RFC 7616, 3.9.1
        let given = "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001, qop=auth, uri=\"/dir/index.html\", \
                     cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\"";
        let computed = |algorithm| {
            let (realm, user, password) = ("http-auth@example.org", "Mufasa", "Circle of Life");
            let scheme = Scheme { realm, qop: "auth", user, password, algorithm, named: String::new() };
            response(&scheme, &parameters(given), "GET", b"")
        };
        assert_eq!(computed(Algorithm::Md5), "8ca523f5e9506fed4657c9700eebdbec");
        assert_eq!(computed(Algorithm::Sha256), "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    #[test]
    fn another_target_is_400_and_a_forged_nonce_401() {
        let site = site();
        let path = "/digest-auth/auth/ada/secret";
        let authorization = authorization(&site, Algorithm::Md5, "MD5", "/other", Duration::ZERO);
        assert_eq!(answered_by(&site, Request::get(path).with("Authorization", &authorization)).status, 400);
        let forged = format!("Digest username=\"ada\", nonce=\"0.00\", uri=\"{path}\", qop=auth, response=\"x\"");
        assert_eq!(answered_by(&site, Request::get(path).with("Authorization", &forged)).status, 401);
    }

    #[test]
    fn what_nobody_knows_is_refused() {
        assert_eq!(asked("/digest-auth/none/a/b").status, 400);
        assert_eq!(asked("/digest-auth/auth/a/b/ROT13").status, 400);
        assert!(asked("/digest-auth/auth/a/b/sha-256").get("www-authenticate").unwrap().contains("algorithm=SHA-256,"));
    }
}
