//! A server on this machine whose certificate has expired.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ringfor_e2e::{Authority, Trouble};
use rustls::ServerConnection;

/// It shakes hands with whoever comes, and says nothing after that.
pub(crate) struct ExpiredServer {
    port: u16,
    authority: PathBuf,
}

impl ExpiredServer {
    /// Starts it for the rest of this test program; `folder` gets the authority's certificate.
    pub(crate) fn start(folder: &Path) -> Result<Self, Trouble> {
        let authority = Authority::found(folder)?;
        let config = Arc::new(authority.expired_server(&["localhost"])?);
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
        Ok(Self {
            port,
            authority: authority.certificate().to_owned(),
        })
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
