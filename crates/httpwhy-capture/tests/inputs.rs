//! What people paste is read; what is not a response gets a clear error.

use std::io::Read;

use httpwhy_capture::{Capture, Error, Told, read, told};

fn status(text: &str) -> u16 {
    read(text.as_bytes()).unwrap().last().status()
}

#[test]
fn heads_in_every_form_are_read() {
    assert_eq!(status("HTTP/1.1 404 Not Found\r\nServer: nginx\r\n\r\nhello"), 404);
    assert_eq!(status("HTTP/1.0 500\n\n"), 500);
    assert_eq!(status("HTTP/2 503 \nretry-after: 5\n\n"), 503);
    assert_eq!(status("HTTP/3 429\n\n"), 429);
    assert_eq!(status("\n\nHTTP/1.1 302 Found\nLocation: /x\n"), 302);
    assert_eq!(status("$ curl -si https://a.example/\nHTTP/2 403\n\n"), 403);
}

#[test]
fn interim_responses_and_redirects_stand_before_the_last() {
    let text = "HTTP/1.1 100 Continue\n\nHTTP/1.1 103 Early Hints\nLink: </a>; rel=preload\n\nHTTP/1.1 301 Moved Permanently\nLocation: /b\n\nHTTP/1.1 404 Not Found\n\ngone";
    let capture = read(text.as_bytes()).unwrap();
    assert_eq!((capture.before().len(), capture.before()[0].interim.len(), capture.last().status()), (1, 2, 404));
}

#[test]
fn a_status_line_in_the_content_is_content() {
    let capture = read("HTTP/1.1 200 OK\n\nHTTP/1.1 500 Internal Server Error\n".as_bytes()).unwrap();
    assert_eq!(capture.last().status(), 200);
}

#[test]
fn a_request_before_the_response_is_kept() {
    let capture =
        read("POST /orders HTTP/1.1\nHost: a.example\n\n{\"a\":1}\n\nHTTP/1.1 422 Unprocessable Entity\n\n".as_bytes())
            .unwrap();
    assert_eq!(capture.last().request.as_ref().unwrap().method, "POST");
    assert_eq!(capture.last().status(), 422);
}

#[test]
fn a_broken_line_does_not_stop_the_rest() {
    let capture =
        read("HTTP/1.1 401 Unauthorized\nno colon here\nWWW-Authenticate: Basic realm=\"x\"\n\n".as_bytes()).unwrap();
    assert_eq!(capture.not_understood, 1);
    assert!(matches!(told(capture.last())[0], Told::Challenge(_)));
}

#[test]
fn problem_details_alone_are_a_response() {
    let capture =
        read(r#"{"type": "https://a.example/p", "title": "Out of credit", "status": 403}"#.as_bytes()).unwrap();
    assert_eq!(capture.last().status(), 403);
}

#[test]
fn what_windows_and_wget_print_is_read() {
    assert_eq!(status("\u{feff}HTTP/1.1 404 Not Found\r\n\r\n"), 404);
    let wide: Vec<u8> =
        "\u{feff}HTTP/1.1 503 Service Unavailable\r\n\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide[..]).unwrap().last().status(), 503);
    let wget = read("  HTTP/1.1 404 Not Found\n  Server: nginx\n  Allow: GET\n".as_bytes()).unwrap();
    assert_eq!(wget.last().response.as_ref().unwrap().field("server"), Some("nginx"));
}

#[test]
fn a_client_that_gave_up_after_the_response_changes_no_status() {
    let capture = read(
        "HTTP/1.1 200 OK\nContent-Length: 99\n\npart\ncurl: (18) transfer closed with 94 bytes remaining\n".as_bytes(),
    )
    .unwrap();
    assert_eq!((capture.last().status(), capture.last().failure.as_ref().unwrap().curl_exit), (200, Some(18)));
    assert_eq!(capture.last().response.as_ref().unwrap().content, b"part");
}

#[test]
fn a_redirect_whose_target_was_not_reached_is_the_last() {
    let capture = read("HTTP/1.1 302 Found\nLocation: /b\n\nGET /b HTTP/1.1\nHost: a.example\n".as_bytes()).unwrap();
    assert_eq!(capture.last().status(), 302);
}

#[test]
fn json_that_is_no_problem_is_no_response() {
    assert!(read(r#"{"type": "order", "status": 200, "title": "x"}"#.as_bytes()).is_err());
    assert!(read(r#"{"status": 404, "rows": []}"#.as_bytes()).is_err());
}

#[test]
fn a_field_folded_without_end_takes_no_time() {
    let folded = format!("HTTP/1.1 200 OK\r\nX: a\r\n{}\r\n", " b\r\n".repeat(1_000_000));
    assert_eq!(status(&folded), 200);
}

#[test]
fn a_field_that_cannot_be_read_is_told_as_such() {
    let capture =
        read("HTTP/1.1 401 Unauthorized\nWWW-Authenticate: realm=\"a\"\nProxy-Status: ;;\n\n".as_bytes()).unwrap();
    let unreadable = |told: &Told| matches!(told, Told::Unreadable(..));
    assert_eq!(told(capture.last()).iter().filter(|told| unreadable(told)).count(), 2);
}

#[test]
fn fields_without_number_are_told_a_few_times() {
    let many = format!("HTTP/1.1 401 Unauthorized\r\n{}\r\n", "WWW-Authenticate: Basic realm=\"a\"\r\n".repeat(50_000));
    assert!(told(read(many.as_bytes()).unwrap().last()).len() < 20);
}

fn error(input: &[u8]) -> String {
    read(input).unwrap_err().to_string()
}

#[test]
fn what_is_no_response_is_named() {
    assert!(matches!(read(&b""[..]), Err(Error::Empty)));
    assert!(matches!(read(&b" \r\n\n"[..]), Err(Error::Empty)));
    assert!(error(&vec![0; 2 * 1024 * 1024]).contains("binary data"));
    assert!(error(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("a PNG picture"));
    assert!(error(b"<html><h1>404</h1></html>").contains("add `-i` to curl"));
    assert!(error(&[0x80, 0xff, 0x00, 0x81].repeat(100)).contains("binary data"));
    assert!(error(b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n").contains("a request without its response"));
    assert!(error(b"hello").contains("status line"));
}

#[test]
fn a_line_of_ten_megabytes_is_refused_with_its_place() {
    let mut input = b"HTTP/1.1 200 OK\r\nX-Long: ".to_vec();
    input.extend(vec![b'a'; 10 * 1024 * 1024]);
    let text = error(&input);
    assert!(text.contains("line 2 is longer than 256 KiB"), "{text}");
    assert!(error(&vec![b'a'; 10 * 1024 * 1024]).contains("line 1"));
}

#[test]
fn bytes_that_are_not_utf8_stop_nothing() {
    let capture = read(&b"HTTP/1.1 500 Interner Fehler \xfc\r\nX: \xff\r\n\r\n\xff\xfe"[..]).unwrap();
    assert_eq!(capture.last().status(), 500);
}

#[test]
fn a_content_of_any_size_is_cut() {
    let endless = b"HTTP/1.1 502 Bad Gateway\r\n\r\n".chain(std::io::repeat(b'x').take(64 * 1024 * 1024));
    let capture: Capture = read(endless).unwrap();
    let response = capture.last().response.as_ref().unwrap();
    assert!(response.is_cut && response.content.len() <= 4 * 1024 * 1024);
}

#[test]
fn no_cut_of_a_transcript_panics() {
    let text = "* Trying\n> GET /x?token=abc HTTP/1.1\n> Authorization: Bearer s3cret\n>\n< HTTP/1.1 103 Early Hints\n<\n< HTTP/1.1 401 Unauthorized\n< WWW-Authenticate: Digest realm=\"a\", nonce=\"\n<\nHTTP/1.1 401\nx\n\n{\"title\":";
    for end in 0..text.len() {
        if let Ok(capture) = read(&text.as_bytes()[..end]) {
            told(capture.last());
            assert!(!format!("{capture:?}").contains("s3cret"));
        }
    }
}
