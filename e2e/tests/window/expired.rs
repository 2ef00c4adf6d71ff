//! A server on this machine whose certificate has expired.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use ringfor_e2e::Trouble;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection};

/// It shakes hands with whoever comes, and says nothing after that.
pub(crate) struct ExpiredServer {
    port: u16,
    authority: PathBuf,
}

impl ExpiredServer {
    /// Starts it for the rest of this test program; `folder` gets the authority's certificate.
    pub(crate) fn start(folder: &Path) -> Result<Self, Trouble> {
        let failed = |error: &dyn std::fmt::Display| Trouble::while_doing("certificate", error);
        let mut root = CertificateParams::new(Vec::new()).map_err(|e| failed(&e))?;
        root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let root_key = KeyPair::generate().map_err(|e| failed(&e))?;
        let root_certificate = root.self_signed(&root_key).map_err(|e| failed(&e))?;
        let mut leaf =
            CertificateParams::new(vec!["localhost".to_owned()]).map_err(|e| failed(&e))?;
        leaf.not_before = date_time_ymd(2020, 1, 1);
        leaf.not_after = date_time_ymd(2021, 1, 1);
        let leaf_key = KeyPair::generate().map_err(|e| failed(&e))?;
        let leaf_certificate = leaf
            .signed_by(&leaf_key, &Issuer::new(root, root_key))
            .map_err(|e| failed(&e))?;

        let authority = folder.join("authority.pem");
        let body = STANDARD.encode(root_certificate.der());
        let pem = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
        std::fs::write(&authority, pem)?;

        let key = PrivateKeyDer::try_from(leaf_key.serialize_der()).map_err(|e| failed(&e))?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|e| failed(&e))?
            .with_no_client_auth()
            .with_single_cert(vec![leaf_certificate.der().clone()], key)
            .map_err(|e| failed(&e))?;
        let config = Arc::new(config);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                if let Ok(mut tls) = ServerConnection::new(Arc::clone(&config)) {
                    // The client ends the handshake as soon as it has seen the date.
                    while tls.is_handshaking() && tls.complete_io(&mut stream).is_ok() {}
                }
            }
        });
        Ok(Self { port, authority })
    }

    /// The certificate of the authority that signed the expired one.
    pub(crate) fn authority(&self) -> &Path {
        &self.authority
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("https://localhost:{}", self.port)
    }
}
