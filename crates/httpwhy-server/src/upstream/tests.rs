//! The gateway before servers that do it right and wrong, on this machine.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::{Host, Upstream};
use crate::config::Config;
use crate::plan::{Answer, Before, Content, Fault, Plan};
use crate::request::Request;
use crate::site::Site;

/// A server that answers each request with these bytes, after a pause, and then closes; what it hears is kept.
async fn fake(answer: &'static [u8], pause: Duration) -> (SocketAddr, Arc<Mutex<Vec<u8>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let kept = heard.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            listen(&mut stream, &kept).await;
            tokio::time::sleep(pause).await;
            let _ = stream.write_all(answer).await;
        }
    });
    (address, heard)
}

async fn listen(stream: &mut TcpStream, kept: &Mutex<Vec<u8>>) {
    let mut some = vec![0; 4096];
    let read = stream.read(&mut some).await.unwrap_or(0);
    kept.lock().unwrap().extend_from_slice(&some[..read]);
}

fn upstream(address: SocketAddr) -> Upstream {
    let upstream: Upstream = format!("http://{address}").parse().unwrap();
    Upstream { first_byte_time: Duration::from_millis(100), pause_time: Duration::from_millis(100), ..upstream }
}

async fn asked(upstream: Upstream, request: &Request) -> Plan {
    let site = Arc::new(Site::new(Config { upstream: Some(upstream), ..Config::default() }));
    match crate::respond(&site, request) {
        Answer::Now(plan) => plan,
        Answer::Later(plan) => plan.await,
    }
}

async fn answer(bytes: &'static [u8]) -> Plan {
    let (address, _) = fake(bytes, Duration::ZERO).await;
    asked(upstream(address), &Request::get("/x")).await
}

/// All that came, and whether it came to its end.
async fn content(plan: Plan) -> (Vec<u8>, bool) {
    let Content::Stream { mut pieces, .. } = plan.content else { return (Vec::new(), true) };
    let mut all = Vec::new();
    while let Some(piece) = pieces.recv().await {
        match piece {
            Ok(piece) => all.extend_from_slice(&piece),
            Err(()) => return (all, false),
        }
    }
    (all, true)
}

fn says(plan: &Plan, error: &str) -> bool {
    plan.get("proxy-status").is_some_and(|value| value.starts_with(&format!("httpwhy; error={error}; details=")))
}

#[tokio::test]
async fn a_response_passes_through() {
    let plan = answer(
        b"HTTP/1.1 299 Fine Indeed\r\nX-A: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nConnection: close, X-Hop\r\n\
          X-Hop: 1\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
    )
    .await;
    assert_eq!((plan.status, plan.reason.as_deref()), (299, Some("Fine Indeed")));
    let fields: Vec<String> = plan.fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    assert_eq!(fields, ["x-a: 1", "set-cookie: a=1", "set-cookie: b=2", "Via: 1.1 httpwhy"]);
    assert_eq!(content(plan).await, (b"abcde".to_vec(), true));
}

#[tokio::test]
async fn the_upstream_hears_what_the_client_said_and_who_it_was() {
    let (address, heard) = fake(b"HTTP/1.1 204 No Content\r\n\r\n", Duration::ZERO).await;
    let mut request = Request::get("/x?y=%20").with("Connection", "x-hop").with("X-Hop", "1").with("X-A", "1");
    request.method = "PUT".to_owned();
    request.content = "hello".into();
    let plan = asked(upstream(address), &request).await;
    assert_eq!(plan.status, 204);
    assert!(matches!(plan.content, Content::Empty));
    let heard = String::from_utf8(heard.lock().unwrap().clone()).unwrap();
    assert!(heard.starts_with("PUT /x?y=%20 HTTP/1.1\r\n") && heard.ends_with("\r\n\r\nhello"), "{heard}");
    for line in [&format!("host: {address}"), "x-a: 1", "via: 1.1 httpwhy", "content-length: 5", "cdn-loop: httpwhy"] {
        assert!(heard.contains(line), "{line} in {heard}");
    }
    assert!(!heard.contains("x-hop"), "{heard}");
}

#[tokio::test]
async fn the_host_of_the_client_can_be_kept() {
    let (address, heard) = fake(b"HTTP/1.1 204 No Content\r\n\r\n", Duration::ZERO).await;
    asked(Upstream { host: Host::Kept, ..upstream(address) }, &Request::get("/")).await;
    assert!(String::from_utf8_lossy(&heard.lock().unwrap()).contains("host: localhost\r\n"));
}

#[tokio::test]
async fn an_interim_response_goes_on() {
    let plan = answer(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n").await;
    let Before::Interim(103, fields) = &plan.before[0] else { panic!("{plan:?}") };
    assert_eq!(fields[0], ("link".into(), "</a>".into()));
}

#[tokio::test]
async fn a_failure_of_the_upstream_is_said_to_be_its_own() {
    let plan = answer(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n").await;
    assert_eq!(plan.get("proxy-status"), Some("httpwhy; received-status=502"));
}

#[tokio::test]
async fn a_refused_connection_is_502() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let plan = asked(upstream(address), &Request::get("/")).await;
    assert_eq!(plan.status, 502);
    assert!(says(&plan, "connection_refused"), "{plan:?}");
    let Content::Whole(text) = &plan.content else { panic!() };
    let problem: serde_json::Value = serde_json::from_slice(text).unwrap();
    assert_eq!((problem["title"].as_str(), problem["status"].as_u64()), (Some("Bad Gateway"), Some(502)));
    assert!(problem["detail"].as_str().unwrap().contains("Nothing listens"));
}

#[tokio::test]
async fn a_name_without_address_is_502() {
    let upstream = "http://does-not-exist.invalid".parse().unwrap();
    let plan = asked(upstream, &Request::get("/")).await;
    // Where no resolver answers at all, it is the time that runs out.
    assert!(says(&plan, "dns_error") || says(&plan, "dns_timeout"), "{plan:?}");
}

#[tokio::test]
async fn what_is_no_http_is_502() {
    for bytes in [&b"SSH-2.0-OpenSSH_9.6\r\n"[..], b"\x15\x03\x01\x00\x02\x02\x50 and more of it\r\n\r\n"] {
        let plan = answer(bytes).await;
        assert_eq!(plan.status, 502);
        assert!(says(&plan, "http_protocol_error"), "{plan:?}");
    }
    assert!(says(&answer(b"HTTP/1.1 101 Switching Protocols\r\n\r\n").await, "http_protocol_error"));
}

#[tokio::test]
async fn an_end_before_the_response_is_502() {
    for bytes in [&b""[..], b"HTTP/1.1 200 OK\r\nX-A"] {
        let plan = answer(bytes).await;
        assert_eq!(plan.status, 502);
        assert!(says(&plan, "connection_terminated"), "{plan:?}");
    }
}

#[tokio::test]
async fn too_many_fields_are_502() {
    let long: &'static [u8] = [&b"HTTP/1.1 200 OK\r\nX-A: "[..], &[b'a'; 100_000]].concat().leak();
    let plan = answer(long).await;
    assert!(says(&plan, "http_response_header_section_size"), "{plan:?}");
}

#[tokio::test]
async fn silence_is_504() {
    let (address, _) = fake(b"", Duration::from_secs(5)).await;
    let plan = asked(upstream(address), &Request::get("/")).await;
    assert_eq!(plan.status, 504);
    assert!(says(&plan, "http_response_timeout"), "{plan:?}");
}

#[tokio::test]
async fn tls_to_a_server_without_is_502() {
    let (address, _) = fake(b"HTTP/1.1 400 Bad Request\r\n\r\n", Duration::ZERO).await;
    let upstream = format!("https://{address}").parse().unwrap();
    let plan = asked(upstream, &Request::get("/")).await;
    assert_eq!(plan.status, 502);
    assert!(says(&plan, "tls_protocol_error"), "{plan:?}");
}

#[tokio::test]
async fn truncated_content_breaks_off() {
    let cut = answer(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc").await;
    assert_eq!(content(cut).await, (b"abc".to_vec(), false));
    let cut = answer(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n").await;
    assert_eq!(content(cut).await, (b"abc".to_vec(), false));
}

#[tokio::test]
async fn a_loop_is_508_and_says_so() {
    let (address, heard) = fake(b"", Duration::ZERO).await;
    let request = Request::get("/").with("Via", "1.1 httpwhy, 1.1 other, 1.1 httpwhy");
    let plan = asked(upstream(address), &request).await;
    assert_eq!(plan.status, 508);
    assert!(says(&plan, "proxy_loop_detected"), "{plan:?}");
    assert!(heard.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_web_socket_is_501_and_an_offer_of_http_2_is_left_alone() {
    let (address, _) = fake(b"HTTP/1.1 204 No Content\r\n\r\n", Duration::ZERO).await;
    let upgrade = |to| Request::get("/").with("Connection", "Upgrade").with("Upgrade", to);
    assert_eq!(asked(upstream(address), &upgrade("websocket")).await.status, 501);
    assert_eq!(asked(upstream(address), &upgrade("h2c")).await.status, 204);
}

#[tokio::test]
async fn faults_are_added_and_say_so() {
    let (address, heard) = fake(b"HTTP/1.1 204 No Content\r\n\r\n", Duration::ZERO).await;
    let with = |rule: &str| Upstream { faults: vec![rule.parse().unwrap()], ..upstream(address) };
    let plan = asked(with("status=503,path=/api/*"), &Request::get("/api/x")).await;
    assert_eq!((plan.status, plan.get("httpwhy")), (503, Some("added; code=503")));
    let steered = Request::get("/").with("Prefer", "code=404").with("Access-Control-Request-Method", "PUT");
    let plan = asked(with("status=503"), &Request { method: "OPTIONS".to_owned(), ..steered }).await;
    assert_eq!(plan.status, 503);
    let plan = asked(with("reset"), &Request::get("/")).await;
    assert_eq!(plan.fault, Some(Fault::Reset));
    assert!(heard.lock().unwrap().is_empty());
    let plan = asked(with("delay=2ms"), &Request::get("/")).await;
    assert_eq!((plan.status, plan.get("httpwhy")), (204, Some("added; delay=2ms")));
}

#[tokio::test]
async fn the_gateway_answers_for_its_own_health() {
    let (address, heard) = fake(b"", Duration::ZERO).await;
    asked(upstream(address), &Request::get("/healthz")).await;
    assert!(heard.lock().unwrap().is_empty());
}
