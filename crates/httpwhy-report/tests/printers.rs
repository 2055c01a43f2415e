//! What holds for every page, whatever it says.

use httpwhy_core::{CAUSES, CODES, COMPARISONS, COMPONENTS, SUBCODES};
use httpwhy_report::render::{Look, html, man, markdown, text};
use httpwhy_report::{Block, Now, Report};

fn every_report() -> impl Iterator<Item = Report> {
    let subcodes = SUBCODES.iter().flat_map(|vendor| vendor.list);
    let numbers = [299, 399, 599, 799];
    CODES
        .iter()
        .map(Report::code)
        .chain(CAUSES.iter().map(Report::cause))
        .chain(COMPARISONS.iter().map(Report::comparison))
        .chain(COMPONENTS.iter().map(Report::component))
        .chain(subcodes.map(Report::subcode))
        .chain(numbers.into_iter().map(Report::number))
}

/// What must stay on one line to be pasted or followed: commands, literal blocks, addresses, single words.
fn may_be_long(line: &str) -> bool {
    let line = line.trim_start();
    let last_column = line.trim_start_matches("- ").rsplit("  ").next().unwrap_or_default();
    line.starts_with("$ ") || line.contains("://") || !last_column.contains(' ')
}

#[test]
fn no_line_of_prose_is_wider_than_asked_for() {
    for width in [40, 60, 80, 120] {
        for report in every_report() {
            let literal = literals(&report);
            for line in text(&report, Look::plain(width)).lines() {
                let is_literal = literal.iter().any(|known| known == line.trim());
                let columns = line.chars().count();
                assert!(columns <= width || may_be_long(line) || is_literal, "{width}: {columns} columns: {line}");
            }
        }
    }
}

/// The lines that are printed as they are.
fn literals(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for block in report.document().blocks {
        match block {
            Block::Literal(text) => lines.extend(text.lines().map(|line| line.trim().to_owned())),
            Block::Prose(text) | Block::Hint(text) => lines.extend(fenced(&text)),
            Block::Facts(facts) | Block::Advice(facts) => {
                lines.extend(facts.iter().flat_map(|fact| fenced(&fact.text)))
            }
            Block::Items { items, .. } => {
                let commands = items.into_iter().flat_map(|item| item.steps).filter_map(|step| step.command);
                commands.for_each(|command| lines.extend(command.lines().map(|line| line.trim().to_owned())));
            }
            _ => {}
        }
    }
    lines
}

/// The lines of fenced blocks.
fn fenced(text: &str) -> Vec<String> {
    let blocks = text.split("```").skip(1).step_by(2);
    blocks.flat_map(str::lines).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn plain_text_has_no_escape_sequence_and_colour_ends_what_it_begins() {
    for report in every_report() {
        assert!(!text(&report, Look::plain(80)).contains('\u{1b}'));
        let coloured = text(&report, Look { width: 80, has_color: true, has_links: true });
        assert!(
            coloured.lines().all(|line| line.rfind("\u{1b}[").is_none_or(|at| line[at..].starts_with("\u{1b}[0m"))),
            "{coloured}"
        );
    }
}

#[test]
fn no_page_is_empty_in_any_format() {
    for report in every_report() {
        assert!(text(&report, Look::plain(80)).lines().count() > 2);
        assert!(markdown(&report).starts_with("# "));
        let page = html(&report);
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<h1>"));
        assert!(man("http-000", &report.document()).contains(".SH NAME"));
    }
}

#[test]
fn html_asks_nobody_for_anything() {
    for report in every_report() {
        let page = html(&report);
        assert!(
            !page.contains("<script") && !page.contains("<link") && !page.contains("<img") && !page.contains("src=")
        );
    }
}

/// A response whose every text tries to be more than text.
fn hostile() -> Report {
    let evil = "<script>alert(1)</script> [x](javascript:alert) \u{1b}[31m \u{9b}2J `";
    let pasted = format!(
        "HTTP/1.1 407 {evil}\r\nContent-Type: application/problem+json\r\nLocation: {evil}\r\nAllow: {evil}\r\nProxy-Authenticate: Basic realm=\"{evil}\"\r\n\
         Content-Range: {evil}\r\nLink: <{evil}>; rel=blocked-by\r\nRetry-After: {evil}\r\nProxy-Status: a; details=\"{evil}\"\r\n\r\n\
         {{\"title\": \"<script>\\u001b[2J\", \"{evil2}\": \"\\u202e[y](javascript:b)\"}}",
        evil2 = "<b>"
    );
    let capture = httpwhy_capture::read(pasted.as_bytes()).unwrap();
    Report::diagnosis(&capture, &Now::new(|| "2026-11-25T10:00:00+00:00[UTC]".parse().unwrap()))
}

#[test]
fn what_a_response_says_cannot_become_markup() {
    let page = html(&hostile());
    assert!(!page.contains("<script>") && !page.contains("<b>") && !page.contains("href=\"javascript"), "{page}");
}

#[test]
fn what_a_response_says_cannot_control_the_terminal() {
    let text = text(&hostile(), Look::plain(80));
    let controls = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
    assert!(!text.contains(controls), "{text:?}");
    assert!(text.contains("cannot be read"), "{text}");
}
