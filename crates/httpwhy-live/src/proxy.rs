//! Proxies from the environment (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`).

use hyper_util::client::proxy::matcher::Matcher;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::failure::Failure;
use crate::question::{Proxies, Question};

/// A proxy: its host and port, and the credentials it wants.
pub struct Proxy {
    pub host: String,
    pub port: u16,
    pub authorization: Option<http::HeaderValue>,
}

/// The longest head of an answer to CONNECT.
const MOST_HEAD: usize = 16 * 1024;

/// The proxy for a question, if the environment names one and counts.
pub fn of(question: &Question) -> Result<Option<Proxy>, Failure> {
    if question.proxies == Proxies::Never {
        return Ok(None);
    }
    let Some(found) = Matcher::from_env().intercept(&question.url) else { return Ok(None) };
    let uri = found.uri();
    if uri.scheme_str().is_some_and(|scheme| scheme != "http") {
        return Err(Failure::proxy(format!("the proxy {uri} cannot be used: only http: proxies are")));
    }
    let host = uri.host().unwrap_or_default().to_owned();
    Ok(Some(Proxy { host, port: uri.port_u16().unwrap_or(80), authorization: found.basic_auth().cloned() }))
}

/// Opens a tunnel to the server (RFC 9110, 9.3.6).
pub async fn tunnel(stream: &mut TcpStream, proxy: &Proxy, host: &str, port: u16) -> Result<(), Failure> {
    let broken = |error: std::io::Error| Failure::proxy(format!("the proxy {}: {error}", proxy.host));
    let authority = if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") };
    let mut head = format!("CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n").into_bytes();
    if let Some(value) = &proxy.authorization {
        head.extend_from_slice(b"Proxy-Authorization: ");
        head.extend_from_slice(value.as_bytes());
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");
    stream.write_all(&head).await.map_err(broken)?;
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") && answer.len() < MOST_HEAD {
        answer.push(stream.read_u8().await.map_err(broken)?);
    }
    let line = String::from_utf8_lossy(answer.split(|byte| *byte == b'\r').next().unwrap_or_default()).into_owned();
    let is_open = line.split(' ').nth(1).is_some_and(|status| status.starts_with('2'));
    if is_open { Ok(()) } else { Err(Failure::proxy(format!("the proxy {} opened no tunnel: {line}", proxy.host))) }
}
