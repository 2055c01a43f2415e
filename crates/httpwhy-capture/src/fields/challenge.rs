//! `WWW-Authenticate` and `Proxy-Authenticate`: the challenges of a 401 or 407 (RFC 9110, section 11.6.1).

use super::{split_unquoted, unquote};

/// One challenge.
///
/// ```
/// let all = httpwhy_capture::fields::challenge::parse(r#"Basic realm="staff", Bearer error="invalid_token""#);
/// assert_eq!((all[0].scheme.as_str(), all[0].get("realm")), ("Basic", Some("staff")));
/// assert_eq!(all[1].get("error"), Some("invalid_token"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// The scheme: `Basic`, `Bearer`, `Digest`, …
    pub scheme: String,
    /// Its parameters, in order.
    pub parameters: Vec<(String, String)>,
}

impl Challenge {
    /// A parameter by name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Reads a field value. A comma parts parameters and challenges alike; a word before the first `=` of a part that
/// has a space in it begins the next challenge.
pub fn parse(value: &str) -> Vec<Challenge> {
    let mut all: Vec<Challenge> = Vec::new();
    for part in split_unquoted(value, ',').into_iter().filter(|part| !part.is_empty()) {
        let before_value = part.split('=').next().unwrap_or_default();
        let (scheme, parameter) = match before_value.trim().split_once(' ') {
            Some((scheme, _)) => (Some(scheme), part[part.find(' ').map_or(0, |at| at + 1)..].trim()),
            None if part.contains('=') => (None, part),
            None => (Some(part), ""),
        };
        if let Some(scheme) = scheme {
            all.push(Challenge { scheme: scheme.to_owned(), parameters: Vec::new() });
        }
        if let (Some((name, value)), Some(challenge)) = (parameter.split_once('='), all.last_mut()) {
            challenge.parameters.push((name.trim().to_owned(), unquote(value)));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_comma_in_quotes_parts_nothing() {
        let all = parse(r#"Digest realm="a, b", qop="auth, auth-int", nonce="n""#);
        assert_eq!((all.len(), all[0].get("qop")), (1, Some("auth, auth-int")));
    }

    #[test]
    fn schemes_without_parameters_are_challenges() {
        let schemes: Vec<String> = parse("Negotiate, NTLM").into_iter().map(|challenge| challenge.scheme).collect();
        assert_eq!(schemes, ["Negotiate", "NTLM"]);
    }
}
