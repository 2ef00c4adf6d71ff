//! A certificate authority that nobody but the test knows, as companies have one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;

use crate::trouble::Trouble;

/// Signs certificates for servers of the test.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate: PathBuf,
}

impl Authority {
    /// Makes one; `folder` gets its certificate.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn found(folder: &Path) -> Result<Self, Trouble> {
        let mut root = CertificateParams::new(Vec::new()).map_err(failed)?;
        root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        root.distinguished_name
            .push(DnType::CommonName, "Contoso Private Authority");
        let key = KeyPair::generate().map_err(failed)?;
        let itself = root.self_signed(&key).map_err(failed)?;
        let certificate = folder.join("authority.pem");
        let body = STANDARD.encode(itself.der());
        let pem = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
        std::fs::write(&certificate, pem)?;
        Ok(Self {
            issuer: Issuer::new(root, key),
            certificate,
        })
    }

    /// The file with its certificate.
    pub fn certificate(&self) -> &Path {
        &self.certificate
    }

    /// What a server with these names needs.
    ///
    /// # Errors
    /// A name is none.
    pub fn server(&self, names: &[&str]) -> Result<ServerConfig, Trouble> {
        self.signed(CertificateParams::new(owned(names)).map_err(failed)?)
    }

    /// The same, but the certificate's time is over.
    ///
    /// # Errors
    /// A name is none.
    pub fn expired_server(&self, names: &[&str]) -> Result<ServerConfig, Trouble> {
        let mut leaf = CertificateParams::new(owned(names)).map_err(failed)?;
        leaf.not_before = date_time_ymd(2020, 1, 1);
        leaf.not_after = date_time_ymd(2021, 1, 1);
        self.signed(leaf)
    }

    fn signed(&self, leaf: CertificateParams) -> Result<ServerConfig, Trouble> {
        let key = KeyPair::generate().map_err(failed)?;
        let certificate = leaf.signed_by(&key, &self.issuer).map_err(failed)?;
        let key = PrivateKeyDer::try_from(key.serialize_der()).map_err(failed)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(failed)?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .map_err(failed)
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn failed(error: impl std::fmt::Display) -> Trouble {
    Trouble::while_doing("certificate", error)
}
