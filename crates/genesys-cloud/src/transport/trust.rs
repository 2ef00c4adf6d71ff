//! Whom TLS trusts.

use std::sync::Arc;

use rustls::RootCertStore;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls_platform_verifier::Verifier;

/// TLS by `ring`, named here so that no other provider in the program can take its place.
pub(super) fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Checks certificates with the trust store of the operating system and `extra_roots`. Reads files: it blocks.
pub(super) fn of_this_system(
    extra_roots: Vec<CertificateDer<'static>>,
) -> Result<Arc<dyn ServerCertVerifier>, rustls::Error> {
    let verifier = if extra_roots.is_empty() {
        Verifier::new(provider())?
    } else {
        Verifier::new_with_extra_roots(extra_roots, provider())?
    };
    Ok(Arc::new(verifier))
}

/// TLS that asks `verifier`.
pub(super) fn checked_by(
    verifier: Arc<dyn ServerCertVerifier>,
) -> Result<rustls::ClientConfig, rustls::Error> {
    Ok(rustls::ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth())
}

/// TLS that trusts nobody, where none is used.
pub(super) fn nobody() -> Result<rustls::ClientConfig, rustls::Error> {
    Ok(rustls::ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()?
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth())
}
