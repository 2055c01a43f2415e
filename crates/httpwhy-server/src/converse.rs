//! A whole connection in memory: what these bytes get from the server. For tests and fuzzing.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

use crate::http1::head::Peer;
use crate::http1::{self, End};
use crate::http2;
use crate::site::Site;
use crate::wire::Wire;

impl Wire for DuplexStream {
    /// Memory knows no reset.
    fn reset_on_close(&self) {}
}

/// Sends `bytes` by a connection of their own, tells that nothing follows, and returns all that comes back.
///
/// ```
/// # use std::sync::Arc;
/// # use httpwhy_server::{Config, Site, converse};
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
/// let site = Arc::new(Site::new(Config::default()));
/// let answer = converse(&site, b"GET / HTTP/1.1\r\n\r\n").await;
/// assert!(answer.starts_with(b"HTTP/1.1 400 Bad Request\r\n"));
/// # });
/// ```
pub async fn converse(site: &Arc<Site>, bytes: &[u8]) -> Vec<u8> {
    let (mut client, server) = duplex(64 << 10);
    let (sent, told) = (bytes.to_vec(), Arc::clone(site));
    let served = tokio::spawn(async move { serve(&told, server).await });
    let (mut reading, mut writing) = tokio::io::split(&mut client);
    let send = async {
        // A server that has refused already may have closed.
        let _ = writing.write_all(&sent).await;
        let _ = writing.shutdown().await;
    };
    let mut answer = Vec::new();
    let _ = tokio::join!(send, reading.read_to_end(&mut answer));
    drop(served.await);
    answer
}

async fn serve(site: &Arc<Site>, wire: DuplexStream) -> io::Result<()> {
    let peer = Peer { address: Ipv4Addr::LOCALHOST.into(), is_tls: false };
    match http1::serve(site, Box::new(wire), peer, Vec::new()).await? {
        End::Closed => Ok(()),
        End::Http2(wire, read) => http2::serve(site, wire, peer, read).await,
    }
}
