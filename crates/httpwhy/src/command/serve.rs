//! Serves the site, the API and the test endpoints.

use std::fmt::Display;
use std::io;
use std::sync::Arc;

use httpwhy_server::{AccessLog, Config, Host, Limits, Site, Upstream};
use tokio::net::TcpListener;

use crate::args::{self, Output, Serve};
use crate::error::Error;
use crate::output;

pub fn run(options: &Serve, output: &Output) -> Result<(), Error> {
    let limits = Limits {
        most_wait: options.most_wait,
        most_connections: options.most_connections,
        most_rate: options.rate,
        ..Limits::default()
    };
    let mut site = Site::new(Config {
        limits,
        public_url: options.public_url.clone(),
        upstream: upstream(&options.upstream),
        allow_probe: options.allow_probe,
        probe_ports: options.probe_port.clone(),
        probe_never: options.probe_never.clone(),
    });
    if let Some(path) = &options.access_log {
        site = site.with_log(AccessLog::open(path).map_err(|error| failed(path.display(), error, LOG))?);
    }
    let tls = match (&options.tls_cert, &options.tls_key) {
        (Some(certificate), Some(key)) => {
            Some(httpwhy_server::acceptor(certificate, key).map_err(|error| failed("TLS", error, TLS))?)
        }
        _ => None,
    };
    let served = tokio::runtime::Builder::new_multi_thread().enable_all().build().and_then(|runtime| {
        runtime.block_on(async {
            let listener = TcpListener::bind(options.listen).await?;
            let scheme = if tls.is_some() { "https" } else { "http" };
            output::remark(&format!("serving {scheme}://{}", listener.local_addr()?), output);
            httpwhy_server::serve(Arc::new(site), listener, tls, stop()).await
        })
    });
    served.map_err(|error| failed(options.listen, error, ADDRESS))
}

fn upstream(options: &args::Upstream) -> Option<Upstream> {
    let host = if options.keep_host { Host::Kept } else { Host::Upstream };
    let (connect_time, first_byte_time) = (options.connect_time, options.first_byte_time);
    let with = |url| Upstream { faults: options.faults.clone(), host, connect_time, first_byte_time, ..url };
    options.url.clone().map(with)
}

const ADDRESS: &str = "another address: httpwhy serve --listen 127.0.0.1:0 takes any free port";
const LOG: &str = "--access-log names a file in a directory that exists and may be written, or - for standard output";
const TLS: &str = "--tls-cert is the certificate chain and --tls-key its key, both PEM (-----BEGIN …)";

fn failed(what: impl Display, error: io::Error, help: &'static str) -> Error {
    Error::Serve { what: what.to_string(), error, help }
}

/// Ctrl-C, or the signal by which services are stopped.
async fn stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupted().await };
        tokio::select! {
            _ = terminate.recv() => {}
            () = interrupted() => {}
        }
    }
    #[cfg(not(unix))]
    interrupted().await;
}

async fn interrupted() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        // Without signals the server runs until it is killed.
        drop::<io::Error>(error);
        std::future::pending::<()>().await;
    }
}
