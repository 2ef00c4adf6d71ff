//! The sandbox on a loopback port.

use std::{io, net::SocketAddr, time::Duration};

use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};

use crate::sandbox::Sandbox;

/// A sandbox that answers on a port. Dropping it closes the port and every connection.
#[derive(Debug)]
pub struct Running {
    /// `http://127.0.0.1:PORT`: the token host and the API.
    pub base_url: String,
    /// The OAuth client that may ask for tokens.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    accepting: JoinHandle<()>,
}

impl Running {
    pub(crate) async fn start(sandbox: Sandbox, address: SocketAddr) -> io::Result<Self> {
        if !address.ip().is_loopback() {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "the sandbox listens on loopback addresses only",
            ));
        }
        let listener = TcpListener::bind(address).await?;
        let base_url = format!("http://{}", listener.local_addr()?);
        Ok(Self {
            base_url,
            client_id: sandbox.config().client_id.clone(),
            client_secret: sandbox.config().client_secret.clone(),
            accepting: tokio::spawn(accept(listener, sandbox)),
        })
    }

    /// Closes the port and every connection, and waits until that is done.
    pub async fn stop(mut self) {
        self.accepting.abort();
        // The task was just cancelled, so the only thing to learn is that it is gone.
        drop((&mut self.accepting).await);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Owns the connections, so that they end with it.
async fn accept(listener: TcpListener, sandbox: Sandbox) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(converse(stream, sandbox.clone()));
                }
                Err(error) => {
                    tracing::debug!(%error, "a connection could not be accepted");
                    // No file handle left, most likely: give the others time to end.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn converse(stream: TcpStream, sandbox: Sandbox) {
    let service = service_fn(move |request: Request<Incoming>| {
        let sandbox = sandbox.clone();
        async move { sandbox.handle(request.map(axum::body::Body::new)).await }
    });
    // Without a timer an idle connection stays open: only faults close one.
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection ended early");
    }
}
