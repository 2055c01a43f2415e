//! From a name to a connection: look-up, then each address in turn.

use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

use crate::failure::Failure;
use crate::question::{Family, Question};

/// An address that does not answer the handshake for this long does not answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Of a name with more addresses these many are tried.
const MOST_ADDRESSES: usize = 4;

#[derive(Default)]
pub struct Reached {
    pub look_up: Option<Duration>,
    pub connect: Option<Duration>,
    pub attempts: Vec<(SocketAddr, Option<String>)>,
    pub has_two_families: bool,
}

impl Reached {
    /// The name was resolved, or there was none to resolve.
    pub fn has_addresses(&self) -> bool {
        self.look_up.is_some() || !self.attempts.is_empty()
    }

    /// In words.
    pub fn so_far(&self, after: Duration) -> String {
        let so_far = match (self.has_addresses(), self.connect) {
            (false, _) => "the name was not resolved yet",
            (true, None) => "no connection had come about yet",
            (true, Some(_)) => "connected, and no response had come yet",
        };
        format!("by you after {:.1} s: {so_far}", after.as_secs_f64())
    }
}

pub async fn connect(question: &Question, host: &str, port: u16, reached: &mut Reached) -> Result<TcpStream, Failure> {
    let addresses = addresses(question, host, port, reached).await?;
    let is_accepted = |address: SocketAddr| question.accepts.is_none_or(|accepts| accepts(address.ip()));
    if !addresses.iter().all(|address| is_accepted(*address)) {
        return Err(Failure::forbidden(host));
    }
    let begun = Instant::now();
    let mut is_timeout = true;
    for address in addresses.into_iter().take(MOST_ADDRESSES) {
        let failure = match timeout(PATIENCE, TcpStream::connect(address)).await {
            Ok(Ok(stream)) if !stream.peer_addr().is_ok_and(is_accepted) => return Err(Failure::forbidden(host)),
            Ok(Ok(stream)) => {
                let _ = stream.set_nodelay(true);
                reached.attempts.push((address, None));
                reached.connect = Some(begun.elapsed());
                return Ok(stream);
            }
            Ok(Err(error)) => {
                is_timeout &= error.kind() == std::io::ErrorKind::TimedOut;
                error.to_string()
            }
            Err(_) => format!("no answer in {} s", PATIENCE.as_secs()),
        };
        reached.attempts.push((address, Some(failure)));
    }
    let said = |(address, failure): &(SocketAddr, Option<String>)| {
        format!("{address} {}", failure.as_deref().unwrap_or_default())
    };
    let attempts: Vec<String> = reached.attempts.iter().map(said).collect();
    Err(Failure::connect(host, port, &attempts, is_timeout))
}

async fn addresses(
    question: &Question,
    host: &str,
    port: u16,
    reached: &mut Reached,
) -> Result<Vec<SocketAddr>, Failure> {
    let is_stated = |(name, at, _): &&(String, u16, IpAddr)| name.eq_ignore_ascii_case(host) && *at == port;
    let stated: Vec<SocketAddr> =
        question.resolve.iter().filter(is_stated).map(|(_, _, address)| SocketAddr::new(*address, port)).collect();
    let begun = Instant::now();
    let all = if stated.is_empty() {
        let found = lookup_host((host, port)).await.map_err(|error| Failure::look_up(host, &error))?;
        found.collect()
    } else {
        stated
    };
    reached.look_up = Some(begun.elapsed());
    reached.has_two_families = all.iter().any(SocketAddr::is_ipv4) && all.iter().any(SocketAddr::is_ipv6);
    let fits = |address: &SocketAddr| match question.family {
        None => true,
        Some(Family::V4) => address.is_ipv4(),
        Some(Family::V6) => address.is_ipv6(),
    };
    let fitting: Vec<SocketAddr> = all.into_iter().filter(fits).collect();
    if fitting.is_empty() {
        let error = std::io::Error::new(std::io::ErrorKind::NotFound, "no address of this family");
        return Err(Failure::look_up(host, &error));
    }
    Ok(fitting)
}
