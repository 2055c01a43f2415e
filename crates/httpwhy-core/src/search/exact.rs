//! Queries that name one thing by its number, its constant or its id.

use alloc::vec::Vec;

use super::{Answer, Target};
use crate::{CODES, CONSTANTS, Cause, Code, Comparison, GRPC, Standing, Subcode};

/// The answer, if the query is exact.
pub fn ask(query: &str) -> Option<Answer> {
    number(query)
        .or_else(|| pattern(query))
        .or_else(|| name(query))
        .or_else(|| Cause::get(query).map(|cause| Answer::One(Target::Cause(cause))))
        .or_else(|| Comparison::get(query).map(|comparison| Answer::One(Target::Comparison(comparison))))
        .or_else(|| constant(query))
        .or_else(|| grpc(query))
        .or_else(|| number_among_words(query))
}

/// `403`, `000`, `404.13`, `1015`.
fn number(query: &str) -> Option<Answer> {
    let is_number = (1..=4).contains(&query.len()) && query.bytes().all(|byte| byte.is_ascii_digit());
    let number = query.parse().ok().filter(|_| is_number);
    if let Some(code) = number.and_then(Code::get) {
        return Some(Answer::One(Target::Code(code)));
    }
    let starts_like_one = query.starts_with(|c: char| c.is_ascii_digit());
    let subcode = starts_like_one.then(|| Subcode::get(query)).flatten().map(Target::Subcode);
    subcode.or(number.map(Target::Number)).map(Answer::One)
}

/// The registry's name of a code; some are ids of causes too (`conflict`, `gone`).
fn name(query: &str) -> Option<Answer> {
    let is_it = |code: &Code| code.standing != Standing::Vendor && code.name.eq_ignore_ascii_case(query);
    CODES.iter().find(is_it).map(|code| Answer::One(Target::Code(code)))
}

/// `4xx`, `50x`: every code it fits.
fn pattern(query: &str) -> Option<Answer> {
    let wild = |byte: u8| matches!(byte, b'x' | b'X' | b'?' | b'*');
    let bytes: [u8; 3] = query.as_bytes().try_into().ok()?;
    if !bytes[0].is_ascii_digit() || !wild(bytes[2]) || !(wild(bytes[1]) || bytes[1].is_ascii_digit()) {
        return None;
    }
    let fits = |code: &Code| {
        let digits = [code.number / 100, code.number / 10 % 10];
        let same = |at: usize| wild(bytes[at]) || u16::from(bytes[at] - b'0') == digits[at];
        code.number > 0 && same(0) && same(1)
    };
    let found: Vec<_> = CODES.iter().filter(fits).map(Target::Code).collect();
    (!found.is_empty()).then_some(Answer::Several(found))
}

/// A constant of a language or framework, whole or without its prefix.
fn constant(query: &str) -> Option<Answer> {
    let bare = query.trim_matches(|c: char| matches!(c, '`' | '\'' | '"' | ':' | '.'));
    let looks_like_one = query.contains(['_', '.', ':']) || bare.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    let last = |name: &'static str| name.rsplit(['.', ':']).next().unwrap_or(name);
    let is = |name: &'static str| name == query || (looks_like_one && last(name) == bare);
    let named = CONSTANTS.iter().flat_map(|target| target.named.iter());
    let found = named.filter(|named| named.names.iter().any(is)).find_map(|named| Code::get(named.number))?;
    Some(Answer::One(Target::Code(found)))
}

/// `NOT_FOUND`, `grpc unavailable`: the code a REST gateway sends for it.
fn grpc(query: &str) -> Option<Answer> {
    let after_prefix = ["grpc ", "gRPC ", "codes.", "StatusCode."].iter().find_map(|prefix| query.strip_prefix(prefix));
    let upper = query.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let name = after_prefix.or_else(|| upper.then_some(query))?;
    let status = GRPC.statuses.iter().find(|status| same_letters(status.name, name))?;
    Code::get(status.http).map(|code| Answer::One(Target::Code(code)))
}

/// Equal but for case and anything that is not a letter: `ResourceExhausted`.
fn same_letters(left: &str, right: &str) -> bool {
    let letters = |text: &'_ str| {
        text.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase()).collect::<Vec<_>>()
    };
    letters(left) == letters(right)
}

/// `HTTP/1.1 403 Forbidden`, `error 1015`: the one number in it that is a code.
fn number_among_words(query: &str) -> Option<Answer> {
    let words = query.split(|c: char| !(c.is_alphanumeric() || c == '.')).filter(|word| word.len() >= 3);
    let mut found = words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).filter_map(|word| {
        let subcode = Subcode::get(word).map(Target::Subcode);
        subcode.or_else(|| word.parse().ok().and_then(Code::get).map(Target::Code))
    });
    let first = found.next()?;
    found.next().is_none().then_some(Answer::One(first))
}
