//! A transport that calls a server's router in memory.

use std::io;
use std::marker::PhantomData;
use std::sync::{Mutex, PoisonError};

use bytes::{Bytes, BytesMut};
use futures_util::future::{BoxFuture, poll_fn};
use http::header::HOST;
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, Uri};
use http_body_util::BodyExt;
use tokio::sync::mpsc;
use tower_service::Service;
use url::Url;

use super::{
    AnswerHead, Limits, Sent, Socket, Transport, TransportError, TransportErrorKind, host_of,
    host_of_url,
};

/// Both ends of a socket as the client sees them: texts to the server, and texts from it.
pub type SocketEnds = (mpsc::Sender<String>, mpsc::Receiver<String>);

type Connect = dyn Fn(Uri) -> BoxFuture<'static, io::Result<SocketEnds>> + Send + Sync;

/// Calls a server that is a [`Service`], without sockets. Time passes only as the server's own timers tell.
///
/// An error of the service stands for a connection that is closed without an answer, an error of the answer's body for
/// one that is closed in the middle of it. The host is not looked at.
pub struct InMemoryTransport<S, B> {
    service: Mutex<S>,
    connect: Option<Box<Connect>>,
    body: PhantomData<fn(B)>,
}

impl<S, B, A> InMemoryTransport<S, B>
where
    S: Service<Request<B>, Response = Response<A>> + Clone + Send + 'static,
{
    /// A transport to `service`.
    pub fn new(service: S) -> Self {
        Self {
            service: Mutex::new(service),
            connect: None,
            body: PhantomData,
        }
    }

    /// Opens sockets with `connect`, which is given the whole address. The socket is closed when the server drops its
    /// ends.
    ///
    /// An error stands for a server that cannot be reached, but [`io::ErrorKind::NotFound`] for one that answers 404,
    /// [`io::ErrorKind::PermissionDenied`] for 401, and [`io::ErrorKind::ConnectionReset`] for a connection that is
    /// closed without an answer.
    pub fn with_sockets(
        mut self,
        connect: impl Fn(Uri) -> BoxFuture<'static, io::Result<SocketEnds>> + Send + Sync + 'static,
    ) -> Self {
        self.connect = Some(Box::new(connect));
        self
    }
}

impl<S, B, A> Transport for InMemoryTransport<S, B>
where
    S: Service<Request<B>, Response = Response<A>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Send,
    B: From<Bytes> + Send + 'static,
    A: http_body::Body<Data = Bytes> + Send + Unpin + 'static,
    A::Error: Send,
{
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let mut service = self
            .service
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        Box::pin(async move {
            let host = host_of(request.uri());
            let lost = || TransportError::new(TransportErrorKind::Reset, host.clone(), Sent::Maybe);
            poll_fn(|context| service.poll_ready(context))
                .await
                .map_err(|_| {
                    TransportError::new(TransportErrorKind::Connect, host.clone(), Sent::No)
                })?;
            let answer = service
                .call(as_received(request).map(B::from))
                .await
                .map_err(|_| lost())?;
            let (head, mut body) = answer.into_parts();
            let broken = |kind| TransportError {
                kind,
                head: Some(Box::new(AnswerHead {
                    status: head.status,
                    headers: head.headers.clone(),
                })),
                ..lost()
            };
            let mut read = BytesMut::new();
            while let Some(frame) = body.frame().await {
                let frame = frame.map_err(|_| broken(TransportErrorKind::Reset))?;
                if let Ok(data) = frame.into_data() {
                    if read.len() + data.len() > limits.max_body {
                        return Err(broken(TransportErrorKind::BodyTooLarge));
                    }
                    read.extend_from_slice(&data);
                }
            }
            Ok(Response::from_parts(head, read.freeze()))
        })
    }

    fn open_socket(
        &self,
        url: Url,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Box<dyn Socket>, TransportError>> {
        Box::pin(async move {
            let host = host_of_url(&url);
            let unreachable =
                || TransportError::new(TransportErrorKind::Connect, host.clone(), Sent::No);
            let connect = self.connect.as_ref().ok_or_else(unreachable)?;
            let uri = url.as_str().parse().map_err(|_| unreachable())?;
            let (to_server, from_server) = connect(uri).await.map_err(|error| {
                let lost = TransportError::new(TransportErrorKind::Reset, &*host, Sent::Maybe);
                let refused = |status| TransportError {
                    head: Some(Box::new(AnswerHead {
                        status,
                        headers: HeaderMap::new(),
                    })),
                    ..lost.clone()
                };
                match error.kind() {
                    io::ErrorKind::NotFound => refused(StatusCode::NOT_FOUND),
                    io::ErrorKind::PermissionDenied => refused(StatusCode::UNAUTHORIZED),
                    io::ErrorKind::ConnectionReset => lost,
                    _ => unreachable(),
                }
            })?;
            let socket: Box<dyn Socket> = Box::new(InMemorySocket {
                to_server,
                from_server,
                max_text: limits.max_body,
                host,
            });
            Ok(socket)
        })
    }
}

struct InMemorySocket {
    to_server: mpsc::Sender<String>,
    from_server: mpsc::Receiver<String>,
    max_text: usize,
    host: String,
}

impl Socket for InMemorySocket {
    fn receive(&mut self) -> BoxFuture<'_, Option<Result<String, TransportError>>> {
        Box::pin(async move {
            let text = self.from_server.recv().await?;
            if text.len() <= self.max_text {
                return Some(Ok(text));
            }
            self.from_server = mpsc::channel(1).1;
            let kind = TransportErrorKind::BodyTooLarge;
            Some(Err(TransportError::new(kind, &*self.host, Sent::Maybe)))
        })
    }

    fn send(&mut self, text: String) -> BoxFuture<'_, Result<(), TransportError>> {
        Box::pin(async move {
            self.to_server
                .send(text)
                .await
                .map_err(|_| TransportError::new(TransportErrorKind::Reset, &*self.host, Sent::No))
        })
    }
}

/// The request as a server receives it: only path and query in the target, the host in a header.
fn as_received(mut request: Request<Bytes>) -> Request<Bytes> {
    let host = request
        .uri()
        .authority()
        .and_then(|authority| HeaderValue::from_str(authority.as_str()).ok());
    if let Some(host) = host {
        request.headers_mut().insert(HOST, host);
    }
    let target = request
        .uri()
        .path_and_query()
        .cloned()
        .unwrap_or_else(|| PathAndQuery::from_static("/"));
    *request.uri_mut() = Uri::from(target);
    request
}
