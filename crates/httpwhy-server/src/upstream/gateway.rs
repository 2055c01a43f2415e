//! Asks the upstream, with connections that are kept for the next request.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::Response;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::capture_connection;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::timeout;

use super::back;
use super::chance::Chance;
use super::connect::Connector;
use super::out;
use super::settings::Upstream;
use super::trouble::{Kind, Trouble};
use crate::plan::{Before, Plan};
use crate::request::Request;

/// Less than the five seconds that many servers keep an idle connection for: a request on one that ends just now would
/// fail, and nobody would know whether it was done.
const IDLE_TIME: Duration = Duration::from_secs(4);
/// The most bytes of a response's head, and of a piece of its content.
const MOST_HEAD: usize = 64 << 10;
/// So many interim responses are passed on.
const MOST_INTERIM: usize = 8;

/// Everything that is needed to ask the upstream.
pub struct Gateway {
    upstream: Upstream,
    client: Client<Connector, Full<Bytes>>,
    /// The faults that are added.
    pub chance: Chance,
}

type Interim = Arc<Mutex<Vec<Before>>>;

impl Gateway {
    /// A gateway that has asked nothing yet; no pause that it adds is longer than `most_wait`.
    pub fn new(upstream: Upstream, most_wait: Duration) -> Gateway {
        let client = Client::builder(TokioExecutor::new())
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIME)
            .http1_max_buf_size(MOST_HEAD)
            .http2_max_header_list_size(MOST_HEAD as u32)
            .build(Connector::new(&upstream));
        Gateway { chance: Chance::new(&upstream.faults, most_wait), upstream, client }
    }

    /// The answer of the upstream, or why there is none.
    pub async fn ask(&self, request: &Request, left: Option<u32>) -> Plan {
        let interim = Interim::default();
        match self.send(request, left, &interim).await {
            Ok(response) => {
                let mut plan = back::plan(response, request.method == "HEAD", self.upstream.pause_time);
                plan.before = interim.lock().map(|mut interim| std::mem::take(&mut *interim)).unwrap_or_default();
                plan
            }
            Err(trouble) => trouble.plan(),
        }
    }

    async fn send(
        &self,
        request: &Request,
        left: Option<u32>,
        interim: &Interim,
    ) -> Result<Response<Incoming>, Trouble> {
        let mut outgoing = out::request(request, &self.upstream, left)?;
        keep_interim(&mut outgoing, interim.clone());
        let mut connected = capture_connection(&mut outgoing);
        let mut response = std::pin::pin!(self.client.request(outgoing));
        let first_byte_time = self.upstream.first_byte_time;
        // How long a connection may take is the connector's to say; then the upstream has the request.
        let connected = async { drop(connected.wait_for_connection_metadata().await) };
        let early = tokio::select! {
            biased;
            outcome = &mut response => Some(outcome),
            () = connected => None,
        };
        let outcome = match early {
            Some(outcome) => Ok(outcome),
            None => timeout(first_byte_time, response).await,
        };
        let silent = |_| Trouble::new(Kind::ResponseTimeout, format!("no response in {first_byte_time:.1?}"));
        let response = outcome.map_err(silent)?.map_err(|error| Trouble::of(&error))?;
        if response.status().is_informational() {
            return Err(Trouble::new(Kind::NoHttp, "it changed the protocol without being asked to"));
        }
        Ok(response)
    }
}

/// RFC 9110, 15.2: a proxy passes interim responses on. 100 was asked for by the engine, if at all.
fn keep_interim(outgoing: &mut http::Request<Full<Bytes>>, interim: Interim) {
    hyper::ext::on_informational(outgoing, move |head| {
        let status = head.status().as_u16();
        let Ok(mut kept) = interim.lock() else { return };
        if status > 101 && kept.len() < MOST_INTERIM {
            kept.push(Before::Interim(status, back::fields(head.headers())));
        }
    });
}
