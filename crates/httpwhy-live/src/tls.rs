//! TLS: the machine's own trust, what the server showed, and why it is not trusted.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use std::sync::{Arc, Mutex};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, SignatureScheme};

use crate::question::Trust;

/// What the handshake showed.
#[derive(Debug, Default)]
pub struct Shown {
    pub certificate: Option<Vec<u8>>,
    pub distrust: Option<String>,
}

/// How a client speaks TLS here: with the machine's own trust, or the one that is stated.
pub fn for_clients(trust: &Trust, is_http1: bool) -> Result<ClientConfig, String> {
    config(trust, is_http1, Arc::default())
}

pub fn config(trust: &Trust, is_http1: bool, shown: Arc<Mutex<Shown>>) -> Result<ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let more = match &trust.authorities {
        Some(path) => certificates(path)?,
        None => Vec::new(),
    };
    let inner = rustls_platform_verifier::Verifier::new_with_extra_roots(more, provider.clone())
        .map_err(|error| format!("the trusted certificates of this machine: {error}"))?;
    let verifier = Recording { inner, provider: provider.clone(), shown, is_insecure: trust.is_insecure };
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider has cipher suites for its versions")
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    let mut config = match &trust.identity {
        Some((certificate, key)) => {
            let key_der = PrivateKeyDer::from_pem_file(key).map_err(|error| format!("{}: {error}", key.display()))?;
            builder
                .with_client_auth_cert(certificates(certificate)?, key_der)
                .map_err(|error| format!("{}: {error}", certificate.display()))?
        }
        None => builder.with_no_client_auth(),
    };
    config.alpn_protocols =
        if is_http1 { vec![b"http/1.1".to_vec()] } else { vec![b"h2".to_vec(), b"http/1.1".to_vec()] };
    Ok(config)
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(|error: io::Error| named(&error))?;
    let all: Result<Vec<_>, _> = CertificateDer::pem_reader_iter(BufReader::new(file)).collect();
    all.map_err(|error| named(&error))
}

/// Asks the machine's verifier, and keeps what it saw and said.
#[derive(Debug)]
struct Recording {
    inner: rustls_platform_verifier::Verifier,
    provider: Arc<CryptoProvider>,
    shown: Arc<Mutex<Shown>>,
    is_insecure: bool,
}

impl ServerCertVerifier for Recording {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verified = self.inner.verify_server_cert(certificate, intermediates, name, ocsp, now);
        let mut shown = self.shown.lock().expect("nobody panics while holding it");
        shown.certificate = Some(certificate.to_vec());
        match verified {
            Ok(verified) => Ok(verified),
            Err(error) => {
                shown.distrust = Some(distrust(&error));
                if self.is_insecure { Ok(ServerCertVerified::assertion()) } else { Err(error) }
            }
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Why a certificate is not trusted, in words.
pub fn distrust(error: &Error) -> String {
    use rustls::CertificateError as Why;
    match error {
        Error::InvalidCertificate(Why::Expired | Why::ExpiredContext { .. }) => "certificate has expired".to_owned(),
        Error::InvalidCertificate(Why::NotValidYet | Why::NotValidYetContext { .. }) => {
            "certificate is not yet valid".to_owned()
        }
        Error::InvalidCertificate(Why::NotValidForName | Why::NotValidForNameContext { .. }) => {
            "certificate is for another name".to_owned()
        }
        Error::InvalidCertificate(Why::UnknownIssuer) => {
            "unable to get local issuer certificate: it is self-signed, or an intermediate certificate is missing"
                .to_owned()
        }
        Error::InvalidCertificate(Why::Revoked) => "certificate is revoked".to_owned(),
        other => other.to_string(),
    }
}
