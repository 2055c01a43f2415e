//! What is no HTTP/1.1 is refused with the right status, or the connection ends; and where nginx refuses, so do we.

mod common;

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use common::{Server, limits, statuses, talk};

/// A request, and what it must get; 0 is the end of the connection without an answer.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    status: u16,
}

fn case(name: &'static str, bytes: impl Into<Vec<u8>>, status: u16) -> Case {
    Case { name, bytes: bytes.into(), status }
}

fn cases() -> Vec<Case> {
    let line = |line: &str| format!("{line}\r\nHost: a\r\n\r\n");
    let field = |field: &str| format!("GET / HTTP/1.1\r\nHost: a\r\n{field}\r\n\r\n");
    let post = |fields: &str, content: &str| format!("POST / HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n{content}");
    let chunked = |content: &str| post("Transfer-Encoding: chunked", content);
    let long = "a".repeat(20_000);
    vec![
        case("no version", line("GET /"), 400),
        case("no target", line("GET"), 400),
        case("an empty target", line("GET  HTTP/1.1"), 400),
        case("a space in the target", line("GET /a b HTTP/1.1"), 400),
        case("two spaces", line("GET  / HTTP/1.1"), 400),
        case("a tab for a space", line("GET\t/ HTTP/1.1"), 400),
        case("a space before the method", line(" GET / HTTP/1.1"), 400),
        case("a space behind the version", line("GET / HTTP/1.1 "), 400),
        case("a method that is no token", line("G@T / HTTP/1.1"), 400),
        case("a method in brackets", line("(GET) / HTTP/1.1"), 400),
        case("a method of 70 letters", line(&format!("{} / HTTP/1.1", "G".repeat(70))), 400),
        case("a version in small letters", line("GET / http/1.1"), 400),
        case("a version of another protocol", line("GET / HTCPCP/1.0"), 400),
        case("a version of two digits", line("GET / HTTP/1.10"), 400),
        case("a version without minor", line("GET / HTTP/1"), 400),
        case("a version of letters", line("GET / HTTP/x.y"), 400),
        case("HTTP/0.9 by name", line("GET / HTTP/0.9"), 505),
        case("HTTP/2.0 as a request line", line("GET / HTTP/2.0"), 505),
        case("HTTP/3.0 as a request line", line("GET / HTTP/3.0"), 505),
        case("a target without slash", line("GET index.html HTTP/1.1"), 400),
        case("a target of another scheme", line("GET ftp://a/ HTTP/1.1"), 400),
        case("a fragment", line("GET /a#b HTTP/1.1"), 400),
        case("a bad escape", line("GET /%zz HTTP/1.1"), 400),
        case("half an escape", line("GET /a% HTTP/1.1"), 400),
        case("an asterisk for GET", line("GET * HTTP/1.1"), 400),
        case("raw bytes beyond ASCII", b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n".to_vec(), 400),
        case("a NUL in the target", b"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n".to_vec(), 400),
        case("a control character in the target", b"GET /\x07 HTTP/1.1\r\nHost: a\r\n\r\n".to_vec(), 400),
        case("a carriage return in the request line", "GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        case("a target of 20,000 bytes", line(&format!("GET /{long} HTTP/1.1")), 414),
        case("CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", 501),
        case("no Host", "GET / HTTP/1.1\r\n\r\n", 400),
        case("two Hosts", field("Host: b"), 400),
        case("the same Host twice", field("Host: a"), 400),
        case("a Host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
        case("a Host with a slash", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
        case("a Host with a user", "GET / HTTP/1.1\r\nHost: me@a\r\n\r\n", 400),
        case("a field without colon", field("no colon"), 400),
        case("a field without name", field(": value"), 400),
        case("a space before the colon", field("X : a"), 400),
        case("a tab before the colon", field("X\t: a"), 400),
        case("a name with a bracket", field("X(y): a"), 400),
        case("a name beyond ASCII", "GET / HTTP/1.1\r\nHost: a\r\nX\u{e9}: a\r\n\r\n", 400),
        case("a NUL in a name", field("X\0: a"), 400),
        case("a NUL in a value", field("X: a\0b"), 400),
        case("a bare carriage return in a value", field("X: a\rb"), 400),
        case("a control character in a value", field("X: a\x01b"), 400),
        case("a folded line", field("X: a\r\n b"), 400),
        case("a first field line that is folded", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400),
        case("a field of 20,000 bytes", field(&format!("X: {long}")), 431),
        case("101 fields", field("X: a\r\n".repeat(101).trim_end()), 431),
        case("both lengths", post("Content-Length: 3\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400),
        case(
            "both lengths, the other way round",
            post("Transfer-Encoding: chunked\r\nContent-Length: 3", "0\r\n\r\n"),
            400,
        ),
        case("two lengths", post("Content-Length: 3\r\nContent-Length: 4", "abcd"), 400),
        case("two lengths in one line", post("Content-Length: 3, 4", "abcd"), 400),
        case("a length with a sign", post("Content-Length: +3", "abc"), 400),
        case("a negative length", post("Content-Length: -3", "abc"), 400),
        case("a length in hexadecimal", post("Content-Length: 0x3", "abc"), 400),
        case("a length that is a fraction", post("Content-Length: 3.0", "abc"), 400),
        case("an empty length", post("Content-Length:", "abc"), 400),
        case("a length of 20 nines", post("Content-Length: 99999999999999999999", "abc"), 400),
        case("a length of 9 GB", post("Content-Length: 9000000000", "abc"), 413),
        case("less content than its length", post("Content-Length: 30", "abc"), 0),
        case("an unknown transfer coding", post("Transfer-Encoding: br", "abc"), 501),
        case("gzip and chunked", post("Transfer-Encoding: gzip, chunked", "0\r\n\r\n"), 501),
        case("chunked, not last", post("Transfer-Encoding: chunked, identity", "0\r\n\r\n"), 400),
        case("chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400),
        case("a hidden chunked", post("Transfer-Encoding: \x0bchunked", "0\r\n\r\n"), 400),
        case("chunked in quotes", post("Transfer-Encoding: \"chunked\"", "0\r\n\r\n"), 501),
        case("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        case("a chunk size that is no number", chunked("zz\r\nabc\r\n0\r\n\r\n"), 400),
        case("a negative chunk size", chunked("-3\r\nabc\r\n0\r\n\r\n"), 400),
        case("a chunk size with 0x", chunked("0x3\r\nabc\r\n0\r\n\r\n"), 400),
        case("a chunk size of 17 digits", chunked("10000000000000003\r\nabc\r\n0\r\n\r\n"), 400),
        case("a chunk longer than its size", chunked("3\r\nabcd\r\n0\r\n\r\n"), 400),
        case("a chunk of 2 GB", chunked("7fffffff\r\nabc\r\n0\r\n\r\n"), 413),
        case("a chunk size that ends with a bare line feed", chunked("3\nabc\r\n0\r\n\r\n"), 400),
        case("a bare carriage return in a chunk extension", chunked("3;a\rb\r\nabc\r\n0\r\n\r\n"), 400),
        case("a trailer without colon", chunked("3\r\nabc\r\n0\r\nno colon\r\n\r\n"), 400),
        case("chunks without an end", chunked("3\r\nabc\r\n"), 0),
        case("an expectation nobody knows", post("Expect: 200-ok\r\nContent-Length: 0", ""), 417),
        case("TLS on a plain port", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), 400),
        case("SSH", "SSH-2.0-OpenSSH_9.6\r\n", 400),
        case("half a head", "GET / HTTP/1.1\r\nHost: a\r\n", 0),
    ]
}

#[test]
fn each_broken_rule_has_its_status() {
    let server = Server::start(limits());
    let wrong: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let answer = talk(server.address, &case.bytes);
            let got = statuses(&answer).first().copied().unwrap_or(0);
            (got != case.status).then(|| format!("{}: {got}, not {}", case.name, case.status))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_refusal_names_its_rule_and_ends_the_connection() {
    let server = Server::start(limits());
    let answer = talk(server.address, b"GET / HTTP/1.1\r\nHost : a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(statuses(&answer), [400]);
    assert!(answer.contains("before the colon") && answer.contains("RFC 9112, 5.1"), "{answer}");
    assert!(answer.contains("Connection: close"));
}

/// Refused by nginx 1.22 and served here, each for a reason.
const SERVED_HERE: [&str; 0] = [];

#[test]
fn what_nginx_refuses_is_refused_here() {
    let Some(nginx) = Nginx::start() else {
        assert!(!promised("nginx"), "nginx is promised and does not start");
        eprintln!("skipped: nginx is not installed");
        return;
    };
    let server = Server::start(limits());
    let refused = |address, bytes: &[u8]| statuses(&talk(address, bytes)).first().is_none_or(|status| *status >= 400);
    let served: Vec<&str> = cases()
        .iter()
        .filter(|case| refused(nginx.address, &case.bytes) && !refused(server.address, &case.bytes))
        .map(|case| case.name)
        .filter(|name| !SERVED_HERE.contains(name))
        .collect();
    assert!(served.is_empty(), "{served:?}");
}

fn promised(tool: &str) -> bool {
    std::env::var("HTTPWHY_TOOLS").is_ok_and(|tools| tools.split(' ').any(|known| known == tool))
}

struct Nginx {
    child: Child,
    address: SocketAddr,
    directory: std::path::PathBuf,
}

impl Nginx {
    fn start() -> Option<Nginx> {
        let free = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?;
        let directory = std::env::temp_dir().join(format!("httpwhy-malformed-{}", free.port()));
        fs::create_dir_all(&directory).ok()?;
        let here = directory.display();
        let config = format!(
            "daemon off; pid {here}/pid; error_log {here}/error.log; events {{}}
             http {{ access_log off; client_body_temp_path {here}; server {{ listen {free}; location / {{ return 200; }} }} }}"
        );
        fs::write(directory.join("nginx.conf"), config).ok()?;
        let mut command = Command::new("nginx");
        command.arg("-p").arg(&directory).arg("-c").arg(directory.join("nginx.conf"));
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        let nginx = Nginx { child, address: free, directory };
        (0..100)
            .any(|_| {
                sleep(Duration::from_millis(20));
                TcpStream::connect(free).is_ok()
            })
            .then_some(nginx)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.directory);
    }
}
