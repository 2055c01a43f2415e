//! Probes of servers that mean us harm. 127.0.0.1 stands for a public address here, and no other one is public.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::probe::Times;
use super::{Guard, Refused, Resolver, probe};
use crate::config::Config;
use crate::site::Site;
use httpwhy_capture::Capture;

const PEER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

/// What a server does.
#[derive(Clone)]
struct Fake {
    begin: Vec<u8>,
    /// Sent over and over, this often.
    again: Vec<u8>,
    every: Duration,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Fake {
    fn new(begin: impl Into<Vec<u8>>) -> Fake {
        Fake { begin: begin.into(), again: Vec::new(), every: Duration::ZERO, heard: Arc::default() }
    }

    fn redirect(to: &str) -> Fake {
        Fake::new(format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n"))
    }

    async fn listen(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let fake = self.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut some = vec![0; 4096];
                let read = stream.read(&mut some).await.unwrap_or(0);
                let heard = String::from_utf8_lossy(&some[..read]).into_owned();
                fake.heard.lock().unwrap().push(heard);
                let mut is_open = stream.write_all(&fake.begin).await.is_ok() && !fake.again.is_empty();
                while is_open {
                    tokio::time::sleep(fake.every).await;
                    is_open = stream.write_all(&fake.again).await.is_ok();
                }
            }
        });
        address
    }
}

/// Answers look-ups in turn; the last answer stays.
fn resolver(answers: &'static [&'static [&'static str]]) -> (Resolver, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let resolver: Resolver = Arc::new(move |_, port| {
        let at = count.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1);
        let all = answers[at].iter().map(|address| SocketAddr::new(address.parse().unwrap(), port)).collect();
        Box::pin(async move { Ok(all) })
    });
    (resolver, asked)
}

fn site(port: u16, resolver: Resolver) -> Arc<Site> {
    let config = Config { allow_probe: true, probe_ports: vec![port], ..Config::default() };
    let mut site = Site::new(config);
    site.guard = Guard::of(&site.config).map(|guard| Guard {
        accepts: |address| address == Ipv4Addr::LOCALHOST,
        resolver,
        refusal_time: Duration::from_millis(20),
        times: Times {
            first_byte: Duration::from_millis(500),
            request: Duration::from_millis(600),
            run: Duration::from_secs(5),
        },
        ..guard
    });
    Arc::new(site)
}

async fn asked(fake: &Fake) -> Result<Capture, Refused> {
    let address = fake.listen().await;
    probe(&site(address.port(), resolver(&[&[]]).0), PEER, &format!("http://{address}/")).await
}

#[tokio::test]
async fn nobody_is_asked_unless_it_is_allowed() {
    let site = Arc::new(Site::new(Config::default()));
    assert!(matches!(probe(&site, PEER, "http://example.com/").await, Err(Refused::Forbidden)));
}

#[tokio::test]
async fn a_public_page_is_asked_without_anything_of_ours() {
    let fake = Fake::new("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    let capture = asked(&fake).await.unwrap();
    assert_eq!((capture.last().status(), capture.asked.len()), (200, 1));
    let heard = fake.heard.lock().unwrap().join("");
    let names: Vec<&str> = heard.lines().skip(1).filter_map(|line| line.split(':').next()).collect();
    assert_eq!(names, ["host", "user-agent", "accept", "cdn-loop", ""]);
}

#[tokio::test]
async fn a_redirect_into_a_network_is_not_followed() {
    for to in [
        "http://127.0.0.2/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:22/",
        "//user@127.0.0.1/",
    ] {
        assert!(matches!(asked(&Fake::redirect(to)).await, Err(Refused::Forbidden)), "{to}");
    }
}

#[tokio::test]
async fn a_redirect_to_another_scheme_is_shown_and_not_followed() {
    let capture = asked(&Fake::redirect("file:///etc/passwd")).await.unwrap();
    assert_eq!((capture.last().status(), capture.asked.len()), (302, 1));
}

#[tokio::test]
async fn a_name_that_is_bound_anew_is_asked_at_the_address_that_was_checked() {
    let fake = Fake::new("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    let address = fake.listen().await;
    let (resolver, count) = resolver(&[&["127.0.0.1"], &["127.0.0.2"]]);
    let url = format!("http://rebind.example.com:{}/", address.port());
    let capture = probe(&site(address.port(), resolver), PEER, &url).await.unwrap();
    assert_eq!((capture.last().status(), count.load(Ordering::Relaxed)), (200, 1));
}

#[tokio::test]
async fn a_name_that_is_bound_anew_between_two_hops_is_refused() {
    let fake = Fake::redirect("/again");
    let address = fake.listen().await;
    let (resolver, count) = resolver(&[&["127.0.0.1"], &["127.0.0.2"]]);
    let url = format!("http://rebind.example.com:{}/", address.port());
    let refused = probe(&site(address.port(), resolver), PEER, &url).await;
    assert!(matches!(refused, Err(Refused::Forbidden)));
    assert_eq!((count.load(Ordering::Relaxed), fake.heard.lock().unwrap().len()), (2, 1));
}

#[tokio::test]
async fn one_private_address_among_public_ones_is_refused() {
    let fake = Fake::new("HTTP/1.1 200 OK\r\n\r\n");
    let address = fake.listen().await;
    let url = format!("http://both.example.com:{}/", address.port());
    let refused = probe(&site(address.port(), resolver(&[&["127.0.0.1", "fd00::1"]]).0), PEER, &url).await;
    assert!(matches!(refused, Err(Refused::Forbidden)) && fake.heard.lock().unwrap().is_empty());
}

#[tokio::test]
async fn fifty_redirects_are_followed_ten_times_without_cookies() {
    let fake = Fake::redirect("/next");
    let capture = asked(&fake).await.unwrap();
    assert_eq!((capture.asked.len(), capture.last().status()), (11, 302));
    assert!(!fake.heard.lock().unwrap().join("").to_ascii_lowercase().contains("cookie"));
}

#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&vec![b'a'; 20 << 20]).unwrap();
    let packed = packed.finish().unwrap();
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", packed.len());
    let capture = asked(&Fake::new([head.as_bytes(), &packed].concat())).await.unwrap();
    let response = capture.last().response.as_ref().unwrap();
    assert_eq!((response.content.len(), response.is_cut), (2048, true));
    assert!(response.content.iter().all(|byte| *byte == b'a'));
}

#[tokio::test]
async fn a_head_without_end_is_cut() {
    let fake = Fake { again: b"X: aaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(20), ..Fake::new("HTTP/1.1 200 OK\r\n") };
    let capture = asked(&fake).await.unwrap();
    assert_eq!(capture.last().failure.as_ref().unwrap().message, "Too large response headers");
}

#[tokio::test]
async fn a_drip_is_left_in_time() {
    let every = Duration::from_millis(10);
    let drip = |begin: &str| Fake { again: b"a".to_vec(), every, ..Fake::new(begin) };
    let begun = Instant::now();
    let capture = asked(&drip("HTTP/1.1 200 OK\r\nX: ")).await.unwrap();
    assert_eq!(capture.last().failure.as_ref().unwrap().curl_exit, Some(28));
    assert!(capture.notes.iter().any(|(label, _)| *label == "Patience"));
    let capture = asked(&drip("HTTP/1.1 200 OK\r\n\r\n")).await.unwrap();
    assert!(capture.last().response.as_ref().unwrap().is_cut);
    assert!(begun.elapsed() < Duration::from_secs(4));
}

#[tokio::test]
async fn a_host_has_its_rest_and_a_client_its_share() {
    let fake = Fake::new("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    let address = fake.listen().await;
    let site = site(address.port(), resolver(&[&[]]).0);
    let url = format!("http://{address}/");
    assert!(probe(&site, PEER, &url).await.is_ok());
    for _ in 0..2 {
        assert!(matches!(probe(&site, PEER, &url).await, Err(Refused::Wait(_))));
    }
    assert!(matches!(probe(&site, PEER, "http://localhost/").await, Err(Refused::Forbidden)));
    assert!(matches!(probe(&site, PEER, "http://localhost/").await, Err(Refused::Wait(_))));
    assert_eq!(fake.heard.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn every_refusal_says_the_same_and_takes_the_same_time() {
    for url in ["", "http://localhost/", "http://10.0.0.1/", "http://nowhere.example.com/", "http://u@example.com/"] {
        let begun = Instant::now();
        let refused = probe(&site(80, resolver(&[&[]]).0), PEER, url).await.unwrap_err();
        assert_eq!(refused, Refused::Forbidden, "{url}");
        assert!(begun.elapsed() >= Duration::from_millis(20), "{url}");
    }
}

#[tokio::test]
async fn whoever_asked_not_to_be_asked_is_not() {
    let config = Config { allow_probe: true, probe_never: vec!["Example.com".to_owned()], ..Config::default() };
    let guard = Guard::of(&config).unwrap();
    assert!(guard.is_out("example.com") && guard.is_out("www.example.com") && !guard.is_out("anexample.com"));
}
