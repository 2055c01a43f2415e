//! From a host to addresses that may be asked: all of them, or none.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::address::is_public;
use super::refused::Refused;
use super::target::Target;

/// How long a look-up may take.
pub const LOOK_UP_TIME: Duration = Duration::from_secs(2);

type Found = Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>>;

/// Looks a name up.
pub type Resolver = Arc<dyn Fn(String, u16) -> Found + Send + Sync>;

/// The resolver of this machine.
pub fn of_machine() -> Resolver {
    Arc::new(|host, port| Box::pin(async move { Ok(tokio::net::lookup_host((host, port)).await?.collect()) }))
}

/// The addresses of a target, if all of them are public. A name with one that is not is refused as a whole: whoever sets
/// a trap gives it a public one, too.
pub async fn resolve(target: &Target) -> Result<Vec<SocketAddr>, Refused> {
    by(&of_machine(), is_public, target).await
}

/// The same by this resolver and this rule.
pub async fn by(resolver: &Resolver, accepts: fn(IpAddr) -> bool, target: &Target) -> Result<Vec<SocketAddr>, Refused> {
    let addresses = match target.host.parse::<IpAddr>() {
        Ok(address) => vec![SocketAddr::new(address, target.port)],
        Err(_) => {
            let found = timeout(LOOK_UP_TIME, resolver(target.host.clone(), target.port)).await;
            // A name that is not found is refused like one that may not be asked, so that nobody learns our own names.
            found.ok().and_then(Result::ok).unwrap_or_default()
        }
    };
    let is_good = !addresses.is_empty() && addresses.iter().all(|address| accepts(address.ip()));
    if is_good { Ok(addresses) } else { Err(Refused::Forbidden) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::target::check_url;

    async fn found(addresses: &'static [&'static str]) -> Result<Vec<SocketAddr>, Refused> {
        let resolver: Resolver = Arc::new(move |_, port| {
            let all = addresses.iter().map(|address| SocketAddr::new(address.parse().unwrap(), port)).collect();
            Box::pin(async move { Ok(all) })
        });
        by(&resolver, is_public, &check_url("http://a.example.com/").unwrap()).await
    }

    #[tokio::test]
    async fn one_private_address_refuses_the_name() {
        assert_eq!(found(&["8.8.8.8", "2606:4700::1111"]).await.unwrap().len(), 2);
        for addresses in [
            &["8.8.8.8", "fd00::1"][..],
            &["10.0.0.1", "2606:4700::1111"],
            &["::ffff:127.0.0.1"],
            &["64:ff9b::7f00:1"],
            &["8.8.8.8", "8.8.4.4", "169.254.169.254"],
            &[],
        ] {
            assert_eq!(found(addresses).await, Err(Refused::Forbidden), "{addresses:?}");
        }
    }

    #[tokio::test]
    async fn an_address_is_judged_without_a_look_up() {
        for url in ["http://127.0.0.1/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest"]
        {
            assert_eq!(resolve(&check_url(url).unwrap()).await, Err(Refused::Forbidden), "{url}");
        }
        let public = resolve(&check_url("http://9.9.9.9/").unwrap()).await.unwrap();
        assert_eq!(public, ["9.9.9.9:80".parse().unwrap()]);
    }
}
