//! A connection as an engine sees it: bytes, and a way to break it off.

use std::cell::RefCell;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::ready;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::server::TlsStream;

/// A connection of any kind. Behind a pointer, so that the engines are compiled once.
pub type AnyWire = Box<dyn Wire>;

/// A connection.
pub trait Wire: AsyncRead + AsyncWrite + Unpin + Send + 'static {
    /// What is closed after this is reset (RST).
    fn reset_on_close(&self);
}

impl Wire for TcpStream {
    fn reset_on_close(&self) {
        // It can fail only on a socket that is gone.
        let _ = self.set_zero_linger();
    }
}

impl Wire for TlsStream<TcpStream> {
    fn reset_on_close(&self) {
        self.get_ref().0.reset_on_close();
    }
}

thread_local! {
    /// What is read passes through here, so that a connection that waits holds no memory for it.
    static SPACE: RefCell<Box<[u8; 16 << 10]>> = RefCell::new(Box::new([0; 16 << 10]));
}

/// Appends what comes next; 0 at the end.
pub async fn read_some(wire: &mut AnyWire, buffer: &mut Vec<u8>) -> io::Result<usize> {
    poll_fn(|context| {
        SPACE.with_borrow_mut(|space| {
            let mut space = ReadBuf::new(&mut space[..]);
            ready!(Pin::new(&mut *wire).poll_read(context, &mut space))?;
            buffer.extend_from_slice(space.filled());
            Ok(space.filled().len()).into()
        })
    })
    .await
}

/// Sends all of it. A client that takes nothing for so long has gone, whatever its connection says.
pub async fn write_all(wire: &mut AnyWire, mut bytes: &[u8], patience: Duration) -> io::Result<()> {
    while !bytes.is_empty() {
        match timeout(patience, wire.write(bytes)).await?? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            written => bytes = &bytes[written..],
        }
    }
    timeout(patience, wire.flush()).await?
}
