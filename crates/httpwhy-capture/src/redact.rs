//! Takes secrets out: credentials, cookies, tokens and passwords in URLs and in members of a problem.

use httpwhy_core::{Exchange, Fields, Request, names_a_secret};

use crate::fields::problem::Problem;

const GONE: &str = "(redacted)";

/// Schemes of credentials; of anything else not even the first word is kept.
const SCHEMES: [&str; 10] =
    ["basic", "bearer", "digest", "negotiate", "ntlm", "hoba", "mutual", "dpop", "aws4-hmac-sha256", "token"];

pub fn exchange(exchange: &mut Exchange) {
    if let Some(Request { target, fields, .. }) = &mut exchange.request {
        *target = text(target);
        fields.iter_mut().for_each(self::fields);
    }
    for response in exchange.interim.iter_mut().chain(&mut exchange.response) {
        response.fields.iter_mut().for_each(fields);
    }
    if let Some(failure) = &mut exchange.failure {
        failure.message = text(&failure.message);
    }
}

/// Fields whose values logs quote. Other members of a log line are not taken for secrets by their name alone: a `code` or
/// a `key` there is mostly what is looked for.
const FIELDS: [&str; 4] = ["authorization", "cookie", "api-key", "x-auth"];

/// A log entry: its URLs, and fields that it quotes.
pub fn log_entry(entry: &str) -> String {
    let entry = text(entry);
    let lower = entry.to_ascii_lowercase();
    let mut out = String::with_capacity(entry.len());
    let mut kept = 0;
    let mut from = 0;
    while let Some((at, name)) = FIELDS.iter().filter_map(|name| Some((from + lower[from..].find(name)?, *name))).min()
    {
        let after = at + name.len();
        let marks = lower[after..].bytes().take_while(|byte| b"\":=[ ".contains(byte)).count();
        from = after + marks;
        // `Cookie: a=b` and `"Cookie":["a=b"]` quote a field; `CSRF cookie not set` does not.
        if lower[after..from].contains([':', '=']) {
            let end = entry[from..].find(['"', '\n']).map_or(entry.len(), |end| from + end);
            out.push_str(&entry[kept..from]);
            out.push_str(GONE);
            (kept, from) = (end, end);
        }
    }
    out + &entry[kept..]
}

pub fn problem(problem: &mut Problem) {
    for member in
        [&mut problem.kind, &mut problem.title, &mut problem.detail, &mut problem.instance].into_iter().flatten()
    {
        *member = text(member);
    }
    for (name, value) in &mut problem.others {
        *value = if names_a_secret(name) { GONE.to_owned() } else { text(value) };
    }
}

fn fields(fields: &mut Fields) {
    fields.for_each_value(|name, value| {
        let is = |known: &str| known.eq_ignore_ascii_case(name);
        if is("authorization") || is("proxy-authorization") {
            let scheme = value.split(' ').next().filter(|word| SCHEMES.contains(&word.to_ascii_lowercase().as_str()));
            *value = scheme.map_or(GONE.to_owned(), |scheme| format!("{scheme} {GONE}"));
        } else if is("cookie") {
            *value = value.split(';').map(|pair| cookie(pair.trim())).collect::<Vec<_>>().join("; ");
        } else if is("set-cookie") {
            let (pair, attributes) =
                value.split_once(';').map_or((value.as_str(), None), |(pair, rest)| (pair, Some(rest.trim())));
            *value = [Some(cookie(pair).as_str()), attributes].into_iter().flatten().collect::<Vec<_>>().join("; ");
        } else if names_a_secret(name) {
            *value = GONE.to_owned();
        } else {
            *value = text(value);
        }
    });
}

fn cookie(pair: &str) -> String {
    pair.split_once('=').map_or_else(|| GONE.to_owned(), |(name, _)| format!("{name}={GONE}"))
}

/// A URL, or text with URLs in it, without passwords and tokens.
pub fn text(text: &str) -> String {
    without_parameters(&without_user(text))
}

/// Ends the authority of a URL, wherever the URL stands.
const AFTER_AUTHORITY: [char; 9] = ['/', '?', '#', ' ', '"', '\'', '<', '>', ','];

fn without_user(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("//") {
        let authority = after.split(AFTER_AUTHORITY).next().unwrap_or_default();
        out.push_str(before);
        out.push_str("//");
        rest = after;
        if let Some(at) = authority.rfind('@') {
            out.push_str(GONE);
            rest = &after[at..];
        }
    }
    // A client may name a host with its user and without a scheme: user:password@host.
    let (start, last) = rest.rsplit_once(' ').map_or(("", rest), |(start, last)| (start, last));
    match last.split_once('@') {
        Some((user, host)) if user.contains(':') && !user.contains(AFTER_AUTHORITY) => {
            let space = if start.is_empty() { "" } else { " " };
            out + start + space + GONE + "@" + host
        }
        _ => out + rest,
    }
}

fn without_parameters(text: &str) -> String {
    let starts = |letter: char| matches!(letter, '?' | '&' | ';' | '#');
    let ends = |letter: char| matches!(letter, '&' | ';' | '#' | '>' | '"' | '\'' | ' ' | ',');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(starts) {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        let name_end = rest.find(|letter: char| letter == '=' || starts(letter) || ends(letter)).unwrap_or(rest.len());
        if rest[name_end..].starts_with('=') && names_a_secret(rest[..name_end].trim()) {
            out.push_str(&rest[..=name_end]);
            out.push_str(GONE);
            let value = &rest[name_end + 1..];
            rest = &value[value.find(ends).unwrap_or(value.len())..];
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_log_entries_are_redacted() {
        let entry = r#"x "Authorization":["Bearer abc"],"X-Api-Key":["k"], Cookie: a=b; c=d"#;
        let redacted = r#"x "Authorization":["(redacted)"],"X-Api-Key":["(redacted)"], Cookie: (redacted)"#;
        assert_eq!(log_entry(entry), redacted);
        assert_eq!(log_entry("Forbidden (CSRF cookie not set.): /x"), "Forbidden (CSRF cookie not set.): /x");
        assert_eq!(log_entry("GET /x?token=abc HTTP/1.1"), "GET /x?token=(redacted) HTTP/1.1");
    }

    #[test]
    fn secrets_in_urls_go_and_the_rest_stays() {
        for (url, redacted) in [
            (
                "https://user:pw@a.example/x?q=1&token=abc#top",
                "https://(redacted)@a.example/x?q=1&token=(redacted)#top",
            ),
            ("/plain?page=2", "/plain?page=2"),
            ("/cb#access_token=abc&state=1", "/cb#access_token=(redacted)&state=1"),
            ("https://user:p@ss@a.example/", "https://(redacted)@a.example/"),
            ("//u:p@a.example/x", "//(redacted)@a.example/x"),
            ("/x?a=1;sessionid=2", "/x?a=1;sessionid=(redacted)"),
            ("/x?%74oken=1", "/x?%74oken=(redacted)"),
            ("/x?next=https://u:p@b.example/", "/x?next=https://(redacted)@b.example/"),
            (
                "<https://a.example/?sig=1>; rel=next, </b?jwt=2>; rel=prev",
                "<https://a.example/?sig=(redacted)>; rel=next, </b?jwt=(redacted)>; rel=prev",
            ),
            ("Could not resolve host: u:SECRET@h", "Could not resolve host: (redacted)@h"),
            ("mail me@example.com", "mail me@example.com"),
        ] {
            assert_eq!(text(url), redacted);
        }
    }

    #[test]
    fn credentials_keep_their_scheme_and_cookies_their_names() {
        let mut all = Fields::default();
        for (name, value) in [
            ("Authorization", "Bearer abc.def"),
            ("Authorization", "my own secret"),
            ("Cookie", "sid=1; theme=dark; nameless"),
            ("Set-Cookie", "sid=1; Path=/; Secure"),
            ("X-Vault-Token", "abc"),
            ("Ocp-Apim-Subscription-Key", "abc"),
            ("Server", "nginx"),
        ] {
            all.add(name, value);
        }
        fields(&mut all);
        let values: Vec<&str> = all.iter().map(|(_, value)| value).collect();
        let expected = [
            "Bearer (redacted)",
            "(redacted)",
            "sid=(redacted); theme=(redacted); (redacted)",
            "sid=(redacted); Path=/; Secure",
            "(redacted)",
            "(redacted)",
            "nginx",
        ];
        assert_eq!(values, expected);
    }

    #[test]
    fn a_problem_keeps_its_words_and_loses_its_tokens() {
        let mut problem = crate::fields::problem::parse(
            br#"{"title": "No", "instance": "/x?token=1", "api_key": "abc", "limit": 5}"#,
        )
        .unwrap();
        super::problem(&mut problem);
        assert_eq!(problem.instance.as_deref(), Some("/x?token=(redacted)"));
        assert_eq!(problem.others.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(), ["(redacted)", "5"]);
    }
}
