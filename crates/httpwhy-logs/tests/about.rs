//! Which lines belong to an exchange, and which log is silent about it.

use httpwhy_core::{Logged, Nearness};
use httpwhy_logs::{Log, Question, about};

const AT: i64 = 1_795_347_405_000; // 2026-11-22 11:36:45 UTC

fn looked_up(question: &Question, logs: &[(&str, &str)]) -> Logged {
    let log = |(name, text): &(&str, &str)| Log::Bytes { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
    about(question, &logs.iter().map(log).collect::<Vec<_>>()).unwrap()
}

/// File, line and nearness of each line that was found.
fn found(logged: &Logged) -> Vec<(&str, u64, Nearness)> {
    logged.lines.iter().map(|line| (line.file.as_str(), line.number, line.nearness)).collect()
}

fn orders() -> Question<'static> {
    Question {
        method: Some("GET"),
        target: Some("http://shop.example.com/orders/17"),
        status: Some(502),
        ..Question::default()
    }
}

const ACCESS: &str = "\
192.0.2.7 - - [22/Nov/2026:11:36:40 +0000] \"GET /orders/17 HTTP/1.1\" 200 9
192.0.2.7 - - [22/Nov/2026:11:36:45 +0000] \"GET /orders/17 HTTP/1.1\" 502 157
192.0.2.9 - - [22/Nov/2026:11:36:45 +0000] \"GET /other HTTP/1.1\" 502 157
";

#[test]
fn lines_about_other_requests_do_not_speak() {
    let error = "\
2026/11/22 11:36:45 [error] 7#7: *1 connect() failed, client: 192.0.2.7, request: \"GET /orders/17 HTTP/1.1\"
2026/11/22 11:36:45 [error] 7#7: *2 open() failed, client: 192.0.2.9, request: \"GET /other HTTP/1.1\"
";
    let logged = looked_up(&orders(), &[("access.log", ACCESS), ("error.log", error)]);
    assert_eq!(found(&logged), [("access.log", 2, Nearness::Names), ("error.log", 1, Nearness::Names)]);
    assert_eq!((logged.status, logged.times), (Some(502), 1));
}

#[test]
fn what_names_no_request_counts_by_its_time() {
    let app = "\
2026-11-22 11:30:00 [INFO] pool exhausted
2026-11-22 11:36:45 [ERROR] worker died
2026-11-22 11:40:00 [INFO] worker started
";
    let logged = looked_up(&orders(), &[("access.log", ACCESS), ("app.log", app)]);
    let expected =
        [("access.log", 2, Nearness::Names), ("app.log", 2, Nearness::Near), ("app.log", 1, Nearness::Earlier)];
    assert_eq!(found(&logged), expected);
}

#[test]
fn a_clock_on_the_wall_is_that_of_the_access_log() {
    let access = "192.0.2.7 - - [22/Nov/2026:12:36:45 +0100] \"GET /orders/17 HTTP/1.1\" 502 157\n";
    let app = "2026-11-22 12:36:45 [ERROR] worker died\n2026-11-22 11:36:45 [ERROR] an hour ago\n";
    let question = Question { answered: Some(AT), ..orders() };
    let logged = looked_up(&question, &[("access.log", access), ("app.log", app)]);
    assert_eq!(found(&logged)[1..], [("app.log", 1, Nearness::Near), ("app.log", 2, Nearness::Earlier)]);
}

#[test]
fn an_error_log_that_covers_the_time_and_has_no_line_is_silent() {
    let other = "2026/11/22 11:36:44 [error] 7#7: *2 open() failed, request: \"GET /other HTTP/1.1\"\n";
    let silent =
        |error: &str, access: &str| looked_up(&orders(), &[("access.log", access), ("error.log", error)]).silent;
    assert_eq!(silent(other, ACCESS), ["nginx-error"]);
    let own = "2026/11/22 11:36:45 [error] 7#7: *1 x, request: \"GET /orders/17 HTTP/1.1\"\n";
    assert!(silent(own, ACCESS).is_empty(), "it has a line");
    let later = "2026/11/22 12:00:00 [error] 7#7: *2 x, request: \"GET /other HTTP/1.1\"\n";
    assert!(silent(later, ACCESS).is_empty(), "it begins after the request");
    let elsewhere = "192.0.2.9 - - [22/Nov/2026:11:36:45 +0000] \"GET /nothing HTTP/1.1\" 200 1\n";
    assert!(silent(other, elsewhere).is_empty(), "these are the logs of another server");
    let apache = "[Sun Nov 22 11:30:00.000000 2026] [core:notice] [pid 1:tid 1] AH00094: Command line\n";
    assert_eq!(silent(apache, ACCESS), ["apache-error"]);
}

#[test]
fn lines_without_a_time_belong_to_the_request_beside_them() {
    let app = "\
starting
INFO:     127.0.0.1:5 - \"GET /orders/17 HTTP/1.1\" 500 Internal Server Error
ERROR:    Exception in ASGI application
Traceback (most recent call last):
ValueError: x
INFO:     127.0.0.1:5 - \"GET /other HTTP/1.1\" 200 OK
ERROR:    another exception
INFO:     127.0.0.1:5 - \"GET /third HTTP/1.1\" 200 OK
";
    let question = Question { status: Some(500), ..orders() };
    let logged = looked_up(&question, &[("app.log", app)]);
    let near: Vec<u64> =
        logged.lines.iter().filter(|line| line.nearness == Nearness::Near).map(|line| line.number).collect();
    assert_eq!(near, [1, 3]);
    assert!(
        logged.lines.iter().any(|line| line.text.contains("another exception") && line.nearness == Nearness::Earlier)
    );
}

#[test]
fn a_log_without_times_that_lost_the_request_may_tell_why() {
    let app = "GET /other 200 1 ms\n\nFATAL ERROR: out of memory\n";
    let logged = looked_up(&orders(), &[("node.log", app)]);
    assert_eq!(found(&logged), [("node.log", 2, Nearness::Near)]);
}

#[test]
fn no_log_is_too_odd_or_too_long() {
    let mut log = Vec::new();
    for _ in 0..20_000 {
        log.extend_from_slice(
            b"2026/11/22 11:36:45 [error] 7#7: *1 \xff\x00 x, request: \"GET /orders/17 HTTP/1.1\"\n",
        );
    }
    log.extend(vec![b'x'; 1 << 20]);
    let logged = about(&orders(), &[Log::Bytes { name: "error.log".to_owned(), bytes: log }]).unwrap();
    assert!(logged.lines.len() <= 200, "{}", logged.lines.len());
}
