//! What a sign looks for, in words.

use httpwhy_core::{List, Sign};
use serde::Serialize;

use super::foreign::code;

/// One condition: where to look, and for what.
#[derive(Debug, Serialize)]
pub struct LookJson {
    #[serde(rename = "where")]
    pub place: &'static str,
    #[serde(rename = "for")]
    pub what: String,
}

/// Every condition of a sign; all of them must hold.
pub fn looks(sign: Sign) -> Vec<LookJson> {
    let conditions = [
        ("request", pieces("the method ", sign.methods, " or ")),
        ("request", sign.request_field.map(|name| format!("the field {}", code(name)))),
        ("request", sign.no_request_field.map(|name| format!("no field {}", code(name)))),
        ("client", exits(sign.curl_exit)),
        ("client", pieces("", sign.says, " and ")),
        ("field", field(sign)),
        ("field", sign.no_field.map(|name| format!("no {}", code(name)))),
        ("field", sign.cookie.map(|start| format!("a cookie whose name begins with {}", code(start)))),
        ("reason phrase", sign.reason.map(code)),
        ("content", pieces("", sign.body, " and ")),
        ("content", pieces("not ", sign.no_body, " or ")),
        ("content", sign.body_is.map(|whole| format!("{} and nothing else", code(whole)))),
        ("content", sign.is_without_content.then(|| "no content".to_owned())),
        ("computed", sign.fact.map(|fact| fact.replace('-', " "))),
        ("log", pieces("", sign.log, " and ")),
        ("log", sign.is_lasting.then(|| "at any time before the request".to_owned())),
        ("log", sign.silent.map(|log| format!("no line about the request in {}", code(log)))),
    ];
    conditions.into_iter().filter_map(|(place, what)| Some(LookJson { place, what: what? })).collect()
}

fn field(sign: Sign) -> Option<String> {
    let name = code(sign.field?);
    let value = [("begins with", sign.begins), ("has", sign.has), ("is", sign.is)];
    let value: Vec<String> =
        value.into_iter().filter_map(|(how, text)| Some(format!("{how} {}", code(text?)))).collect();
    Some(if value.is_empty() { format!("{name} is there") } else { format!("{name} {}", value.join(" and ")) })
}

fn pieces(before: &str, pieces: List<&'static str>, between: &str) -> Option<String> {
    let quoted: Vec<String> = pieces.iter().map(code).collect();
    (!quoted.is_empty()).then(|| before.to_owned() + &quoted.join(between))
}

fn exits(exits: List<u16>) -> Option<String> {
    let exits: Vec<String> = exits.iter().map(|exit| exit.to_string()).collect();
    (!exits.is_empty()).then(|| format!("curl ends with {}", exits.join(" or ")))
}

#[cfg(test)]
mod tests {
    use httpwhy_core::Component;

    use super::*;

    #[test]
    fn a_sign_is_told_in_words() {
        let told = |id: &str, at: usize| {
            let sign = Component::get(id).unwrap().signs.get(at).unwrap();
            looks(sign).into_iter().map(|look| format!("{}: {}", look.place, look.what)).collect::<Vec<_>>()
        };
        assert_eq!(told("nginx", 0), ["field: `Server` begins with `nginx`"]);
        assert_eq!(told("nginx", 1), ["content: `<hr><center>nginx`"]);
    }

    #[test]
    fn every_sign_looks_for_something_or_goes_by_the_status() {
        for component in httpwhy_core::COMPONENTS {
            for sign in component.signs.iter().chain(component.log_signs) {
                assert!(!looks(sign).is_empty() || !sign.status.is_empty(), "{}: {sign:?}", component.id);
            }
        }
    }
}
