//! Waits at the port for the one answer of a sign-in.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use genesys_cloud::Authorization;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use secrecy::ExposeSecret;
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinSet};

use super::beginning::Beginning;
use super::loopback::Loopback;
use super::page;
use super::request::{self, Answer, Asked};
use crate::host::{Host, SignInPage};

/// How long a connection may take from its beginning to its end.
const CONNECTION_TIME: Duration = Duration::from_secs(10);
/// How long the head of a request may take.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// How much of a request is read. A browser sends the cookies of other programs on this machine as well.
const LONGEST_HEAD: usize = 64 * 1024;
const MOST_HEADERS: usize = 100;
/// How many connections are held at once; the oldest goes first.
const MOST_CONNECTIONS: usize = 32;
/// How long the last page may take to reach the browser.
const FAREWELL: Duration = Duration::from_secs(2);

/// The one answer, and the sign-in that it is of.
pub(super) struct Taken {
    pub(super) authorization: Authorization,
    pub(super) answer: Answer,
    connection: Option<tokio::task::Id>,
}

/// The sign-in that waits. It is taken out with the one answer, so there is no second one.
struct Waiting {
    authorization: Authorization,
    taken: oneshot::Sender<Taken>,
    /// Whether a browser was led to the sign-in page.
    is_opened: bool,
}

/// What every connection shares.
struct Desk {
    port: u16,
    host: Arc<dyn Host>,
    beginning: Beginning,
    waiting: Mutex<Option<Waiting>>,
}

/// Where somebody was led who asked for the way to the sign-in page.
enum Led {
    On(Response<String>),
    /// Nowhere, and the sign-in is over.
    Twice,
    Nowhere,
}

/// Leads the browser to the page, waits for the answer, and closes the port. What else comes gets a page and changes nothing.
/// Dropping the future closes the port too.
pub(super) async fn answer(
    loopback: Loopback,
    beginning: Beginning,
    authorization: Authorization,
    host: Arc<dyn Host>,
) -> Option<Taken> {
    let (taken, mut answered) = oneshot::channel();
    let desk = Arc::new(Desk {
        port: loopback.port(),
        host,
        beginning,
        waiting: Mutex::new(Some(Waiting {
            authorization,
            taken,
            is_opened: false,
        })),
    });
    let mut connections = JoinSet::new();
    let mut order: VecDeque<AbortHandle> = VecDeque::new();
    let taken = loop {
        tokio::select! {
            biased;
            taken = &mut answered => break taken.ok()?,
            Some(_) = connections.join_next() => order.retain(|held| !held.is_finished()),
            accepted = loopback.accept() => match accepted {
                Ok(stream) => {
                    if order.len() >= MOST_CONNECTIONS && let Some(oldest) = order.pop_front() {
                        oldest.abort();
                    }
                    order.push_back(connections.spawn(serve(stream, Arc::clone(&desk))));
                }
                Err(error) => {
                    tracing::debug!(%error, "a connection was not taken");
                    // Such as too many open files: it may pass.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
        }
    };
    drop(loopback);
    let written = async {
        while let Some(ended) = connections.join_next_with_id().await {
            let id = ended.map_or_else(|error| error.id(), |(id, ())| id);
            if taken.connection == Some(id) {
                break;
            }
        }
    };
    if tokio::time::timeout(FAREWELL, written).await.is_err() {
        tracing::debug!("the browser did not take the last page");
    }
    Some(taken)
}

async fn serve(stream: TcpStream, desk: Arc<Desk>) {
    let service = service_fn(move |request: Request<Incoming>| {
        let response = desk.respond(request);
        async move { Ok::<_, Infallible>(response) }
    });
    let serving = http1::Builder::new()
        .keep_alive(false)
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    match tokio::time::timeout(CONNECTION_TIME, serving).await {
        Ok(Ok(())) => {}
        // What was sent is not logged: it may hold the code.
        Ok(Err(_)) => tracing::debug!("a request to the port of the sign-in could not be read"),
        Err(_) => tracing::debug!("a request to the port of the sign-in took too long"),
    }
}

impl Desk {
    fn respond(&self, request: Request<Incoming>) -> Response<String> {
        let (head, _) = request.into_parts();
        let (status, page) = match request::read(&head, self.port) {
            Asked::Other(status) => (status, SignInPage::Other),
            Asked::Beginning(path) => match self.lead_on(&path) {
                Led::On(response) => return response,
                Led::Twice => (StatusCode::GONE, SignInPage::Refused),
                Led::Nowhere => (StatusCode::NOT_FOUND, SignInPage::Other),
            },
            Asked::Answer { state, answer } => {
                let page = match answer {
                    Answer::Code(_) => SignInPage::Done,
                    Answer::Denied | Answer::Failed(_) | Answer::OpenedTwice => SignInPage::Refused,
                };
                if self.take(state.expose_secret(), answer) {
                    (StatusCode::OK, page)
                } else {
                    (StatusCode::BAD_REQUEST, SignInPage::Other)
                }
            }
        };
        page::response(status, &self.host.sign_in_page(page))
    }

    /// Leads the first to the sign-in page. The state goes with it, so a second one ends the sign-in: either may be
    /// somebody else, who would bring a code of their own.
    fn lead_on(&self, path: &str) -> Led {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.beginning.is_at(path) {
            return Led::Nowhere;
        }
        match waiting.as_mut() {
            Some(first) if !first.is_opened => {
                first.is_opened = true;
                let page = page::leading_to(first.authorization.url().as_str());
                page.map_or(Led::Nowhere, Led::On)
            }
            Some(_) => {
                tracing::warn!("a sign-in that was opened twice is ended");
                hand_on(waiting.take(), Answer::OpenedTwice);
                Led::Twice
            }
            None => Led::Nowhere,
        }
    }

    /// Hands the answer on, if it is one to the sign-in that waits, and the first.
    fn take(&self, state: &str, answer: Answer) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let is_ours = waiting
            .as_ref()
            .is_some_and(|waiting| waiting.authorization.check_state(state));
        if !is_ours {
            tracing::warn!("an answer that is not of the sign-in that waits was turned away");
            return false;
        }
        hand_on(waiting.take(), answer)
    }
}

fn hand_on(waiting: Option<Waiting>, answer: Answer) -> bool {
    waiting.is_some_and(|waiting| {
        let handed_on = waiting.taken.send(Taken {
            authorization: waiting.authorization,
            answer,
            connection: tokio::task::try_id(),
        });
        handed_on.is_ok()
    })
}
