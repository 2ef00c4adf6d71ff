//! The sandbox on a loopback port.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures_util::{SinkExt, StreamExt};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn, upgrade::OnUpgrade};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{self, Message, protocol::Role},
};

use crate::{
    notifications::{Ending, Wire, taken_wire},
    organisation::lock,
    sandbox::Sandbox,
};

/// How long a client has to answer a closing frame.
const FOR_THE_REPLY: Duration = Duration::from_secs(5);

/// Where a request came in, beside the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServedAt(pub(crate) SocketAddr);

/// A sandbox that answers on a port. Dropping it closes the port and every connection.
#[derive(Debug)]
pub struct Running {
    /// `http://127.0.0.1:PORT`: the token host and the API.
    pub base_url: String,
    /// The OAuth client with a secret.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// The OAuth client without one, which signs users in with PKCE.
    pub public_client_id: String,
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
        let at = ServedAt(listener.local_addr()?);
        let base_url = format!("http://{}", at.0);
        Ok(Self {
            base_url,
            client_id: sandbox.config().client_id.clone(),
            client_secret: sandbox.config().client_secret.clone(),
            public_client_id: sandbox.config().public_client_id.clone(),
            accepting: tokio::spawn(accept(listener, at, sandbox)),
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
async fn accept(listener: TcpListener, at: ServedAt, sandbox: Sandbox) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(converse(stream, at, sandbox.clone()));
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

/// Answers the requests of a connection, and is its socket once it has become one.
async fn converse(stream: TcpStream, at: ServedAt, sandbox: Sandbox) {
    let upgraded: Arc<Mutex<Option<(OnUpgrade, Wire)>>> = Arc::default();
    let upgrading = Arc::clone(&upgraded);
    let service = service_fn(move |mut request: Request<Incoming>| {
        let sandbox = sandbox.clone();
        let upgrading = Arc::clone(&upgrading);
        async move {
            let upgrade = hyper::upgrade::on(&mut request);
            request.extensions_mut().insert(at);
            let mut response = sandbox.handle(request.map(axum::body::Body::new)).await?;
            if let Some(wire) = taken_wire(&mut response) {
                *lock(&upgrading) = Some((upgrade, wire));
            }
            Ok::<_, crate::sandbox::ConnectionClosed>(response)
        }
    });
    // Without a timer an idle connection stays open: only faults close one.
    let connection = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection ended early");
    }
    let upgraded = lock(&upgraded).take();
    if let Some((upgrade, wire)) = upgraded
        && let Ok(stream) = upgrade.await
    {
        let stream =
            WebSocketStream::from_raw_socket(TokioIo::new(stream), Role::Server, None).await;
        if let Err(error) = carry(stream, wire).await {
            tracing::debug!(%error, "a socket ended early");
        }
    }
}

/// Carries messages both ways until one side ends it.
async fn carry<S>(mut stream: WebSocketStream<S>, mut wire: Wire) -> Result<(), tungstenite::Error>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    loop {
        tokio::select! {
            out = wire.from_server.recv() => match out {
                Some(text) => stream.send(Message::text(text)).await?,
                None if *wire.ending.borrow() == Some(Ending::Dropped) => return Ok(()),
                None => break,
            },
            incoming = stream.next() => match incoming {
                Some(Ok(Message::Text(text))) => {
                    if wire.to_server.send(text.as_str().to_owned()).await.is_err() {
                        break;
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => return Ok(()),
            },
        }
    }
    stream.close(None).await?;
    // Closing with something unread would take the closing frame back.
    let rest = async { while let Some(Ok(_)) = stream.next().await {} };
    drop(tokio::time::timeout(FOR_THE_REPLY, rest).await);
    Ok(())
}
