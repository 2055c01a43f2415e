//! A question from a pasted command line of curl.

use http::Method;
use httpwhy_live::{Family, Question};

use super::options;
use crate::args::Args;
use crate::error::Error;

/// Options of curl that only change what it prints or how long it waits.
const WITHOUT_EFFECT: [&str; 19] = [
    "-s",
    "-S",
    "-i",
    "-v",
    "-L",
    "-f",
    "-g",
    "-N",
    "--silent",
    "--show-error",
    "--include",
    "--verbose",
    "--location",
    "--fail",
    "--globoff",
    "--no-buffer",
    "--compressed",
    "--fail-with-body",
    "--http2",
];
/// Of these the value is left out, too.
const WITH_VALUE: [&str; 14] = [
    "-o",
    "--output",
    "-w",
    "--write-out",
    "--connect-timeout",
    "--retry",
    "--retry-delay",
    "--max-redirs",
    "-D",
    "--dump-header",
    "-c",
    "--cookie-jar",
    "--limit-rate",
    "--stderr",
];

pub fn question(line: &str, args: &Args) -> Result<Question, Error> {
    let bad = |value: &str, help| Error::BadOption { option: "curl", value: value.to_owned(), help };
    // A command that goes over several lines ends them with a backslash.
    let joined = line.replace("\\\r\n", " ").replace("\\\n", " ");
    let words = shlex::split(&joined).ok_or_else(|| bad(line, "a quotation mark is missing"))?;
    let mut words = words.into_iter().skip(1).flat_map(apart);
    let mut made = Made::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| bad(&word, "its value is missing"));
        match word.as_str() {
            "-X" | "--request" => made.method = Some(options::method(&value()?)?),
            "-H" | "--header" => made.fields.push(options::field(&value()?)?),
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--data-ascii" | "--json" => {
                if word == "--json" {
                    made.fields.push(("Content-Type".into(), "application/json".into()));
                    made.fields.push(("Accept".into(), "application/json".into()));
                }
                made.data(&value()?)?;
            }
            "-A" | "--user-agent" => made.fields.push(("User-Agent".into(), value()?)),
            "-e" | "--referer" => made.fields.push(("Referer".into(), value()?)),
            "-b" | "--cookie" => made.fields.push(("Cookie".into(), value()?)),
            "-u" | "--user" => {
                use base64::Engine;
                let pair = base64::engine::general_purpose::STANDARD.encode(value()?);
                made.fields.push(("Authorization".into(), format!("Basic {pair}")));
            }
            "--oauth2-bearer" => made.fields.push(("Authorization".into(), format!("Bearer {}", value()?))),
            "-I" | "--head" => made.method = Some(Method::HEAD),
            "-G" | "--get" => made.is_get = true,
            "-k" | "--insecure" => made.is_insecure = true,
            "-4" | "--ipv4" => made.family = Some(Family::V4),
            "-6" | "--ipv6" => made.family = Some(Family::V6),
            "--http1.1" | "--http1.0" => made.is_http1 = true,
            "--resolve" => made.resolve.push(value()?),
            "--connect-to" => made.connect_to = Some(value()?),
            "--url" => made.url = Some(value()?),
            known if WITHOUT_EFFECT.contains(&known) => {}
            known if WITH_VALUE.contains(&known) => drop(value()?),
            "-m" | "--max-time" => drop(value()?),
            url if !url.starts_with('-') => made.url = Some(word),
            unknown => return Err(bad(unknown, "this option of curl is not understood here; leave it out")),
        }
    }
    made.question(args)
}

/// `-XPOST` and `-sSi` are `-X POST` and `-s -S -i`; `--data=x` is `--data x`.
fn apart(word: String) -> Vec<String> {
    if let (Some((name, value)), true) = (word.split_once('='), word.starts_with("--")) {
        return vec![name.to_owned(), value.to_owned()];
    }
    let mut letters = word.chars();
    if letters.next() != Some('-') || word.starts_with("--") || word.len() <= 2 {
        return vec![word];
    }
    let mut all = Vec::new();
    for (at, letter) in word.char_indices().skip(1) {
        all.push(format!("-{letter}"));
        let rest = &word[at + letter.len_utf8()..];
        if "XHdAebuomwDc".contains(letter) && !rest.is_empty() {
            all.push(rest.to_owned());
            break;
        }
    }
    all
}

#[derive(Default)]
struct Made {
    method: Option<Method>,
    url: Option<String>,
    fields: Vec<(String, String)>,
    content: Option<String>,
    is_get: bool,
    is_insecure: bool,
    is_http1: bool,
    family: Option<Family>,
    resolve: Vec<String>,
    connect_to: Option<String>,
}

impl Made {
    fn data(&mut self, data: &str) -> Result<(), Error> {
        let data = match data.strip_prefix('@') {
            Some(name) => std::fs::read_to_string(name).map_err(|_| Error::NoSuchFile { name: name.to_owned() })?,
            None => data.to_owned(),
        };
        match &mut self.content {
            Some(content) => {
                content.push('&');
                content.push_str(&data);
            }
            None => self.content = Some(data),
        }
        Ok(())
    }

    fn question(self, args: &Args) -> Result<Question, Error> {
        let url = self.url.ok_or(Error::BadOption { option: "curl", value: String::new(), help: "it names no URL" })?;
        let url = if url.contains("://") { url } else { format!("http://{url}") };
        let (url, content) = match self.content {
            Some(query) if self.is_get => (format!("{url}{}{query}", if url.contains('?') { '&' } else { '?' }), None),
            content => (url, content),
        };
        let mut question = options::question(&url, args)?;
        let default = if content.is_some() { Method::POST } else { Method::GET };
        question.method = self.method.unwrap_or(default);
        question.fields.extend(self.fields);
        question.content = content.map(String::into_bytes);
        if question.content.is_some() && question.field("content-type").is_none() {
            question.fields.push(("Content-Type".into(), "application/x-www-form-urlencoded".into()));
        }
        question.trust.is_insecure |= self.is_insecure;
        question.is_http1 |= self.is_http1;
        question.family = self.family.or(question.family);
        for entry in &self.resolve {
            question.resolve.push(options::resolve(entry)?);
        }
        question.connect_to = match self.connect_to.as_deref() {
            Some(entry) => Some(options::connect_to(entry)?),
            None => question.connect_to,
        };
        Ok(question)
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn read(line: &str) -> Question {
        question(line, &Args::parse_from(["httpwhy"])).unwrap()
    }

    #[test]
    fn a_pasted_command_is_understood() {
        let question = read(
            "curl -sSi -XPOST 'https://api.example.com/orders' \\\n  -H 'Content-Type: application/json' --data-raw '{\"a\":1}' --compressed",
        );
        assert_eq!((question.method.as_str(), question.url.path()), ("POST", "/orders"));
        assert_eq!(question.field("content-type"), Some("application/json"));
        assert_eq!(question.content.as_deref(), Some(&b"{\"a\":1}"[..]));
    }

    #[test]
    fn data_makes_a_post_unless_it_is_a_query() {
        assert_eq!(read("curl example.com -d a=b").method, Method::POST);
        let question = read("curl -G example.com/x -d a=b -d c=d");
        assert_eq!(
            (question.method, question.url.to_string()),
            (Method::GET, "http://example.com/x?a=b&c=d".to_owned())
        );
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let args = Args::parse_from(["httpwhy"]);
        assert!(question("curl -T file example.com", &args).is_err());
        assert!(question("curl 'example.com", &args).is_err());
        assert!(question("curl -s", &args).is_err());
    }
}
