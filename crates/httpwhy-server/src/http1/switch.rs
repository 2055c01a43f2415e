//! What is spoken after `101 Switching Protocols`: an echo, by WebSocket (RFC 6455) or byte for byte.

use std::io;
use std::sync::Arc;

use tokio::time::timeout;

use super::Connection;
use crate::plan::Switch;
use crate::site::Site;
use crate::wire::read_some;

/// A longer message is refused (1009, RFC 6455, 7.4.1).
const MOST_MESSAGE: usize = 1 << 20;

const CONTINUATION: u8 = 0;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;
const FINAL: u8 = 0x80;

/// Until one side ends it, or nothing comes for too long.
pub async fn speak(connection: &mut Connection, switch: Switch, site: &Arc<Site>) -> io::Result<()> {
    loop {
        match switch {
            Switch::Echo => {
                let bytes = std::mem::take(&mut connection.read);
                connection.out.extend_from_slice(&bytes);
            }
            Switch::WebSocketEcho => {
                while let Some((frame, length)) = frame(&connection.read) {
                    connection.read.drain(..length);
                    let (reply, is_last) = reply(frame);
                    connection.out.extend_from_slice(&reply);
                    if is_last {
                        return connection.flush().await;
                    }
                }
            }
        }
        connection.flush().await?;
        match timeout(site.config.limits.idle_time, read_some(&mut connection.wire, &mut connection.read)).await {
            Ok(Ok(1..)) => {}
            Ok(Ok(0)) | Err(_) => return Ok(()),
            Ok(Err(error)) => return Err(error),
        }
    }
}

/// What a client sent.
#[derive(Debug, PartialEq, Eq)]
enum Frame {
    /// Its first byte and its content.
    Whole(u8, Vec<u8>),
    /// A client must mask what it sends (RFC 6455, 5.1); control frames are short and whole (5.5).
    Wrong,
    /// Too long.
    TooLong,
}

/// The first frame of the buffer and how long it is; `None` while it is not whole.
fn frame(buffer: &[u8]) -> Option<(Frame, usize)> {
    let [first, second, ..] = *buffer else { return None };
    let is_control = first & 8 != 0;
    let is_masked = second & 0x80 != 0;
    let short = usize::from(second & 0x7f);
    if first & 0x70 != 0 || !is_masked || (is_control && (short > 125 || first & FINAL == 0)) {
        return Some((Frame::Wrong, buffer.len()));
    }
    let (length, mask_at) = match short {
        126 => (usize::from(u16::from_be_bytes(buffer.get(2..4)?.try_into().ok()?)), 4),
        127 => (usize::try_from(u64::from_be_bytes(buffer.get(2..10)?.try_into().ok()?)).unwrap_or(usize::MAX), 10),
        length => (length, 2),
    };
    if length > MOST_MESSAGE {
        return Some((Frame::TooLong, buffer.len()));
    }
    let mask = buffer.get(mask_at..mask_at + 4)?;
    let content = buffer.get(mask_at + 4..mask_at + 4 + length)?;
    let content = content.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask).collect();
    Some((Frame::Whole(first, content), mask_at + 4 + length))
}

/// What goes back, and whether that is the end.
fn reply(frame: Frame) -> (Vec<u8>, bool) {
    match frame {
        Frame::Wrong => (written(FINAL | CLOSE, &1002_u16.to_be_bytes()), true),
        Frame::TooLong => (written(FINAL | CLOSE, &1009_u16.to_be_bytes()), true),
        Frame::Whole(first, content) => match first & 0x0f {
            CLOSE => (written(FINAL | CLOSE, content.get(..2).unwrap_or_default()), true),
            PING => (written(FINAL | PONG, &content), false),
            PONG => (Vec::new(), false),
            // A message in pieces goes back in the same pieces.
            CONTINUATION..=2 => (written(first, &content), false),
            _ => (written(FINAL | CLOSE, &1002_u16.to_be_bytes()), true),
        },
    }
}

fn written(first: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![first];
    match content.len() {
        length @ 0..=125 => out.push(length as u8),
        length @ 126..=0xffff => {
            out.push(126);
            out.extend_from_slice(&(length as u16).to_be_bytes());
        }
        length => {
            out.push(127);
            out.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
    out.extend_from_slice(content);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The masked “Hello” of RFC 6455, 5.7.
    const HELLO: &[u8] = &[0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];

    #[test]
    fn a_message_comes_back_unmasked() {
        let (frame, length) = frame(HELLO).unwrap();
        assert_eq!(length, HELLO.len());
        assert_eq!(reply(frame), (vec![0x81, 5, b'H', b'e', b'l', b'l', b'o'], false));
    }

    #[test]
    fn a_piece_of_a_frame_is_waited_for() {
        assert!((0..HELLO.len()).all(|end| frame(&HELLO[..end]).is_none()));
    }

    #[test]
    fn an_unmasked_frame_ends_the_connection_with_1002() {
        let (frame, _) = frame(&[0x81, 1, b'a']).unwrap();
        assert_eq!(reply(frame), (vec![0x88, 2, 0x03, 0xea], true));
    }
}
