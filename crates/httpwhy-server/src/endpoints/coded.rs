//! `/gzip` and `/deflate`: content that is coded whether the client asked for it or not.

use std::io::Write;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use serde_json::json;

use super::ask::{Answered, Ask};
use super::echo;

pub fn gzip(ask: &Ask) -> Answered {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text(ask, "gzipped").as_bytes()).expect("a Vec takes everything");
    Ok(coded("gzip", encoder.finish().expect("a Vec takes everything")))
}

/// In the form of zlib, as RFC 9110, 8.4.1.2 asks for.
pub fn deflate(ask: &Ask) -> Answered {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text(ask, "deflated").as_bytes()).expect("a Vec takes everything");
    Ok(coded("deflate", encoder.finish().expect("a Vec takes everything")))
}

fn text(ask: &Ask, done: &str) -> String {
    let mut value =
        json!({ "headers": echo::fields(ask), "method": ask.method(), "origin": ask.request.peer.to_string() });
    value[done] = true.into();
    format!("{value:#}\n")
}

fn coded(coding: &'static str, content: Vec<u8>) -> crate::Plan {
    let plan = crate::Plan::new(200).field("Cache-Control", "no-store").field("Content-Encoding", coding);
    plan.content("application/json", content)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use crate::endpoints::tests::{asked, bytes};

    #[test]
    fn coded_content_can_be_read() {
        let (gzip, deflate) = (asked("/gzip"), asked("/deflate"));
        assert_eq!((gzip.get("content-encoding"), deflate.get("content-encoding")), (Some("gzip"), Some("deflate")));
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes(&gzip)).read_to_string(&mut text).unwrap();
        flate2::read::ZlibDecoder::new(bytes(&deflate)).read_to_string(&mut text).unwrap();
        assert!(text.contains("\"gzipped\": true") && text.contains("\"deflated\": true"));
    }
}
