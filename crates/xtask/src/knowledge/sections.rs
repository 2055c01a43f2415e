//! Takes the Markdown body of a code or a cause apart at its `## ` headings.

use super::Problem;
use super::component::Example;
use super::header::problem;
use super::record::{CauseBody, CodeBody};

const CODE_ORDER: [&str; 6] = ["Visitor", "Caller", "Operator", "Designer", "Situation", "Example"];
const CAUSE_ORDER: [&str; 2] = ["Visitor", "Caller"];

pub fn code(file: &str, body: &str, line: usize, problems: &mut Vec<Problem>) -> CodeBody {
    let mut out = CodeBody::default();
    for (name, text) in take_apart(file, body, line, &CODE_ORDER, problems) {
        let slot = match name {
            None => {
                out.meaning = text;
                continue;
            }
            Some("Visitor") => &mut out.visitor,
            Some("Caller") => &mut out.caller,
            Some("Operator") => &mut out.operator,
            Some("Designer") => &mut out.designer,
            Some("Situation") => &mut out.situation,
            Some(_) => &mut out.example,
        };
        *slot = Some(text);
    }
    out.example = out.example.map(|text| unfence(&text));
    out
}

pub fn cause(file: &str, body: &str, line: usize, problems: &mut Vec<Problem>) -> CauseBody {
    let mut out = CauseBody::default();
    for (name, text) in take_apart(file, body, line, &CAUSE_ORDER, problems) {
        match name {
            None => out.meaning = text,
            Some("Visitor") => out.visitor = Some(text),
            Some(_) => out.caller = Some(text),
        }
    }
    out
}

/// The fenced responses and log lines of a component, each with what must come out.
pub fn examples(file: &str, body: &str, line: usize, problems: &mut Vec<Problem>) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut open = false;
    for (at, text) in body.lines().enumerate() {
        match text.strip_prefix("```") {
            Some("") if open => open = false,
            Some(info) if !open => {
                open = true;
                let (kind, expected) = info.split_once(' ').unwrap_or((info, ""));
                if !["response", "log"].contains(&kind) {
                    let must = "a fence begins with ```response or ```log and what must come out";
                    problems.push(problem(file, line + at, must));
                }
                let expected = expected.trim().to_owned();
                found.push(Example { is_log: kind == "log", expected, text: String::new() });
            }
            _ if open => {
                let example = &mut found.last_mut().expect("a fence is open").text;
                example.push_str(text);
                example.push('\n');
            }
            _ => {}
        }
    }
    found
}

type Section = (Option<&'static str>, String);

fn take_apart(
    file: &str,
    body: &str,
    line: usize,
    order: &[&'static str],
    problems: &mut Vec<Problem>,
) -> Vec<Section> {
    let mut sections: Vec<Section> = vec![(None, String::new())];
    let mut last = 0;
    let mut fenced = false;
    for (at, text) in body.lines().enumerate() {
        fenced ^= text.starts_with("```");
        let Some(title) = text.strip_prefix("## ").filter(|_| !fenced) else {
            let current = &mut sections.last_mut().expect("the first section is always there").1;
            current.push_str(text);
            current.push('\n');
            continue;
        };
        match order.iter().position(|known| *known == title) {
            None => problems.push(problem(
                file,
                line + at,
                format!("unknown section `{title}`; the sections are {}", order.join(", ")),
            )),
            Some(place) if place < last => {
                problems.push(problem(
                    file,
                    line + at,
                    format!("`{title}` stands too late; the order is {}", order.join(", ")),
                ));
            }
            Some(place) => {
                last = place + 1;
                sections.push((Some(order[place]), String::new()));
            }
        }
    }
    for (_, text) in &mut sections {
        *text = text.trim().to_owned();
    }
    if fenced {
        problems.push(problem(file, line, "a fenced block is never closed"));
    }
    sections
}

/// The text inside the first fenced block.
fn unfence(text: &str) -> String {
    text.lines()
        .skip_while(|line| !line.starts_with("```"))
        .skip(1)
        .take_while(|line| !line.starts_with("```"))
        .fold(String::new(), |all, line| all + line + "\n")
}
