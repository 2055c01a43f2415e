//! Any log, looked up for a request that may be in it.
#![no_main]

use httpwhy_core::diagnose::diagnose;
use httpwhy_core::{Exchange, Response};
use httpwhy_logs::{Log, Question, about};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((choice, log)) = data.split_first() else { return };
    let question = Question {
        method: (choice & 1 != 0).then_some("GET"),
        target: (choice & 2 != 0).then_some("/orders/17"),
        status: (choice & 4 != 0).then_some(502),
        answered: (choice & 8 != 0).then_some(1_795_347_360_000),
        ..Question::default()
    };
    let log = Log::Bytes { name: "fuzz".to_owned(), bytes: log.to_vec() };
    let logged = about(&question, &[log]).expect("bytes can be read");
    diagnose(&Exchange { response: Some(Response::new(502)), logged: Some(logged), ..Exchange::default() });
});
