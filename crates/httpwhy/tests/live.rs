//! Asking servers that misbehave in one way each, on loopback: what is said, and what is sent.

mod common;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use common::answer;
use common::server::free_port;
use serde_json::Value;

const NGINX: &str = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nContent-Type: text/html\r\nContent-Length: 32\r\n\
    Connection: close\r\n\r\n<hr><center>nginx/1.22.1</center";

/// A server that does one thing with each connection, and the first line of each request it read.
struct Fake {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Fake {
    fn start(serve: impl Fn(&mut TcpStream) + Send + 'static) -> Fake {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/orders/17", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut bytes = [0; 4096];
                let read = stream.read(&mut bytes).unwrap_or_default();
                let line = String::from_utf8_lossy(&bytes[..read]).lines().next().unwrap_or_default().to_owned();
                seen.lock().unwrap().push(line);
                serve(&mut stream);
            }
        });
        Fake { url, asked }
    }

    fn said(&self, options: &[&str]) -> Value {
        said(&[options, &[&self.url]].concat())
    }
}

fn said(arguments: &[&str]) -> Value {
    let arguments = [&["--json", "--quiet"], arguments].concat();
    serde_json::from_str(&answer(&arguments, b"")).unwrap()
}

fn causes(said: &Value) -> Vec<&str> {
    said["causes"].as_array().unwrap().iter().map(|cause| cause["id"].as_str().unwrap()).collect()
}

#[test]
fn a_port_where_nothing_listens_refuses() {
    let said = said(&[&format!("http://127.0.0.1:{}/", free_port())]);
    assert_eq!((said["status"].as_u64(), causes(&said)), (Some(0), vec!["connection-refused"]));
}

#[test]
fn a_silent_server_was_connected_to() {
    let fake = Fake::start(|_| thread::sleep(Duration::from_secs(20)));
    let said = fake.said(&["--max-time", "300ms"]);
    assert!(!causes(&said).contains(&"connection-timed-out"), "{said:#}");
    assert!(causes(&said).contains(&"upstream-overloaded"), "{said:#}");
}

#[test]
fn what_is_no_http_is_quoted() {
    let fake = Fake::start(|stream| stream.write_all(b"SSH-2.0-OpenSSH_9.2\r\n").unwrap());
    let said = fake.said(&[]);
    assert!(said["failure"].as_str().unwrap().contains("SSH-2.0-OpenSSH_9.2"), "{said:#}");
}

#[test]
fn an_empty_reply_is_a_connection_that_was_closed() {
    let fake = Fake::start(|_| {});
    assert_eq!(causes(&fake.said(&[]))[0], "connection-reset");
}

#[test]
fn tls_to_a_plain_port_is_told() {
    let fake =
        Fake::start(|stream| stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").unwrap());
    let said = said(&[&fake.url.replace("http:", "https:")]);
    assert_eq!(causes(&said)[0], "tls-to-plain-http", "{said:#}");
}

#[test]
fn a_request_that_may_change_something_is_sent_once() {
    let fake = Fake::start(|stream| stream.write_all(NGINX.as_bytes()).unwrap());
    let said = fake.said(&["-d", "a=b"]);
    let asked = fake.asked.lock().unwrap().clone();
    assert_eq!(asked[0], "POST /orders/17 HTTP/1.1");
    assert!(asked[1..].iter().all(|line| line == "GET / HTTP/1.1"), "{asked:?}");
    assert_eq!(said["asked"].as_array().unwrap().len(), asked.len());
}

#[test]
fn requests_are_few_and_none_without_leave() {
    let fake = Fake::start(|stream| stream.write_all(NGINX.as_bytes()).unwrap());
    fake.said(&["--max-requests", "2"]);
    assert!(fake.asked.lock().unwrap().len() <= 3);
    fake.asked.lock().unwrap().clear();
    fake.said(&["--no-probe"]);
    assert_eq!(fake.asked.lock().unwrap().len(), 1);
}

#[test]
fn a_server_that_asks_to_wait_is_left_alone() {
    let busy = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 60\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let fake = Fake::start(|stream| stream.write_all(busy.as_bytes()).unwrap());
    let said = fake.said(&[]);
    assert_eq!(said["retry_after"], 60);
    let asked = fake.asked.lock().unwrap().clone();
    assert_eq!(asked.len(), 1, "{asked:?}");
}
