//! Reads raw messages as `curl -i`, HTTPie and others print them: heads one after the other, then the content.

use httpwhy_core::{Exchange, Fields, Request, Response};

use crate::input::{Input, looks_like};
use crate::{Capture, Error, client_notes, head};

/// Lines before the first head (a prompt, a progress meter) that are looked through.
const MOST_PREAMBLE: usize = 200;

/// A line and its number, from 1.
type Line<'a> = (usize, &'a str);

/// Whether the text begins with a head.
pub fn is_one(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| is_head(line.trim_start()))
}

pub fn read(input: &Input) -> Result<Capture, Error> {
    let lines: Vec<Line> = input.text.lines().enumerate().map(|(at, line)| (at + 1, line)).collect();
    let Some(start) = lines.iter().take(MOST_PREAMBLE).position(|(_, line)| is_head(line.trim_start())) else {
        return Err(unreadable(&lines, &input.text));
    };
    let lines = dedented(&lines, start);
    let preamble = lines[..start].iter().filter(|(_, line)| !line.is_empty()).count();
    let mut capture = Capture::of(Vec::new(), preamble);
    let mut at = start;
    let mut exchange = Exchange::default();
    while let Some(message) = lines.get(at).and_then(|(_, line)| first_line(line)) {
        at += 1;
        let mut fields = Fields::default();
        let (read, odd) = head::fields(lines[at..].iter().copied(), &mut fields)?;
        at += read;
        capture.not_understood += odd;
        match message {
            FirstLine::Request(request) => {
                exchange.request = Some(Request { fields: Some(fields), ..request });
                // The content of a request stands between its head and the status line.
                at += lines[at..].iter().take_while(|(_, line)| !is_head(line)).count();
            }
            FirstLine::Status(response) => {
                let response = Response { fields: Some(fields), ..response };
                let goes_on = lines.get(at).is_some_and(|(_, line)| is_head(line)) && leads_on(&response);
                if is_interim(&response) && goes_on {
                    exchange.interim.push(response);
                    continue;
                }
                exchange.response = Some(response);
                if !goes_on {
                    break;
                }
                capture.exchanges.push(std::mem::take(&mut exchange));
            }
        }
    }
    content(&mut exchange, &lines[at.min(lines.len())..], input.is_cut);
    if exchange.response.is_some() {
        capture.exchanges.push(exchange);
    }
    if capture.exchanges.is_empty() {
        return Err(Error::NoResponse { looks_like: "a request without its response" });
    }
    Ok(capture)
}

/// Everything that is left is content, but for the client's last word on why it broke off.
fn content(exchange: &mut Exchange, lines: &[Line], is_cut: bool) {
    let Some(response) = &mut exchange.response else { return };
    let last = lines.last().and_then(|(_, line)| client_notes::failure(line));
    let lines = &lines[..lines.len() - usize::from(last.is_some())];
    response.content = lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n").into_bytes();
    response.is_cut = is_cut;
    exchange.failure = last;
}

/// `wget -S` prints heads with an indent; without it an indented line would continue the one before.
fn dedented<'a>(lines: &[Line<'a>], start: usize) -> Vec<Line<'a>> {
    let indent = lines[start].1.len() - lines[start].1.trim_start().len();
    let dedent = |line: &'a str| line.get(indent..).filter(|_| line[..indent].trim().is_empty()).unwrap_or(line);
    lines
        .iter()
        .map(|(number, line)| {
            (*number, if line.len() >= indent && line.is_char_boundary(indent) { dedent(line) } else { line })
        })
        .collect()
}

enum FirstLine {
    Status(Response),
    Request(Request),
}

fn is_head(line: &str) -> bool {
    first_line(line).is_some()
}

fn first_line(line: &str) -> Option<FirstLine> {
    head::status_line(line).map(FirstLine::Status).or_else(|| head::request_line(line).map(FirstLine::Request))
}

/// 101 is final: what follows it is another protocol.
pub fn is_interim(response: &Response) -> bool {
    (100..200).contains(&response.status) && response.status != 101
}

/// Whether another head may follow, not content: after an interim response, a redirect or login that was followed,
/// or a proxy's answer to CONNECT.
fn leads_on(response: &Response) -> bool {
    let tunnel = response.reason.as_deref().is_some_and(|reason| reason.eq_ignore_ascii_case("connection established"));
    is_interim(response) || (300..400).contains(&response.status) || matches!(response.status, 401 | 407) || tunnel
}

fn unreadable(lines: &[Line], text: &str) -> Error {
    let looks_like = looks_like(text);
    // A line without end is what a head of a text would be; a page or a picture is named for what it is.
    let is_text = looks_like.starts_with("text");
    match lines.iter().find(|(_, line)| line.len() > head::LONGEST_LINE && is_text) {
        Some((line, _)) => Error::LineTooLong { line: *line, limit: head::LONGEST_LINE },
        None => Error::NoResponse { looks_like },
    }
}
