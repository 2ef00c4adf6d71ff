//! Looks at the way to a server, step by step, without sending it anything.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, SignatureScheme};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::Url;
use x509_parser::prelude::{FromDer, X509Certificate, X509Name};

use super::failure::{find_tls_error, tls_kind};
use super::http::Inner;
use super::network::Hop;
use super::{Sent, TransportError, TransportErrorKind, host_of_url, trust, tunnel};
use crate::answer::shortened;
use crate::hosts::is_loopback;

/// Where a host name leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The proxy on the way, where there is one: it is the proxy's name that was resolved, and the proxy resolves the
    /// server's.
    pub proxy: Option<String>,
    /// The addresses, in the order they would be tried.
    pub addresses: Vec<IpAddr>,
}

/// What TLS says of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFacts {
    /// The proxy on the way, where there is one.
    pub proxy: Option<String>,
    /// Who issued the certificate: the organisation and the name of the issuer, as far as the certificate tells.
    pub issuer: Option<String>,
    /// When the certificate ends.
    pub not_after: Option<Timestamp>,
    /// Why the connection cannot be secured; none where it can.
    pub trouble: Option<TransportErrorKind>,
}

/// A connection to the server, through whatever.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl Inner {
    pub(super) async fn resolve(&self, base: &Url) -> Result<Resolved, TransportError> {
        let hop = self.hop(base);
        let target = hop.as_ref().map_or(base, |hop| &hop.url);
        let kind = match hop {
            Some(_) => TransportErrorKind::Proxy,
            None => TransportErrorKind::Name,
        };
        let missed = || TransportError::new(kind, host_of_url(target), Sent::No);
        let (host, port) = place(target).ok_or_else(missed)?;
        let looked_up = tokio::net::lookup_host((host.as_str(), port));
        let found = tokio::time::timeout(self.connect, looked_up).await;
        let mut addresses: Vec<IpAddr> = match found {
            Ok(Ok(found)) => found.map(|address| address.ip()).collect(),
            Ok(Err(_)) | Err(_) => return Err(missed()),
        };
        addresses.dedup();
        if addresses.is_empty() {
            return Err(missed());
        }
        Ok(Resolved {
            proxy: hop.map(|hop| hop.host),
            addresses,
        })
    }

    pub(super) async fn inspect(&self, base: &Url) -> Result<Option<TlsFacts>, TransportError> {
        if base.scheme() != "https" {
            return Ok(None);
        }
        let untrusting = TransportErrorKind::Tls { expired: false };
        let missed = |kind| TransportError::new(kind, host_of_url(base), Sent::No);
        let secured = self.secured().await.map_err(|_| missed(untrusting))?;
        let looking = self.look(base, Arc::clone(&secured.verifier));
        let slow = || match self.hop(base) {
            Some(hop) => TransportError::new(TransportErrorKind::Proxy, hop.host, Sent::No),
            None => missed(TransportErrorKind::Connect),
        };
        let seen = tokio::time::timeout(self.connect, looking).await;
        seen.unwrap_or_else(|_| Err(slow())).map(Some)
    }

    async fn look(
        &self,
        base: &Url,
        verifier: Arc<dyn ServerCertVerifier>,
    ) -> Result<TlsFacts, TransportError> {
        let missed = |kind| TransportError::new(kind, host_of_url(base), Sent::No);
        let hop = self.hop(base);
        let (host, port) = place(base).ok_or_else(|| missed(TransportErrorKind::Name))?;
        let stream: Box<dyn Stream> = match &hop {
            None => Box::new(connect(&host, port).await.map_err(missed)?),
            Some(hop) => {
                let refused = |_| TransportErrorKind::Proxy;
                let (proxy, proxy_port) = place(&hop.url).unwrap_or_default();
                let reached = connect(&proxy, proxy_port).await.map_err(refused);
                let through = |kind| TransportError::new(kind, &*hop.host, Sent::No);
                let mut to_proxy: Box<dyn Stream> = Box::new(reached.map_err(through)?);
                if hop.url.scheme() == "https" {
                    let secured = secure(to_proxy, &proxy, Arc::clone(&verifier)).await;
                    to_proxy = Box::new(secured.map_err(|_| through(TransportErrorKind::Proxy))?);
                }
                let opened = tunnel::open(&mut to_proxy, base, hop).await;
                opened.map_err(|kind| match kind {
                    TransportErrorKind::Connect => missed(kind),
                    kind => through(kind),
                })?;
                to_proxy
            }
        };
        let recorder = Arc::new(Recorder {
            verifier,
            seen: Mutex::default(),
        });
        let secured = secure(stream, &host, Arc::clone(&recorder) as _).await;
        let trouble = secured.err();
        let seen = recorder.seen.lock();
        let seen = seen.unwrap_or_else(PoisonError::into_inner).take();
        Ok(TlsFacts {
            proxy: hop.map(|hop| hop.host),
            issuer: seen.as_ref().and_then(|seen| seen.0.clone()),
            not_after: seen.and_then(|seen| seen.1),
            trouble,
        })
    }

    fn hop(&self, url: &Url) -> Option<Hop> {
        let local = url.host().is_some_and(|host| is_loopback(&host));
        (!local).then(|| self.route.hop(url)).flatten()
    }
}

/// Host and port of a URL, as a resolver wants them.
pub(super) fn place(url: &Url) -> Option<(String, u16)> {
    let host = match url.host()? {
        url::Host::Domain(name) => name.to_owned(),
        url::Host::Ipv4(address) => address.to_string(),
        url::Host::Ipv6(address) => address.to_string(),
    };
    Some((host, url.port_or_known_default()?))
}

async fn connect(host: &str, port: u16) -> Result<TcpStream, TransportErrorKind> {
    let addresses: Vec<_> = tokio::net::lookup_host((host, port))
        .await
        .map_err(|_| TransportErrorKind::Name)?
        .collect();
    TcpStream::connect(&*addresses)
        .await
        .map_err(|_| TransportErrorKind::Connect)
}

async fn secure(
    stream: Box<dyn Stream>,
    host: &str,
    verifier: Arc<dyn ServerCertVerifier>,
) -> Result<tokio_rustls::client::TlsStream<Box<dyn Stream>>, TransportErrorKind> {
    let untrusted = TransportErrorKind::Tls { expired: false };
    let tls = trust::checked_by(verifier).map_err(|_| untrusted)?;
    let name = ServerName::try_from(host.to_owned()).map_err(|_| untrusted)?;
    TlsConnector::from(Arc::new(tls))
        .connect(name, stream)
        .await
        .map_err(|error| find_tls_error(&error).map_or(TransportErrorKind::Reset, tls_kind))
}

/// Notes the certificate of the server, and leaves it to another verifier whether it is trusted.
#[derive(Debug)]
struct Recorder {
    verifier: Arc<dyn ServerCertVerifier>,
    seen: Mutex<Option<(Option<String>, Option<Timestamp>)>>,
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(facts(end_entity));
        self.verifier
            .verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}

/// Issuer and end of a certificate.
fn facts(certificate: &[u8]) -> (Option<String>, Option<Timestamp>) {
    let Ok((_, certificate)) = X509Certificate::from_der(certificate) else {
        return (None, None);
    };
    let end = certificate.validity().not_after.timestamp();
    (
        issuer(certificate.issuer()),
        Timestamp::from_second(end).ok(),
    )
}

fn issuer(name: &X509Name<'_>) -> Option<String> {
    let organization = name.iter_organization().next();
    let common = name.iter_common_name().next();
    let mut parts: Vec<&str> = [organization, common]
        .into_iter()
        .flatten()
        .filter_map(|part| part.as_str().ok())
        .collect();
    parts.dedup();
    shortened(&parts.join(", "))
}
