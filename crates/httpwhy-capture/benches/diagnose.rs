//! How long one diagnosis takes once the program runs. Prints microseconds.

use std::hint::black_box;
use std::time::Instant;

use httpwhy_core::diagnose::diagnose;

const TIMES: u32 = 2_000;

const NGINX: &str = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx/1.22.1\r\nDate: Sun, 22 Nov 2026 11:36:45 GMT\r\n\
    Content-Type: text/html\r\n\r\n<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
    <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";

fn main() {
    let mut long = NGINX.replace("<body>", &format!("<body>{}", "<p>an error page of one's own</p>".repeat(1_000)));
    long = long.replace("502", "403");
    for (what, text) in [("a short page", NGINX), ("a page of 33 KB", &long)] {
        let capture = httpwhy_capture::read(text.as_bytes()).expect("it is a response");
        let start = Instant::now();
        for _ in 0..TIMES {
            black_box(diagnose(black_box(capture.last())));
        }
        println!("diagnose {what:<33} {:>7.1} µs", start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES));
    }
}
