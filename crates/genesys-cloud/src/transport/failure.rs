//! What failed, and whether the server can have seen the request.

use std::error::Error as StdError;
use std::io;

use rustls::CertificateError;

use super::network::Hop;
use super::{Sent, TransportError, TransportErrorKind};

/// The failure of a request to `host` that went through `hop`.
pub(super) fn failed(error: &reqwest::Error, host: &str, hop: Option<&Hop>) -> TransportError {
    let (kind, sent) = classify(error);
    // A tunnel that did not come to be has carried nothing, so all of this is certain.
    let missed =
        sent == Sent::No && matches!(kind, TransportErrorKind::Name | TransportErrorKind::Connect);
    match hop {
        Some(hop) if missed => match tunnel(error) {
            Tunnel::Refused => TransportError::new(kind, host, sent),
            Tunnel::SignIn => TransportError::new(TransportErrorKind::ProxyAuth, &*hop.host, sent),
            Tunnel::None => TransportError::new(TransportErrorKind::Proxy, &*hop.host, sent),
        },
        _ => TransportError::new(kind, host, sent),
    }
}

/// Only a failure to connect is certain.
fn classify(error: &reqwest::Error) -> (TransportErrorKind, Sent) {
    if error.is_builder() {
        return (TransportErrorKind::Other, Sent::No);
    }
    if !error.is_connect() {
        let kind = if error.is_timeout() {
            TransportErrorKind::Timeout
        } else if error.is_request() {
            TransportErrorKind::Reset
        } else {
            TransportErrorKind::Other
        };
        return (kind, Sent::Maybe);
    }
    let kind = if error.is_dns() {
        TransportErrorKind::Name
    } else if let Some(tls) = find_tls_error(error) {
        tls_kind(tls)
    } else {
        TransportErrorKind::Connect
    };
    (kind, Sent::No)
}

/// How far the proxy came.
enum Tunnel {
    /// It answered that it wants a sign-in.
    SignIn,
    /// It answered that it did not reach the server, or will not.
    Refused,
    /// It gave no answer that says so.
    None,
}

/// The library tells this in words only; its type is not public.
fn tunnel(error: &reqwest::Error) -> Tunnel {
    let mut next = error.source();
    while let Some(cause) = next {
        match cause.to_string().as_str() {
            "tunnel error: proxy authorization required" => return Tunnel::SignIn,
            "tunnel error: unsuccessful" => return Tunnel::Refused,
            _ => next = cause.source(),
        }
    }
    Tunnel::None
}

/// Looks for the TLS error among the causes. An `io::Error` shows what it wraps through `get_ref` only.
pub(super) fn find_tls_error<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a rustls::Error> {
    let mut next = Some(error);
    while let Some(cause) = next {
        if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
            return Some(tls);
        }
        next = match cause
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
        {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        };
    }
    None
}

/// What a failure of TLS is called.
pub(super) fn tls_kind(error: &rustls::Error) -> TransportErrorKind {
    TransportErrorKind::Tls {
        expired: matches!(
            error,
            rustls::Error::InvalidCertificate(
                CertificateError::Expired | CertificateError::ExpiredContext { .. }
            )
        ),
    }
}
