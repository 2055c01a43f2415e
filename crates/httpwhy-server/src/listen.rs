//! Accepts connections, a bounded number, until it is told to stop; then lets them end.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{Instant, interval, sleep, timeout};
use tokio_rustls::TlsAcceptor;

use crate::connection;
use crate::site::Site;

/// Serves until `stop` is done, and then until the connections have ended or [`Limits::stop_time`](crate::Limits) is over.
/// A request that has begun is answered; a connection that asks nothing more for a second is closed.
///
/// # Errors
/// If the listener can accept nothing at all.
pub async fn serve(
    site: Arc<Site>,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let slots = Arc::new(Semaphore::new(site.config.limits.most_connections));
    let flusher = tokio::spawn(flush(Arc::clone(&site)));
    let mut stop = Box::pin(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => match Arc::clone(&slots).try_acquire_owned() {
                    Ok(slot) => {
                        let (site, tls) = (Arc::clone(&site), tls.clone());
                        tokio::spawn(async move {
                            let _counted = Counted::new(Arc::clone(&site));
                            // What ends badly has told the client what could be told.
                            let _ = connection::serve(site, stream, peer, tls).await;
                            drop(slot);
                        });
                    }
                    Err(_) => turn_away(&site, stream),
                },
                // Too many open files, for example: the next ones may do.
                Err(_) => sleep(Duration::from_millis(20)).await,
            },
        }
    }
    drop(listener);
    end(&site).await;
    flusher.abort();
    site.log.iter().for_each(|log| log.flush());
    Ok(())
}

/// One connection among those that are open.
struct Counted(Arc<Site>);

impl Counted {
    fn new(site: Arc<Site>) -> Counted {
        site.metrics.connections.fetch_add(1, Relaxed);
        site.metrics.open.fetch_add(1, Relaxed);
        Counted(site)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.metrics.open.fetch_sub(1, Relaxed);
    }
}

/// Beyond the limit: an honest 503, if it goes out at once.
fn turn_away(site: &Site, stream: TcpStream) {
    site.metrics.turned_away.fetch_add(1, Relaxed);
    let answer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let _ = stream.try_write(answer.as_bytes());
}

async fn end(site: &Arc<Site>) {
    site.stop();
    let deadline = Instant::now() + site.config.limits.stop_time;
    let gone = async {
        while site.metrics.open.load(Relaxed) > 0 {
            sleep(Duration::from_millis(20)).await;
        }
    };
    let _ = timeout(deadline - Instant::now(), gone).await;
}

async fn flush(site: Arc<Site>) {
    let mut each = interval(Duration::from_secs(1));
    loop {
        each.tick().await;
        site.log.iter().for_each(|log| log.flush());
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    fn size<A, B, C, D, F: Future>(_: impl Fn(A, B, C, D) -> F) -> usize {
        size_of::<F>()
    }

    #[test]
    fn an_idle_connection_costs_less_than_4_kib() {
        assert!(size(connection::serve) < 4096, "{} bytes", size(connection::serve));
    }
}
