//! A question from a URL and the options.

use std::net::IpAddr;

use http::{Method, Uri};
use httpwhy_live::{Family, Question, Trust};

use crate::args::Args;
use crate::error::Error;

pub fn question(url: &str, args: &Args) -> Result<Question, Error> {
    let ask = &args.ask;
    let mut question = Question::get(parsed(url)?);
    question.patience = ask.max_time.unwrap_or(question.patience);
    question.content = ask.data.as_ref().map(|data| data.clone().into_bytes());
    question.method = match &ask.method {
        Some(method) => self::method(method)?,
        None if question.content.is_some() => Method::POST,
        None => Method::GET,
    };
    question.fields = args.fields.iter().map(|line| field(line)).collect::<Result<_, _>>()?;
    if question.content.is_some() && question.field("content-type").is_none() {
        // As curl does; a wrong one is a cause of 415, so it is shown like any other field.
        question.fields.push(("Content-Type".into(), "application/x-www-form-urlencoded".into()));
    }
    question.family = match (ask.ipv4, ask.ipv6) {
        (true, _) => Some(Family::V4),
        (_, true) => Some(Family::V6),
        _ => None,
    };
    question.is_http1 = ask.http1;
    question.resolve = ask.resolve.iter().map(|entry| resolve(entry)).collect::<Result<_, _>>()?;
    question.connect_to = ask.connect_to.as_deref().map(connect_to).transpose()?;
    let identity = ask.cert.clone().map(|cert| (cert.clone(), ask.key.clone().unwrap_or(cert)));
    question.trust = Trust { is_insecure: ask.insecure, authorities: ask.cacert.clone(), identity };
    Ok(question)
}

/// A URL without its fragment; a user and a password in it become credentials.
pub fn parsed(url: &str) -> Result<Uri, Error> {
    let bad = |help| Error::BadUrl { url: url.to_owned(), help };
    let whole = url.split('#').next().unwrap_or_default();
    let escaped: String = whole.chars().map(escaped).collect();
    let uri: Uri = escaped.parse().map_err(|_| bad("write it as https://example.com/path"))?;
    match (uri.scheme_str(), uri.host()) {
        (Some("http" | "https"), Some(host)) if host.is_ascii() => {}
        (Some("http" | "https"), _) => return Err(bad("give the host as ASCII (xn--…)")),
        _ => return Err(bad("only http: and https: can be asked")),
    }
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(bad("give credentials as a field: -H 'Authorization: …'"));
    }
    Ok(if uri.path().is_empty() { format!("{uri}/").parse().unwrap_or(uri) } else { uri })
}

/// What browsers do with characters that a URL cannot have.
fn escaped(c: char) -> String {
    let must = c.is_control() || !c.is_ascii() || " <>\"{}|\\^`".contains(c);
    if !must {
        return c.to_string();
    }
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")).collect()
}

pub fn method(text: &str) -> Result<Method, Error> {
    text.parse().map_err(|_| bad("--method", text, "a method is letters without spaces: POST"))
}

pub fn field(line: &str) -> Result<(String, String), Error> {
    let (name, value) = line.split_once(':').ok_or_else(|| bad("-H", line, "write it as 'Name: value'"))?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

pub fn resolve(entry: &str) -> Result<(String, u16, IpAddr), Error> {
    let bad = || bad("--resolve", entry, "write it as example.com:443:192.0.2.7");
    let (host, rest) = entry.split_once(':').ok_or_else(bad)?;
    let (port, address) = rest.split_once(':').ok_or_else(bad)?;
    let address = address.trim_start_matches('[').trim_end_matches(']');
    Ok((host.to_owned(), port.parse().map_err(|_| bad())?, address.parse().map_err(|_| bad())?))
}

pub fn connect_to(entry: &str) -> Result<(String, u16), Error> {
    let bad = || bad("--connect-to", entry, "write it as HOST:PORT, where to connect instead");
    // curl writes the original host and port before them.
    let mut parts: Vec<&str> = entry.rsplitn(3, ':').collect();
    parts.truncate(2);
    let [port, host] = parts.as_slice() else { return Err(bad()) };
    Ok(((*host).to_owned(), port.parse().map_err(|_| bad())?))
}

fn bad(option: &'static str, value: &str, help: &'static str) -> Error {
    Error::BadOption { option, value: value.to_owned(), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_read_as_a_browser_reads_it() {
        assert_eq!(parsed("https://example.com").unwrap().to_string(), "https://example.com/");
        assert_eq!(parsed("http://example.com/a b#c").unwrap().to_string(), "http://example.com/a%20b");
        assert!(parsed("ftp://example.com/").is_err() && parsed("https://").is_err());
        assert!(parsed("https://user:secret@example.com/").is_err());
    }
}
