//! What the engine of HTTP/1.x does with requests that are right, slow, many or cut short.

mod common;

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use common::{Server, connect, limits, rest, statuses, talk};
use httpwhy_server::Limits;

const GET: &[u8] = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

#[test]
fn requests_on_one_connection_are_answered_in_order() {
    let server = Server::start(limits());
    let pipelined = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /status/404 HTTP/1.1\r\nHost: a\r\n\r\nPOST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    assert_eq!(statuses(&talk(server.address, pipelined)), [200, 404, 405, 200]);
}

#[test]
fn a_request_in_single_bytes_is_a_request() {
    let server = Server::start(limits());
    let mut stream = connect(server.address);
    for byte in b"\r\nGET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" {
        stream.write_all(&[*byte]).unwrap();
    }
    assert_eq!(statuses(&rest(&mut stream)), [200]);
}

#[test]
fn head_has_the_fields_of_get_and_no_content() {
    let server = Server::start(limits());
    let get = talk(server.address, b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    let head = talk(server.address, b"HEAD /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert!(get.ends_with("\r\n\r\nok\n") && head.ends_with("\r\n\r\n"));
    assert!(head.contains("Content-Length: 3\r\n"));
}

#[test]
fn http_1_0_closes_unless_it_asks_to_keep() {
    let server = Server::start(limits());
    assert!(talk(server.address, b"GET /healthz HTTP/1.0\r\n\r\n").contains("Connection: close"));
    let kept = b"GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    assert!(talk(server.address, kept).contains("Connection: keep-alive"));
}

#[test]
fn content_in_chunks_is_read_and_what_follows_is_the_next_request() {
    let server = Server::start(limits());
    let chunked = b"POST /status/200 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    assert_eq!(statuses(&talk(server.address, chunked)), [200, 200]);
}

#[test]
fn who_expects_100_gets_it_before_the_content() {
    let server = Server::start(limits());
    let mut stream = connect(server.address);
    let head = b"POST /status/200 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\n";
    stream.write_all(head).unwrap();
    let mut first = [0; 25];
    stream.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(b"abc").unwrap();
    assert_eq!(statuses(&rest(&mut stream)), [200]);
}

#[test]
fn who_expects_100_with_too_much_gets_413_instead() {
    let server = Server::start(limits());
    let head = b"POST /healthz HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9000000\r\n\r\n";
    assert_eq!(statuses(&talk(server.address, head)).last(), Some(&413));
}

#[test]
fn half_a_request_is_answered_with_408_when_its_time_is_over() {
    let server = Server::start(limits());
    for half in
        [&b"GET /healthz HTTP/1.1\r\nHos"[..], b"POST /status/200 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"]
    {
        let mut stream = connect(server.address);
        stream.write_all(half).unwrap();
        let began = Instant::now();
        let answer = rest(&mut stream);
        assert_eq!(statuses(&answer), [408], "{answer}");
        assert!(answer.contains("Connection: close") && began.elapsed() >= Duration::from_millis(600));
    }
}

#[test]
fn an_idle_connection_ends_without_an_answer() {
    let server = Server::start(Limits { idle_time: Duration::from_millis(200), ..limits() });
    let mut stream = connect(server.address);
    stream.write_all(GET).unwrap();
    let began = Instant::now();
    assert_eq!(statuses(&rest(&mut stream)), [200]);
    assert!(began.elapsed() < Duration::from_secs(4), "it was not ended: the test gave up reading");
}

#[test]
fn the_answer_to_content_that_is_not_wanted_arrives() {
    let server = Server::start(limits());
    let mut stream = connect(server.address);
    let head = b"POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n";
    stream.write_all(head).unwrap();
    // As a client does that reads only when it has sent everything.
    let _ = stream.write_all(&vec![b'a'; 60_000]);
    assert_eq!(statuses(&rest(&mut stream)), [413]);
}

#[test]
fn who_is_being_served_when_the_server_stops_is_answered() {
    let mut server = Server::start(limits());
    let mut busy = connect(server.address);
    busy.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(100));
    server.stop();
    std::thread::sleep(Duration::from_millis(100));
    busy.write_all(b"\r\n").unwrap();
    let answer = rest(&mut busy);
    assert_eq!(statuses(&answer), [503], "of /healthz while stopping: {answer}");
    assert!(answer.contains("Connection: close"));
}

#[test]
fn a_connection_beyond_the_limit_is_told_so() {
    let server = Server::start(Limits { most_connections: 1, ..limits() });
    let mut first = connect(server.address);
    first.write_all(GET).unwrap();
    first.read_exact(&mut [0; 12]).unwrap();
    let mut second = connect(server.address);
    assert_eq!(statuses(&rest(&mut second)), [503]);
}

#[test]
fn a_client_that_asks_too_often_gets_429_and_when_to_come_back() {
    let server = Server::start(Limits { most_rate: Some(2), ..limits() });
    let three = GET.repeat(3);
    let answer = talk(server.address, &three);
    assert_eq!(statuses(&answer), [200, 200, 429]);
    assert!(answer.contains("Retry-After: 1\r\n") && !answer.contains("HTTPWhy"));
}

#[test]
fn a_thousand_clients_that_drip_do_not_stop_another() {
    let server = Server::start(Limits { head_time: Duration::from_secs(8), ..limits() });
    let mut drips: Vec<_> = (0..1000).map(|_| connect(server.address)).collect();
    drips.iter_mut().for_each(|drip| drip.write_all(b"GET /healthz HTTP/1.1\r\nX: ").unwrap());
    let began = Instant::now();
    for _ in 0..20 {
        drips.iter_mut().for_each(|drip| drip.write_all(b"a").unwrap());
        let answer = talk(server.address, b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assert_eq!(statuses(&answer), [200]);
    }
    assert!(began.elapsed() < Duration::from_secs(8), "the drips had ended");
}

#[test]
fn a_client_that_takes_nothing_loses_its_place() {
    let server = Server::start(Limits { most_connections: 1, ..limits() });
    let mut stuck = connect(server.address);
    // More than fits into the buffers of two sockets, and nobody reads.
    stuck.write_all(&b"GET /bytes/1000000 HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30)).unwrap();
    let freed = (0..60).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        statuses(&talk(server.address, GET)) == [200]
    });
    assert!(freed, "it still holds the only place after six seconds");
}

#[test]
fn content_beyond_what_all_may_hold_together_is_503_and_makes_room_again() {
    let server = Server::start(Limits { most_held: 4000, ..limits() });
    let post = |length: usize| {
        let mut bytes =
            format!("POST /status/200 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
        bytes.push_str(&"a".repeat(length));
        let mut stream = connect(server.address);
        let (head, content) = bytes.split_at(bytes.len() - length);
        stream.write_all(head.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(100));
        // The server may have refused and closed by now.
        let _ = stream.write_all(content.as_bytes());
        rest(&mut stream)
    };
    let refused = post(50_000);
    assert_eq!(statuses(&refused), [503], "{refused}");
    assert!(refused.contains("Retry-After: 1\r\n") && !refused.contains("HTTPWhy"));
    assert_eq!(statuses(&post(3000)), [200]);
}
