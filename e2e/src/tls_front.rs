//! TLS in front of a server that has none: https and wss for the sandbox.

use std::net::SocketAddr;
use std::sync::Arc;

use rustls::ServerConfig;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

use crate::background::{Background, listener};
use crate::trouble::Trouble;

/// It ends with the value. Whoever comes before it leads anywhere waits.
pub struct TlsFront {
    port: u16,
    behind: watch::Sender<Option<SocketAddr>>,
    _running: Background,
}

impl TlsFront {
    /// Listens on a free port of this machine.
    ///
    /// # Errors
    /// There is none.
    pub fn open(config: ServerConfig) -> Result<Self, Trouble> {
        let (listener, port) = listener()?;
        let (behind, target) = watch::channel(None);
        let acceptor = TlsAcceptor::from(Arc::new(config));
        Ok(Self {
            port,
            behind,
            _running: Background::run(accept(listener, acceptor, target))?,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    /// What it stands in front of, as an address such as `http://127.0.0.1:1234`.
    ///
    /// # Errors
    /// That is no address.
    pub fn lead_to(&self, base_url: &str) -> Result<(), Trouble> {
        self.behind.send_replace(Some(authority(base_url)?));
        Ok(())
    }
}

/// The address behind a base URL of this machine.
pub(crate) fn authority(base_url: &str) -> Result<SocketAddr, Trouble> {
    let authority = base_url.trim_start_matches("http://").trim_end_matches('/');
    authority
        .parse()
        .map_err(|error| Trouble::while_doing(base_url, error))
}

async fn accept(
    listener: std::net::TcpListener,
    acceptor: TlsAcceptor,
    target: watch::Receiver<Option<SocketAddr>>,
) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(carry(stream, acceptor.clone(), target.clone()));
    }
}

/// A visitor who does not trust the certificate leaves early, which is none of its business.
async fn carry(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    mut target: watch::Receiver<Option<SocketAddr>>,
) -> Option<()> {
    let mut visitor = acceptor.accept(stream).await.ok()?;
    let behind = (*target.wait_for(Option::is_some).await.ok()?)?;
    let mut server = TcpStream::connect(behind).await.ok()?;
    tokio::io::copy_bidirectional(&mut visitor, &mut server)
        .await
        .ok()?;
    Some(())
}
