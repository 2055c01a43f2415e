//! Queries that name one thing by its number, its constant or its id.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::typo::distance;
use super::{Answer, Target};
use crate::{CODES, CONSTANTS, Cause, Code, Comparison, GRPC, Standing, Subcode};

/// The answer, if the query is exact.
pub fn ask(query: &str) -> Option<Answer> {
    number(query)
        .or_else(|| pattern(query))
        .or_else(|| name(query))
        .or_else(|| id(query))
        .or_else(|| constant(query))
        .or_else(|| grpc(query))
        .or_else(|| numbers_among_words(query))
        .or_else(|| near_name(query))
}

/// An id of a cause or a question, with dashes or without. Ids of questions are common words (`rate-limit`), so
/// without dashes only one with a number is meant: `soft 404`.
fn id(query: &str) -> Option<Answer> {
    let id = query.to_lowercase().replace(' ', "-");
    let is_question = id == query || query.contains(|c: char| c.is_ascii_digit());
    let question = || is_question.then(|| Comparison::get(&id)).flatten().map(Target::Comparison);
    Cause::get(&id).map(Target::Cause).or_else(question).map(Answer::One)
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
    // A sub-code nobody documents is read as the code before it.
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let code = || {
        query
            .split_once('.')
            .filter(|(_, rest)| is_digits(rest))
            .and_then(|(code, _)| Code::get(code.parse().ok()?))
            .map(Target::Code)
    };
    subcode.or_else(code).or(number.map(Target::Number)).map(Answer::One)
}

/// The registry's name of a code, however it is spaced and spelled: `not found`, `NotFound`, `un-authorized`. Some names
/// are ids of causes too (`conflict`, `gone`); the code comes first.
fn name(query: &str) -> Option<Answer> {
    if !query.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let is_it = |code: &Code| code.standing != Standing::Vendor && same_letters(code.name, query);
    CODES.iter().find(is_it).map(|code| Answer::One(Target::Code(code)))
}

/// The one registered code whose whole name is a slip or two away: `nto found`, `Tempory Redirect`. A beginning of a
/// name is no slip.
fn near_name(query: &str) -> Option<Answer> {
    let sought = letters(query);
    let mut near = CODES.iter().filter(|code| {
        let name = letters(code.name);
        let most = if name.len() < 8 { 1 } else { 2 };
        code.standing != Standing::Vendor
            && sought.len() > 4
            && !name.starts_with(&sought)
            && distance(&sought, &name, most).is_some()
    });
    let first = near.next()?;
    near.next().is_none().then_some(Answer::One(Target::Code(first)))
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

/// A constant of a language or framework, whole, without its prefix or with another one.
fn constant(query: &str) -> Option<Answer> {
    let bare = query.trim_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ']' | '[' | '(' | ')')));
    let looks_like_one = query.contains(['_', '.', ':']) || bare.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    let last = |name: &'_ str| name.rsplit(['.', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let sought = last(bare);
    let is_it = |name: &'static str| name == query || (looks_like_one && !sought.is_empty() && last(name) == sought);
    let named = CONSTANTS.iter().flat_map(|target| target.named);
    let found = named.filter(|named| named.names.iter().any(is_it)).find_map(|named| Code::get(named.number))?;
    Some(Answer::One(Target::Code(found)))
}

/// `NOT_FOUND`, `grpc unavailable`, `rpc error: code = Unavailable`: the code a REST gateway sends for it.
fn grpc(query: &str) -> Option<Answer> {
    let prefixes = ["grpc ", "gRPC ", "codes.", "StatusCode.", "rpc error: code = "];
    let after_prefix =
        prefixes.iter().find_map(|prefix| query.strip_prefix(prefix)).and_then(|rest| rest.split([' ', ',']).next());
    let upper = query.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let name = after_prefix.or_else(|| upper.then_some(query))?;
    let status = GRPC.statuses.iter().find(|status| {
        same_letters(status.name, name) || after_prefix.is_some() && status.number.to_string() == name
    })?;
    Code::get(status.http).map(|code| Answer::One(Target::Code(code)))
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Equal but for case and anything that is no letter or digit: `ResourceExhausted`.
fn same_letters(left: &str, right: &str) -> bool {
    letters(left) == letters(right)
}

/// `HTTP/1.1 403 Forbidden`, `error 1015`, `http404`: the one number in it that is a code. `401 or 403`: the question
/// about the codes, or the codes.
fn numbers_among_words(query: &str) -> Option<Answer> {
    let words: Vec<&str> =
        query.split(|c: char| !(c.is_alphanumeric() || c == '.')).filter(|word| !word.is_empty()).collect();
    let number =
        |word: &&str| word.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_end_matches('.').to_owned();
    let found: Vec<Target> =
        words.iter().map(number).filter(|word| word.len() >= 3).filter_map(|word| target(&word)).collect();
    let codes: Vec<u16> = found
        .iter()
        .filter_map(|target| if let Target::Code(code) = target { Some(code.number) } else { None })
        .collect();
    match found.as_slice() {
        [] => None,
        [only] => Some(Answer::One(*only)),
        several => Some(
            Comparison::of(&codes)
                .filter(|_| codes.len() == several.len())
                .map_or(Answer::Several(found), |one| Answer::One(Target::Comparison(one))),
        ),
    }
}

fn target(word: &str) -> Option<Target> {
    let code = word.parse().ok().filter(|_| word.len() == 3).and_then(Code::get).map(Target::Code);
    code.or_else(|| {
        word.starts_with(|c: char| c.is_ascii_digit()).then(|| Subcode::get(word)).flatten().map(Target::Subcode)
    })
}
