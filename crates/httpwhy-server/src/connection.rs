//! One connection, from its first bytes to its end: TLS or not, HTTP/2 or 1.x.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use crate::http1::head::Peer;
use crate::http1::{self, End};
use crate::http2;
use crate::site::Site;
use crate::wire::AnyWire;

/// The first byte of a TLS handshake.
const HANDSHAKE: u8 = 0x16;

/// Serves a connection. An error means that the client has gone.
pub async fn serve(site: Arc<Site>, stream: TcpStream, peer: SocketAddr, tls: Option<TlsAcceptor>) -> io::Result<()> {
    // An answer is written whole; waiting for more to send would only delay it.
    stream.set_nodelay(true)?;
    let address = canonical(peer.ip());
    let Some(tls) = tls else { return speak(&site, Box::new(stream), Peer { address, is_tls: false }).await };
    let limits = &site.config.limits;
    let mut first = [0; 1];
    match timeout(limits.idle_time, stream.peek(&mut first)).await {
        Ok(Ok(1..)) => {}
        Ok(_) | Err(_) => return Ok(()),
    }
    if first[0] != HANDSHAKE {
        return speak(&site, Box::new(stream), Peer { address, is_tls: false }).await;
    }
    // In a box, because most connections need no room for it.
    Box::pin(secured(&site, stream, address, tls)).await
}

async fn secured(site: &Arc<Site>, stream: TcpStream, address: IpAddr, tls: TlsAcceptor) -> io::Result<()> {
    let stream = timeout(site.config.limits.head_time, tls.accept(stream)).await??;
    let peer = Peer { address, is_tls: true };
    if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
        return http2::serve(site, Box::new(stream), peer, Vec::new()).await;
    }
    speak(site, Box::new(stream), peer).await
}

/// HTTP/1.x, unless the client begins with the preface of HTTP/2.
async fn speak(site: &Arc<Site>, wire: AnyWire, peer: Peer) -> io::Result<()> {
    match http1::serve(site, wire, peer, Vec::new()).await? {
        End::Closed => Ok(()),
        End::Http2(wire, read) => Box::pin(http2::serve(site, wire, peer, read)).await,
    }
}

/// An IPv4 address that came by an IPv6 socket is an IPv4 address.
fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}
