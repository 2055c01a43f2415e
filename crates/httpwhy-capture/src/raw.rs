//! Reads raw messages as `curl -i`, HTTPie and others print them: heads one after the other, then the content.

use httpwhy_core::{Exchange, Fields, Request, Response};

use crate::input::{Input, looks_like};
use crate::{Capture, Error, head};

/// Lines before the first head (a prompt, a progress meter) that are looked through.
const MOST_PREAMBLE: usize = 200;

pub fn read(input: &Input) -> Result<Capture, Error> {
    let lines: Vec<(usize, &str)> = input.text.lines().enumerate().map(|(at, line)| (at + 1, line)).collect();
    let is_head = |(_, line): &(usize, &str)| head::status_line(line).is_some() || head::request_line(line).is_some();
    let Some(start) = lines.iter().take(MOST_PREAMBLE).position(is_head) else {
        return Err(unreadable(&lines, &input.text));
    };
    let mut capture = Capture {
        exchanges: Vec::new(),
        not_understood: lines[..start].iter().filter(|(_, line)| !line.is_empty()).count(),
    };
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
                at += lines[at..].iter().take_while(|line| !is_head(line)).count();
            }
            FirstLine::Status(response) => {
                let response = Response { fields, ..response };
                let goes_on = lines.get(at).is_some_and(is_head) && leads_on(&response);
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
    if let Some(response) = &mut exchange.response {
        response.content =
            lines[at.min(lines.len())..].iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n").into_bytes();
        response.is_cut = input.is_cut;
    }
    if exchange.response.is_none() {
        return Err(Error::NoResponse { looks_like: "a request without its response" });
    }
    capture.exchanges.push(exchange);
    Ok(capture)
}

enum FirstLine {
    Status(Response),
    Request(Request),
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

fn unreadable(lines: &[(usize, &str)], text: &str) -> Error {
    let longest = 256 * 1024;
    match lines.iter().find(|(_, line)| line.len() > longest && line.is_ascii() && !line.contains('\0')) {
        Some((line, _)) => Error::LineTooLong { line: *line, limit: longest },
        None => Error::NoResponse { looks_like: looks_like(text) },
    }
}
