//! The example of each code is an exchange that ends with that code and has the fields the standard demands.

use httpwhy_core::{CODES, Exchange, Level, Response, Side};

#[test]
fn each_example_is_an_exchange_with_its_code() {
    let mut wrong = Vec::new();
    for code in CODES {
        let Some(example) = code.example else { continue };
        let capture =
            httpwhy_capture::read(example.as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", code.number));
        let exchange = capture.last();
        let shown: Vec<&Response> = exchange.interim.iter().chain(&exchange.response).collect();
        let own = shown.iter().find(|response| response.status == code.number);
        match own {
            Some(response) => wrong.extend(missing(code, response)),
            // No response has no response; 208 stands inside the content of a 207.
            None if code.number == 0 && exchange.response.is_none() => {}
            None if code.number == 208 && exchange.status() == 207 && says(exchange, "208") => {}
            None => wrong.push(format!("{}: the example ends with {}", code.number, exchange.status())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn says(exchange: &Exchange, text: &str) -> bool {
    exchange.response.as_ref().is_some_and(|response| String::from_utf8_lossy(&response.content).contains(text))
}

/// Fields that must be there without a condition and are not.
fn missing(code: httpwhy_core::Code, response: &Response) -> Vec<String> {
    let is_demanded = |rule: &httpwhy_core::FieldRule| rule.level == Level::Must && rule.on == Side::Response;
    let is_conditional = |note: Option<&str>| note.is_some_and(|note| note.to_lowercase().starts_with("if "));
    let rules = code.fields.iter().filter(is_demanded).filter(|rule| !is_conditional(rule.note));
    let absent = rules.filter(|rule| response.field(rule.name).is_none());
    absent.map(|rule| format!("{}: the example lacks {}", code.number, rule.name)).collect()
}
