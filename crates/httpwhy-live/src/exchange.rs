//! One question, asked: look-up, connection, TLS, request, response, each timed.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, Version};
use http_body_util::{BodyExt, Full};
use httpwhy_core::{Exchange, Failure as Why, Fields};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::USER_AGENT;
use crate::answer::{Answer, Phases};
use crate::certificate::Certificate;
use crate::connect::{Reached, connect};
use crate::failure::Failure;
use crate::proxy;
use crate::question::Question;
use crate::tls::{self, Shown};

/// So many interim responses are kept.
const MOST_INTERIM: usize = 16;
/// What a server said that is no HTTP is quoted from this.
const MOST_HEARD: usize = 256;

/// Asks; whatever fails is said in the answer. Ctrl-C ends the waiting, and what is known so far is the answer.
pub async fn ask(question: &Question) -> Answer {
    let begun = Instant::now();
    let mut asked = Asked::default();
    let outcome = tokio::select! {
        outcome = run(question, &mut asked) => Some(outcome),
        _ = tokio::signal::ctrl_c() => None,
    };
    let stopped = outcome.is_none().then(|| asked.reached.so_far(begun.elapsed()));
    let mut exchange = Exchange { request: Some(request_shown(question)), ..Exchange::default() };
    exchange.interim = std::mem::take(&mut *asked.interim.lock().expect("nobody panics while holding it"));
    match outcome {
        Some(Ok(response)) => exchange.response = Some(response),
        Some(Err(failure)) => {
            exchange.failure = Some(Why { curl_exit: Some(failure.number), message: failure.message });
        }
        // The user stopped: nothing failed.
        None => {}
    }
    exchange.took = Some(asked.phases.first_byte.unwrap_or_else(|| begun.elapsed()));
    asked.phases.total = begun.elapsed();
    let shown = asked.shown.lock().expect("nobody panics while holding it");
    Answer {
        exchange,
        stopped,
        phases: Phases { look_up: asked.reached.look_up, connect: asked.reached.connect, ..asked.phases },
        attempts: asked.reached.attempts,
        has_two_families: asked.reached.has_two_families,
        proxy: asked.proxy,
        certificate: shown.certificate.as_deref().and_then(Certificate::read),
        distrust: shown.distrust.clone(),
    }
}

/// What is known so far, also if the rest fails.
#[derive(Default)]
struct Asked {
    reached: Reached,
    phases: Phases,
    proxy: Option<String>,
    shown: Arc<Mutex<Shown>>,
    interim: Arc<Mutex<Vec<httpwhy_core::Response>>>,
}

async fn run(question: &Question, asked: &mut Asked) -> Result<httpwhy_core::Response, Failure> {
    let begun = Instant::now();
    let patience = question.patience.min(question.limits.first_byte);
    let (mut shown, response) = match timeout(patience, head(question, asked)).await {
        Ok(outcome) => outcome?,
        Err(_) => return Err(Failure::timeout(&asked.reached, patience.as_secs())),
    };
    let left = question.patience.saturating_sub(begun.elapsed()).min(question.limits.content_time);
    (shown.content, shown.is_cut) = content(response, left, question.limits.content).await;
    Ok(shown)
}

type Head = (httpwhy_core::Response, Response<Incoming>);

/// The head of the response, and what its content will be read from.
async fn head(question: &Question, asked: &mut Asked) -> Result<Head, Failure> {
    let (host, port) = question.connect_to.clone().unwrap_or((question.host().to_owned(), question.port()));
    let proxy = proxy::of(question)?;
    asked.proxy = proxy.as_ref().map(|proxy| format!("{}:{}", proxy.host, proxy.port));
    let through = proxy.as_ref().map_or((host.as_str(), port), |proxy| (proxy.host.as_str(), proxy.port));
    let mut stream = connect(question, through.0, through.1, &mut asked.reached).await?;
    if !question.is_https() {
        let heard = Tee::default();
        return send(question, Heard { inner: stream, tee: heard.clone() }, heard, false, proxy.is_some(), asked).await;
    }
    if let Some(proxy) = &proxy {
        proxy::tunnel(&mut stream, proxy, &host, port).await?;
    }
    let begun = Instant::now();
    let config = tls::config(&question.trust, question.is_http1, asked.shown.clone())
        .map_err(|error| Failure::tls(&error, None))?;
    let name = ServerName::try_from(question.host().to_owned()).map_err(|error| Failure::tls(&error, None))?;
    let handshake = TlsConnector::from(Arc::new(config)).connect(name, stream).await;
    asked.phases.tls = Some(begun.elapsed());
    let stream = handshake.map_err(|error| {
        let shown = asked.shown.lock().expect("nobody panics while holding it");
        Failure::tls(&error, shown.distrust.as_deref())
    })?;
    let is_http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
    let heard = Tee::default();
    send(question, Heard { inner: stream, tee: heard.clone() }, heard, is_http2, false, asked).await
}

async fn send<T>(
    question: &Question,
    stream: T,
    heard: Tee,
    is_http2: bool,
    is_proxied: bool,
    asked: &mut Asked,
) -> Result<Head, Failure>
where
    T: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let mut request = request(question, is_http2, is_proxied)?;
    let interim = asked.interim.clone();
    hyper::ext::on_informational(&mut request, move |response| {
        let head = response_shown(response.status().as_u16(), None, response.headers(), Version::HTTP_11);
        let mut kept = interim.lock().expect("nobody panics while holding it");
        if kept.len() < MOST_INTERIM {
            kept.push(head);
        }
    });
    let failed = |error: hyper::Error| Failure::exchange(&error, &heard.bytes());
    let begun = Instant::now();
    let most_head = question.limits.head.max(8192);
    let response = if is_http2 {
        let mut builder = hyper::client::conn::http2::Builder::new(TokioExecutor::new());
        builder.max_header_list_size(u32::try_from(most_head).unwrap_or(u32::MAX));
        let (mut sender, connection) = builder.handshake(TokioIo::new(stream)).await.map_err(failed)?;
        tokio::spawn(connection);
        sender.send_request(request).await
    } else {
        let mut builder = hyper::client::conn::http1::Builder::new();
        builder.max_buf_size(most_head);
        let (mut sender, connection) = builder.handshake(TokioIo::new(stream)).await.map_err(failed)?;
        tokio::spawn(connection);
        sender.send_request(request).await
    };
    let response = response.map_err(failed)?;
    asked.phases.first_byte = Some(begun.elapsed());
    let reason = response.extensions().get::<hyper::ext::ReasonPhrase>();
    let reason = reason.map(|reason| String::from_utf8_lossy(reason.as_bytes()).into_owned());
    let reason = reason.or_else(|| response.status().canonical_reason().map(str::to_owned)).filter(|_| !is_http2);
    let shown = response_shown(response.status().as_u16(), reason, response.headers(), response.version());
    Ok((shown, response))
}

/// The first part of the content, and whether there is more.
async fn content(response: Response<Incoming>, time: Duration, most: usize) -> (Vec<u8>, bool) {
    let mut body = response.into_body();
    let mut content = Vec::new();
    let read = async {
        while let Some(frame) = body.frame().await {
            match frame {
                Ok(frame) => content.extend_from_slice(frame.data_ref().map_or(&[], |data: &Bytes| data)),
                Err(_) => return true,
            }
            if content.len() >= most {
                return true;
            }
        }
        false
    };
    let is_cut = timeout(time, read).await.unwrap_or(true);
    content.truncate(most);
    (content, is_cut)
}

fn request(question: &Question, is_http2: bool, is_proxied: bool) -> Result<Request<Full<Bytes>>, Failure> {
    let bad =
        |what: &dyn std::fmt::Display| Failure { number: 3, message: format!("the request cannot be sent: {what}") };
    let target = question.url.path_and_query().map_or("/", |path| path.as_str());
    let target = if is_http2 || is_proxied { question.url.to_string() } else { target.to_owned() };
    let mut request = Request::builder().method(question.method.clone()).uri(target);
    let host = question.url.authority().map(|authority| authority.as_str().rsplit('@').next().unwrap_or_default());
    let defaults = [("host", host.unwrap_or_default()), ("user-agent", USER_AGENT), ("accept", "*/*")];
    for (name, value) in defaults {
        // HTTP/2 has the host in `:authority`.
        if question.field(name).is_none() && !(is_http2 && name == "host") {
            request = request.header(name, value);
        }
    }
    for (name, value) in &question.fields {
        let name: HeaderName = name.parse().map_err(|error| bad(&error))?;
        let value = HeaderValue::from_bytes(value.as_bytes()).map_err(|error| bad(&error))?;
        request = request.header(name, value);
    }
    let content = question.content.clone().unwrap_or_default();
    request.body(Full::new(Bytes::from(content))).map_err(|error| bad(&error))
}

fn request_shown(question: &Question) -> httpwhy_core::Request {
    let mut fields = Fields::default();
    let host = question.url.authority().map_or("", |authority| authority.as_str());
    for (name, value) in [("Host", host), ("User-Agent", USER_AGENT), ("Accept", "*/*")] {
        if question.field(name).is_none() {
            fields.add(name, value);
        }
    }
    question.fields.iter().for_each(|(name, value)| fields.add(name.as_str(), value.as_str()));
    httpwhy_core::Request {
        method: question.method.to_string(),
        target: question.url.to_string(),
        fields: Some(fields),
    }
}

fn response_shown(
    status: u16,
    reason: Option<String>,
    headers: &http::HeaderMap,
    version: Version,
) -> httpwhy_core::Response {
    let mut fields = Fields::default();
    for (name, value) in headers {
        fields.add(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    let version = if version == Version::HTTP_2 { "HTTP/2".to_owned() } else { format!("{version:?}") };
    httpwhy_core::Response {
        version: Some(version),
        reason,
        fields: Some(fields),
        ..httpwhy_core::Response::new(status)
    }
}

/// The first bytes that came, for what is no HTTP.
#[derive(Clone, Default)]
struct Tee(Arc<Mutex<Vec<u8>>>);

impl Tee {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().expect("nobody panics while holding it").clone()
    }
}

/// A stream whose first bytes are kept.
struct Heard<T> {
    inner: T,
    tee: Tee,
}

impl<T: AsyncRead + Unpin> AsyncRead for Heard<T> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.inner).poll_read(cx, buf);
        let mut kept = self.tee.0.lock().expect("nobody panics while holding it");
        let room = MOST_HEARD.saturating_sub(kept.len());
        let new = &buf.filled()[before..];
        kept.extend_from_slice(&new[..new.len().min(room)]);
        drop(kept);
        polled
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Heard<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, data)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpListener};
    use std::thread;

    use super::*;
    use crate::question::{Limits, Proxies};

    /// A server that answers one request with these bytes, and then with `again` for as long as anybody listens.
    fn fake(begin: &'static [u8], again: &'static [u8], every: Duration) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let Ok((mut stream, _)) = listener.accept() else { return };
            let _ = stream.read(&mut [0; 4096]);
            let mut is_open = stream.write_all(begin).is_ok();
            while is_open {
                thread::sleep(every);
                is_open = stream.write_all(again).is_ok();
            }
        });
        address
    }

    fn question(address: SocketAddr) -> Question {
        let limits =
            Limits { head: 10_000, content: 1000, content_time: Duration::from_millis(50), ..Limits::default() };
        let question = Question::get(format!("http://{address}/").parse().unwrap());
        Question { limits, proxies: Proxies::Never, patience: Duration::from_secs(10), ..question }
    }

    #[tokio::test]
    async fn a_head_without_end_ends() {
        let address = fake(b"HTTP/1.1 200 OK\r\n", b"X: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", Duration::ZERO);
        let answer = ask(&question(address)).await;
        assert_eq!(answer.exchange.failure.unwrap().message, "Too large response headers");
    }

    #[tokio::test]
    async fn content_that_drips_is_cut_and_not_lost() {
        let address = fake(b"HTTP/1.1 200 OK\r\n\r\nfirst", b".", Duration::from_millis(5));
        let response = ask(&question(address)).await.exchange.response.unwrap();
        assert!(response.content.starts_with(b"first") && response.is_cut);
    }

    #[tokio::test]
    async fn of_content_without_end_the_first_part_is_kept() {
        let address = fake(b"HTTP/1.1 200 OK\r\n\r\n", &[b'a'; 600], Duration::ZERO);
        let response = ask(&question(address)).await.exchange.response.unwrap();
        assert!(response.content.len() == 1000 && response.is_cut);
    }

    #[tokio::test]
    async fn of_interim_responses_without_end_the_first_are_kept() {
        let address = fake(b"", b"HTTP/1.1 102 Processing\r\n\r\n", Duration::ZERO);
        let answer = ask(&Question { patience: Duration::from_millis(100), ..question(address) }).await;
        assert!(answer.exchange.interim.len() == MOST_INTERIM && answer.exchange.response.is_none());
    }

    #[tokio::test]
    async fn an_address_that_is_not_accepted_is_not_asked() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let accepts: fn(std::net::IpAddr) -> bool = |address| !address.is_loopback();
        let question = Question { accepts: Some(accepts), ..question(listener.local_addr().unwrap()) };
        let answer = ask(&question).await;
        assert_eq!(answer.exchange.failure.unwrap().curl_exit, Some(7));
        assert!(answer.attempts.is_empty() && listener.accept().is_err());
    }
}
