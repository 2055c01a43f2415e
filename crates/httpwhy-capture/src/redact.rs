//! Takes secrets out of an exchange: credentials, cookies, and tokens in URLs.

use httpwhy_core::{Exchange, Fields, Request};

const GONE: &str = "(redacted)";

/// Fields whose value is a secret; of credentials the scheme stays.
const CREDENTIALS: [&str; 2] = ["authorization", "proxy-authorization"];
const SECRET: [&str; 7] =
    ["x-api-key", "api-key", "x-auth-token", "x-csrf-token", "x-xsrf-token", "x-amz-security-token", "private-token"];
/// Fields whose value is or has a URL.
const URLS: [&str; 5] = ["location", "referer", "content-location", "link", "refresh"];

/// Parameters of a query whose value is a secret.
const PARAMETERS: [&str; 19] = [
    "token",
    "access_token",
    "id_token",
    "refresh_token",
    "api_key",
    "apikey",
    "key",
    "sig",
    "signature",
    "password",
    "passwd",
    "secret",
    "client_secret",
    "code",
    "session",
    "sid",
    "x-amz-signature",
    "x-amz-credential",
    "x-amz-security-token",
];

pub fn exchange(exchange: &mut Exchange) {
    if let Some(Request { target, fields, .. }) = &mut exchange.request {
        *target = url(target);
        fields.iter_mut().for_each(self::fields);
    }
    for response in exchange.interim.iter_mut().chain(&mut exchange.response) {
        fields(&mut response.fields);
    }
}

fn fields(fields: &mut Fields) {
    fields.for_each_value(|name, value| {
        let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        if is(&CREDENTIALS) {
            let scheme = value.split(' ').next().filter(|_| value.contains(' ')).unwrap_or_default();
            *value = format!("{scheme} {GONE}").trim_start().to_owned();
        } else if is(&["cookie"]) {
            *value = value.split(';').map(|pair| cookie(pair.trim())).collect::<Vec<_>>().join("; ");
        } else if is(&["set-cookie"]) {
            let (pair, attributes) = value.split_once(';').unwrap_or((value, ""));
            *value = [cookie(pair), attributes.trim().to_owned()].join("; ").trim_end_matches("; ").to_owned();
        } else if is(&SECRET) {
            *value = GONE.to_owned();
        } else if is(&URLS) {
            *value = url(value);
        }
    });
}

fn cookie(pair: &str) -> String {
    pair.split_once('=').map_or_else(|| pair.to_owned(), |(name, _)| format!("{name}={GONE}"))
}

/// A URL, or text with one, without passwords and tokens.
fn url(text: &str) -> String {
    let without_user = match text.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split_once('@')?))) {
        Some((scheme, (user, rest))) if !user.contains(['/', '?', '#']) => format!("{scheme}://{GONE}@{rest}"),
        _ => text.to_owned(),
    };
    let Some((path, query)) = without_user.split_once('?') else { return without_user };
    let parameters: Vec<String> = query.split('&').map(parameter).collect();
    format!("{path}?{}", parameters.join("&"))
}

fn parameter(pair: &str) -> String {
    match pair.split_once('=') {
        Some((name, value)) if PARAMETERS.iter().any(|known| known.eq_ignore_ascii_case(name)) => {
            // What follows the value in a Link field or a fragment is kept.
            let rest = value.find(['>', '#', '"', ';']).map_or("", |end| &value[end..]);
            format!("{name}={GONE}{rest}")
        }
        _ => pair.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_in_urls_go_and_the_rest_stays() {
        assert_eq!(
            url("https://user:pw@a.example/x?q=1&token=abc#top"),
            "https://(redacted)@a.example/x?q=1&token=(redacted)#top"
        );
        assert_eq!(url("/plain?page=2"), "/plain?page=2");
    }

    #[test]
    fn credentials_keep_their_scheme_and_cookies_their_names() {
        let mut all = Fields::default();
        all.add("Authorization", "Bearer abc.def");
        all.add("Cookie", "sid=1; theme=dark");
        all.add("Set-Cookie", "sid=1; Path=/; Secure");
        fields(&mut all);
        let values: Vec<&str> = all.iter().map(|(_, value)| value).collect();
        assert_eq!(values, ["Bearer (redacted)", "sid=(redacted); theme=(redacted)", "sid=(redacted); Path=/; Secure"]);
    }
}
