//! Look-ups against `http::StatusCode::canonical_reason`: the same loop, the same run. Prints the ratios.

use std::hint::black_box;
use std::time::{Duration, Instant};

use httpwhy_core::search::ask;
use httpwhy_core::{Code, name};

const ROUNDS: usize = 2_000;
const TIMES: usize = 15;

/// The best of several runs: the one the machine disturbed least.
fn best(mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..TIMES).map(|_| time(&mut run)).min().expect("it runs more than once")
}

/// Looks every code from 100 to 599 up, again and again.
fn over_all_codes<C: Copy, T>(codes: &[C], look_up: impl Fn(C) -> T) -> Duration {
    best(|| {
        for _ in 0..ROUNDS {
            for code in codes {
                black_box(look_up(black_box(*code)));
            }
        }
    })
}

fn main() {
    let numbers: Vec<u16> = (100..600).collect();
    let statuses: Vec<http::StatusCode> =
        numbers.iter().map(|number| http::StatusCode::from_u16(*number).expect("100 to 599 are valid")).collect();
    let peer = over_all_codes(&statuses, |status| status.canonical_reason());
    let report = |what: &str, took: Duration| {
        let each = took.as_nanos() as f64 / (ROUNDS * 500) as f64;
        println!("{what:<42} {each:>7.2} ns   {:.2} × canonical_reason", took.as_secs_f64() / peer.as_secs_f64());
    };
    report("http::StatusCode::canonical_reason", peer);
    report("httpwhy_core::name", over_all_codes(&numbers, name));
    report(
        "httpwhy_core::Code::get, retry and caching",
        over_all_codes(&numbers, |number| {
            Code::get(number).map(|code| (code.retry.verdict, code.cacheable_by_default))
        }),
    );
    for query in ["forbiden", "to many requests", "rate limit", "nothing of the kind"] {
        println!(
            "{:<42} {:>7.0} µs",
            format!("search “{query}”"),
            best(|| drop(black_box(ask(black_box(query))))).as_secs_f64() * 1e6
        );
    }
}
