//! A server in this process, and a client that sends exactly what it is told.
#![allow(dead_code)] // Each test file uses a part.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use httpwhy_server::{Config, Limits, Site};
use tokio::sync::oneshot;

/// A server that stops when it is dropped.
pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

/// Short times, so that a test of a wait does not take long.
pub fn limits() -> Limits {
    Limits {
        head_time: Duration::from_millis(700),
        content_time: Duration::from_millis(700),
        idle_time: Duration::from_secs(5),
        stop_time: Duration::from_secs(5),
        ..Limits::default()
    }
}

impl Server {
    pub fn start(limits: Limits) -> Server {
        let (tell, told) = channel();
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let site = Arc::new(Site::new(Config { limits, ..Config::default() }));
                let stop = async { drop(stopped.await) };
                httpwhy_server::serve(site, listener, None, stop).await.unwrap();
            });
        });
        Server { address: told.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
    }

    /// Begins to stop; the server goes on for those that are being served.
    #[allow(dead_code)]
    pub fn stop(&mut self) {
        self.stop.take();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Sends these bytes, tells that nothing follows, and reads to the end.
pub fn talk(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(address);
    // A server that has refused already may have closed.
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    rest(&mut stream)
}

pub fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
}

pub fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The statuses in what came back, in order.
pub fn statuses(text: &str) -> Vec<u16> {
    let after = |part: &str| part.get(..3).and_then(|digits| digits.parse().ok());
    text.split("HTTP/1.1 ").skip(1).filter_map(after).collect()
}
