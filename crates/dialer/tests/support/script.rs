//! A server that says what a test wants, and a clock on the wall that can be set.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_cloud::clock::{Clock, SimulatedClock};
use genesys_cloud::transport::{
    Limits, Sent, Socket, Transport, TransportError, TransportErrorKind,
};
use http::{Request, Response};
use jiff::fmt::rfc2822::DateTimePrinter;
use url::Url;

use super::World;

/// One request as the server saw it.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) host: String,
    pub(crate) method: String,
    /// With the query.
    pub(crate) path: String,
    pub(crate) body: String,
    pub(crate) authorization: String,
}

impl Asked {
    pub(crate) fn is_token(&self) -> bool {
        self.path == "/oauth/token"
    }

    pub(crate) fn places(&self) -> bool {
        self.method == "POST" && self.path.starts_with("/api/v2/conversations/calls")
    }

    pub(crate) fn reads_call(&self) -> bool {
        self.method == "GET" && self.path.starts_with("/api/v2/conversations/calls/")
    }
}

/// Status and body.
pub(crate) type Said = (u16, String);

/// All that a scripted server was asked.
#[derive(Clone, Default)]
pub(crate) struct Journal(Arc<Mutex<Vec<Asked>>>);

impl Journal {
    pub(crate) fn all(&self) -> Vec<Asked> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn count(&self, wanted: impl Fn(&Asked) -> bool) -> usize {
        self.all().iter().filter(|asked| wanted(asked)).count()
    }
}

struct Script<F> {
    journal: Journal,
    answer: F,
}

impl<F: Fn(&Asked) -> Said + Send + Sync> Transport for Script<F> {
    fn send(
        &self,
        request: Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let authorization = request.headers().get("authorization");
        let asked = Asked {
            host: request.uri().host().unwrap().to_owned(),
            method: request.method().to_string(),
            path: request.uri().path_and_query().unwrap().to_string(),
            body: String::from_utf8_lossy(request.body()).into_owned(),
            authorization: authorization
                .map(|value| value.to_str().unwrap().to_owned())
                .unwrap_or_default(),
        };
        self.journal.0.lock().unwrap().push(asked.clone());
        let (status, body) = (self.answer)(&asked);
        let answer = Response::builder().status(status).body(body.into());
        ready(Ok(answer.unwrap())).boxed()
    }

    fn open_socket(
        &self,
        url: Url,
        _limits: Limits,
    ) -> BoxFuture<'_, Result<Box<dyn Socket>, TransportError>> {
        let host = url.host_str().unwrap_or_default();
        let refused = TransportError::new(TransportErrorKind::Connect, host, Sent::No);
        ready(Err(refused)).boxed()
    }
}

/// Tells the time with every answer, as real servers do.
struct Dated {
    inner: Arc<dyn Transport>,
    clock: SimulatedClock,
}

impl Transport for Dated {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&self.clock.now());
        let sent = self.inner.send(request, limits);
        async move {
            let mut answer = sent.await?;
            let date = date.unwrap().parse().unwrap();
            answer.headers_mut().insert("date", date);
            Ok(answer)
        }
        .boxed()
    }

    fn open_socket(
        &self,
        url: Url,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Box<dyn Socket>, TransportError>> {
        self.inner.open_socket(url, limits)
    }
}

impl World {
    /// Puts a server in the sandbox's place that answers as `answer` says.
    pub(crate) fn script(
        &mut self,
        answer: impl Fn(&Asked) -> Said + Send + Sync + 'static,
    ) -> Journal {
        let journal = Journal::default();
        self.transport = Arc::new(Script {
            journal: journal.clone(),
            answer,
        });
        journal
    }

    /// Lets the server tell its time, which is today's.
    pub(crate) fn tells_time(&mut self) {
        self.transport = Arc::new(Dated {
            inner: Arc::clone(&self.transport),
            clock: SimulatedClock::starting_at(super::today()),
        });
    }

    /// Puts a clock in place of the simulated one that can be set.
    pub(crate) fn settable_clock(&mut self) -> WallClock {
        let clock = WallClock {
            inner: SimulatedClock::new(),
            ahead: Arc::default(),
            watcher: Arc::default(),
        };
        self.clock = Arc::new(clock.clone());
        clock
    }
}

/// Answers as a server does on which all is well; for what a test does not want otherwise.
pub(crate) fn all_is_well(asked: &Asked) -> Said {
    let kim = r#"{"id":"7","name":"Kim","email":"agent@example.com","state":"active"}"#;
    let body = if asked.is_token() {
        r#"{"access_token":"tok-123456","expires_in":86400}"#.to_owned()
    } else if asked.places() {
        r#"{"id":"conv-1"}"#.to_owned()
    } else if asked.path == "/api/v2/users/search" {
        format!(r#"{{"results":[{kim}]}}"#)
    } else if asked.path.starts_with("/api/v2/users?") {
        format!(r#"{{"entities":[{kim}]}}"#)
    } else if asked.path.starts_with("/api/v2/users/") {
        kim.to_owned()
    } else {
        let leg = |purpose: &str| {
            format!(r#"{{"purpose":"{purpose}","state":"connected","user":{{"id":"7"}}}}"#)
        };
        let legs = [leg("user"), leg("external")].join(",");
        format!(r#"{{"id":"conv-1","participants":[{legs}]}}"#)
    };
    (200, body)
}

/// Simulated time whose wall clock can be set; what has elapsed stays what it is.
#[derive(Clone)]
pub(crate) struct WallClock {
    inner: SimulatedClock,
    ahead: Arc<AtomicI64>,
    watcher: Arc<Mutex<Option<Watcher>>>,
}

type Watcher = Arc<dyn Fn() + Send + Sync>;

impl WallClock {
    /// Does something whenever somebody looks at the clock.
    pub(crate) fn when_looked_at(&self, watcher: impl Fn() + Send + Sync + 'static) {
        *self.watcher.lock().unwrap() = Some(Arc::new(watcher));
    }

    /// Sets the wall clock to this many seconds ahead of the simulated one.
    pub(crate) fn set_ahead(&self, seconds: i64) {
        self.ahead.store(seconds, Ordering::SeqCst);
    }
}

impl Clock for WallClock {
    fn now(&self) -> jiff::Timestamp {
        let watcher = self.watcher.lock().unwrap().clone();
        if let Some(watcher) = watcher {
            watcher();
        }
        let ahead = jiff::SignedDuration::from_secs(self.ahead.load(Ordering::SeqCst));
        self.inner.now().checked_add(ahead).unwrap()
    }
    fn elapsed(&self) -> Duration {
        self.inner.elapsed()
    }
    fn running(&self) -> Duration {
        self.inner.running()
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }
}

/// Our attempt id, as a request that places a call names it.
pub(crate) fn named_id(asked: &Asked) -> String {
    let body: serde_json::Value = serde_json::from_str(&asked.body).unwrap();
    let id = &body["attributes"][genesys_cloud::ATTEMPT_ID_ATTRIBUTE];
    id.as_str().unwrap().to_owned()
}
