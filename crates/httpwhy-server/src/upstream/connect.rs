//! From the name of the upstream to a connection, with the kind of trouble that is on the way.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use httpwhy_live::Trust;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;

use super::line::Line;
use super::settings::{Host, Upstream};
use super::trouble::{Kind, Trouble};

/// Makes connections to the upstream; hyper's pool keeps them.
#[derive(Clone)]
pub struct Connector {
    host: Arc<str>,
    port: u16,
    patience: Duration,
    tls: Option<Result<Arc<ClientConfig>, String>>,
}

impl Connector {
    /// For this upstream.
    pub fn new(upstream: &Upstream) -> Connector {
        // In HTTP/2 the host is that of the connection, so another one can be told by HTTP/1.1 only.
        let is_http1 = upstream.host == Host::Kept;
        let tls = upstream.is_https().then(|| httpwhy_live::tls_config(&Trust::default(), is_http1).map(Arc::new));
        let host = upstream.url.host().unwrap_or_default();
        let port = upstream.url.port_u16().unwrap_or(if upstream.is_https() { 443 } else { 80 });
        Connector { host: host.trim_matches(['[', ']']).into(), port, patience: upstream.connect_time, tls }
    }

    async fn connect(self) -> Result<TokioIo<Line>, Trouble> {
        let end = Instant::now() + self.patience;
        let stream = self.tcp(end).await?;
        let line = match &self.tls {
            None => Line::Clear(stream),
            Some(Ok(config)) => self.tls(stream, config, end).await?,
            Some(Err(why)) => return Err(Trouble::new(Kind::Configuration, why)),
        };
        Ok(TokioIo::new(line))
    }

    /// Tries each address in turn; each has its share of the time that is left.
    async fn tcp(&self, end: Instant) -> Result<TcpStream, Trouble> {
        let addresses = self.addresses(end).await?;
        let mut trouble = Trouble::new(Kind::LookUp, format!("{} has no address", self.host));
        for (tried, address) in addresses.iter().enumerate() {
            let left = end.saturating_duration_since(Instant::now()) / (addresses.len() - tried) as u32;
            trouble = match timeout_at(Instant::now() + left, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => {
                    let _ = stream.set_nodelay(true);
                    return Ok(stream);
                }
                Ok(Err(error)) => Trouble::new(of_connect(&error), format!("{address}: {error}")),
                Err(_) => Trouble::new(Kind::ConnectTimeout, format!("{address}: no answer in {left:.1?}")),
            };
        }
        Err(trouble)
    }

    async fn addresses(&self, end: Instant) -> Result<Vec<SocketAddr>, Trouble> {
        match timeout_at(end, lookup_host((&*self.host, self.port))).await {
            Ok(Ok(addresses)) => Ok(addresses.collect()),
            Ok(Err(error)) => Err(Trouble::new(Kind::LookUp, format!("{}: {error}", self.host))),
            Err(_) => {
                Err(Trouble::new(Kind::LookUpTimeout, format!("{}: no answer in {:.1?}", self.host, self.patience)))
            }
        }
    }

    async fn tls(&self, stream: TcpStream, config: &Arc<ClientConfig>, end: Instant) -> Result<Line, Trouble> {
        let name =
            ServerName::try_from(self.host.to_string()).map_err(|error| Trouble::new(Kind::TlsProtocol, error))?;
        match timeout_at(end, TlsConnector::from(config.clone()).connect(name, stream)).await {
            Ok(Ok(stream)) => Ok(Line::Tls(Box::new(stream))),
            Ok(Err(error)) => Err(of_tls(&error)),
            Err(_) => Err(Trouble::new(Kind::ConnectTimeout, "the TLS handshake did not end in time")),
        }
    }
}

fn of_connect(error: &io::Error) -> Kind {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Kind::Refused,
        io::ErrorKind::TimedOut => Kind::ConnectTimeout,
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted => Kind::Terminated,
        _ => Kind::Unroutable,
    }
}

fn of_tls(error: &io::Error) -> Trouble {
    let known = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match known {
        Some(error @ rustls::Error::InvalidCertificate(_)) => {
            Trouble::new(Kind::TlsCertificate, httpwhy_live::distrust(error))
        }
        Some(error @ rustls::Error::AlertReceived(_)) => Trouble::new(Kind::TlsAlert, error),
        _ => Trouble::new(Kind::TlsProtocol, error),
    }
}

impl tower_service::Service<http::Uri> for Connector {
    type Response = TokioIo<Line>;
    type Error = Trouble;
    type Future = Pin<Box<dyn Future<Output = Result<TokioIo<Line>, Trouble>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Trouble>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: http::Uri) -> Self::Future {
        Box::pin(self.clone().connect())
    }
}
