//! Why the gateway has no response of the upstream, by the error types of RFC 9209, 2.3.

use std::error::Error;
use std::fmt;
use std::io;

use httpwhy_core::Code;

use crate::plan::Plan;

/// Why the gateway has no response of the upstream.
#[derive(Debug)]
pub struct Trouble {
    pub kind: Kind,
    /// What exactly happened, as far as it is known.
    pub details: String,
}

/// One kind of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    LookUpTimeout,
    LookUp,
    Unroutable,
    Refused,
    ConnectTimeout,
    TlsProtocol,
    TlsAlert,
    TlsCertificate,
    Terminated,
    NoHttp,
    HeadTooLarge,
    ResponseTimeout,
    Loop,
    Upgrade,
    BadTarget,
    Configuration,
    Internal,
}

impl Kind {
    /// The error type, the status, what happened, and what to do.
    fn row(self) -> (&'static str, u16, &'static str, &'static str) {
        match self {
            Kind::LookUpTimeout => (
                "dns_timeout",
                504,
                "The name of the server behind this gateway was not resolved in time.",
                "Check the resolver of the gateway's machine.",
            ),
            Kind::LookUp => (
                "dns_error",
                502,
                "The name of the server behind this gateway has no address.",
                "Correct the name after --upstream, or its DNS records.",
            ),
            Kind::Unroutable => (
                "destination_ip_unroutable",
                502,
                "There is no way in the network from this gateway to the server behind it.",
                "Check routes and firewalls between the two.",
            ),
            Kind::Refused => (
                "connection_refused",
                502,
                "Nothing listens where the server behind this gateway should be.",
                "Start that server, or correct the port after --upstream.",
            ),
            Kind::ConnectTimeout => (
                "connection_timeout",
                504,
                "The server behind this gateway did not take the connection in time.",
                "Check that its machine is up and that no firewall drops the packets.",
            ),
            Kind::TlsProtocol => (
                "tls_protocol_error",
                502,
                "The gateway and the server behind it did not agree on TLS.",
                "Check that this port speaks TLS at all; otherwise write http: after --upstream.",
            ),
            Kind::TlsAlert => (
                "tls_alert_received",
                502,
                "The server behind this gateway broke the TLS handshake off.",
                "Its log says why: often a name it does not know, or a certificate it wants to see.",
            ),
            Kind::TlsCertificate => (
                "tls_certificate_error",
                502,
                "The gateway does not trust the certificate of the server behind it.",
                "Renew or correct that certificate, or add its authority to the machine's trust.",
            ),
            Kind::Terminated => (
                "connection_terminated",
                502,
                "The server behind this gateway ended the connection before it had answered.",
                "Look into its log at this time: it may have crashed or been restarted.",
            ),
            Kind::NoHttp => (
                "http_protocol_error",
                502,
                "What the server behind this gateway sent is no HTTP.",
                "Check that this is the right port, and that http: or https: after --upstream is right.",
            ),
            Kind::HeadTooLarge => (
                "http_response_header_section_size",
                502,
                "The server behind this gateway sent more fields than the gateway takes.",
                "Look for cookies that grow with each response.",
            ),
            Kind::ResponseTimeout => (
                "http_response_timeout",
                504,
                "The server behind this gateway took the request and did not answer in time.",
                "Find out what it waits for, or give it more time.",
            ),
            Kind::Loop => (
                "proxy_loop_detected",
                508,
                "This request has come through this gateway before: it goes in a circle.",
                "The server behind the gateway, or one behind that, sends requests back here; correct its address.",
            ),
            Kind::Upgrade => (
                "proxy_internal_response",
                501,
                "This gateway does not pass on a change of protocol, such as to WebSocket.",
                "Connect to the server behind it directly.",
            ),
            Kind::BadTarget => (
                "http_request_error",
                400,
                "The target of this request has characters that no URL can have.",
                "Percent-encode them.",
            ),
            Kind::Configuration => (
                "proxy_configuration_error",
                500,
                "This gateway cannot speak TLS on this machine.",
                "Install the certificates of the authorities that the machine trusts.",
            ),
            Kind::Internal => (
                "proxy_internal_error",
                500,
                "This gateway made a mistake of its own.",
                "Please report it with the details.",
            ),
        }
    }
}

impl Trouble {
    /// Trouble of a kind.
    pub fn new(kind: Kind, details: impl fmt::Display) -> Trouble {
        Trouble { kind, details: details.to_string() }
    }

    /// Reads what an error of the client says.
    pub fn of(error: &(dyn Error + 'static)) -> Trouble {
        let chain = || std::iter::successors(Some(error), |&error| error.source());
        if let Some(known) = chain().find_map(|error| error.downcast_ref::<Trouble>()) {
            return Trouble::new(known.kind, &known.details);
        }
        let details = chain().map(ToString::to_string).collect::<Vec<_>>().join(": ");
        let broken = chain().find_map(|error| error.downcast_ref::<io::Error>()).map(io::Error::kind);
        let kind = match chain().find_map(|error| error.downcast_ref::<hyper::Error>()) {
            // hyper tells this apart for servers only.
            Some(error) if error.is_parse() && details.contains("too large") => Kind::HeadTooLarge,
            Some(error) if error.is_parse() => Kind::NoHttp,
            Some(error) if error.is_user() => Kind::Internal,
            Some(error) if error.is_incomplete_message() || error.is_canceled() || error.is_closed() => {
                Kind::Terminated
            }
            Some(_) if broken == Some(io::ErrorKind::TimedOut) => Kind::ResponseTimeout,
            Some(_) if broken.is_some() => Kind::Terminated,
            Some(_) => Kind::NoHttp,
            None => Kind::Internal,
        };
        Trouble { kind, details }
    }

    /// The answer to the client.
    pub fn plan(&self) -> Plan {
        let (error, status, what, todo) = self.kind.row();
        let title = Code::get(status).map_or("", |code| code.name);
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": title,
            "status": status,
            "detail": format!("{what} {todo}"),
            "error": error,
            "details": self.details,
        });
        Plan::new(status)
            .field("Proxy-Status", format!("httpwhy; error={error}; details={}", quoted(&self.details)))
            .field("Cache-Control", "no-store")
            .content("application/problem+json", format!("{problem:#}\n"))
    }
}

/// A String of structured fields (RFC 9651, 3.3.3): printable ASCII only.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars().take(300) {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            ' '..='~' => quoted.push(c),
            _ => quoted.push('?'),
        }
    }
    quoted.push('"');
    quoted
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.details)
    }
}

impl Error for Trouble {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_reader_understands_what_we_say() {
        let plan = Trouble::new(Kind::Refused, "127.0.0.1:9: \"no\\way\"\r\nX: ü").plan();
        assert_eq!(plan.status, 502);
        let said = httpwhy_capture::fields::proxy_status::parse(plan.get("proxy-status").unwrap());
        assert_eq!((said[0].name.as_str(), said[0].error.as_deref()), ("httpwhy", Some("connection_refused")));
        assert_eq!(said[0].details.as_deref(), Some("127.0.0.1:9: \"no\\way\"??X: ?"));
    }
}
