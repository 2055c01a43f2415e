//! Each example of a component comes out as its file says, and every sign is fired by some example.

use std::collections::BTreeSet;

use httpwhy_core::diagnose::{Diagnosis, diagnose, signs_fired};
use httpwhy_core::{COMPONENTS, EXAMPLES, Example, Exchange, Response};
use httpwhy_logs::{Log, Question, about};

/// A response as it is read; of log lines the exchange that they are about, of which nothing but its status was shown.
fn exchange(example: Example) -> Result<Exchange, String> {
    if !example.is_log {
        return httpwhy_capture::read(example.text.as_bytes())
            .map(|capture| capture.last().clone())
            .map_err(|error| format!("{}: {error}\n{}", example.component, example.text));
    }
    let status = example.expected.split_whitespace().find_map(|word| word.strip_prefix("status="));
    let status = status.map(|status| status.parse().expect("a status has three digits"));
    let log = Log::Bytes { name: "log".to_owned(), bytes: example.text.as_bytes().to_vec() };
    let mut logged = about(&Question::default(), &[log]).expect("bytes can be read");
    logged.silent.extend(example.expected.split_whitespace().filter_map(|word| word.strip_prefix("silent=")));
    Ok(Exchange { response: status.map(Response::new), logged: Some(logged), ..Exchange::default() })
}

fn wrong(example: Example) -> Vec<String> {
    let diagnosis = match exchange(example) {
        Ok(exchange) => diagnose(&exchange),
        Err(error) => return vec![error],
    };
    let unmet = example.expected.split_whitespace().filter(|word| !is_met(word, &diagnosis));
    unmet
        .map(|word| format!("{}: expected {word}, got {}\n{}", example.component, shown(&diagnosis), example.text))
        .collect()
}

fn is_met(word: &str, diagnosis: &Diagnosis) -> bool {
    let (key, ids) = word.split_once('=').unwrap();
    let causes: Vec<&str> = diagnosis.causes.iter().map(|likely| likely.cause.id).collect();
    let author = diagnosis.author.as_ref().map(|author| author.component.id);
    ids.split(',').all(|id| match key {
        "answered" => author == Some(id),
        "on-path" => author != Some(id) && diagnosis.path.iter().any(|component| component.id == id),
        "cause" => diagnosis.decided().is_some_and(|cause| cause.id == id),
        "undecided" => diagnosis.decided().is_none() && causes.contains(&id),
        "status" | "silent" => true,
        "not" => diagnosis.decided().is_none_or(|cause| cause.id != id),
        _ => false,
    })
}

fn shown(diagnosis: &Diagnosis) -> String {
    let author = diagnosis.author.as_ref().map_or("nobody", |author| author.component.id);
    let causes: Vec<String> =
        diagnosis.causes.iter().map(|likely| format!("{} {:.2}", likely.cause.id, likely.probability)).collect();
    format!("{author}; decided {}: {}", diagnosis.is_decided, causes.join(", "))
}

#[test]
fn every_example_comes_out_as_its_file_says() {
    let wrong: Vec<String> = EXAMPLES.iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_sign_is_fired_by_an_example() {
    let mut fired = BTreeSet::new();
    for example in EXAMPLES {
        let Ok(exchange) = exchange(example) else { continue };
        fired.extend(signs_fired(&exchange));
    }
    let all = COMPONENTS.iter().flat_map(|component| {
        (0..component.signs.len() + component.log_signs.len()).map(move |place| (component.id, place))
    });
    let silent: Vec<String> =
        all.filter(|sign| !fired.contains(sign)).map(|(id, place)| format!("{id}: sign {}", place + 1)).collect();
    assert!(silent.is_empty(), "{} signs are fired by no example: {}", silent.len(), silent.join(", "));
}
