//! What can go wrong: every fault of the sandbox, with the parameters that make a case of their own.

use std::time::Duration;

use genesys_sandbox::Fault;
use rand::Rng;
use rand::rngs::SmallRng;

macro_rules! kinds {
    ($($kind:ident),+ $(,)?) => {
        /// The faults of the sandbox, without their parameters.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind { $($kind,)+ }

        impl Kind {
            /// All of them; a fault that the sandbox gains does not compile until it is here.
            pub(crate) const ALL: &[Self] = &[$(Self::$kind,)+];

            /// The kind of a fault.
            pub(crate) fn of(fault: &Fault) -> Self {
                match fault { $(Fault::$kind { .. } => Self::$kind,)+ }
            }
        }
    };
}

kinds! {
    Status,
    Delay,
    DropBefore,
    DropAfter,
    Truncate,
    Garbage,
    Redirect,
    ExpireTokens,
    RejectTopic,
    DeafSocket,
    DropSocket,
    ClosingNotice,
    EvictChannel,
    DuplicateSnapshot,
    LateSnapshot,
    ReorderSnapshot,
    LoseSnapshot,
    GarbleSnapshot,
}

/// What a fault is made from.
pub(crate) struct Draw<'a> {
    pub(crate) random: &'a mut SmallRng,
    /// How long the request it hits is waited for.
    pub(crate) limit: Duration,
    /// How long a second of a call takes.
    pub(crate) second: Duration,
}

impl Draw<'_> {
    /// That many times a length, from and to, in milliseconds.
    fn ms(&mut self, of: Duration, from: f64, to: f64) -> u64 {
        let times = self.random.random_range(from..to);
        u64::try_from(of.mul_f64(times).as_millis()).unwrap()
    }
}

/// One row of the table.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) fault: fn(&mut Draw<'_>) -> Fault,
}

/// Every row.
pub(crate) fn cases() -> Vec<Case> {
    let rows = Kind::ALL.iter().flat_map(|kind| {
        let rows = rows(*kind).into_iter();
        rows.map(|(name, fault)| Case {
            name,
            kind: *kind,
            fault,
        })
    });
    rows.collect()
}

type Row = (&'static str, fn(&mut Draw<'_>) -> Fault);

fn rows(kind: Kind) -> Vec<Row> {
    match kind {
        Kind::Status => statuses(),
        Kind::Delay => vec![
            ("late answer", |draw| Fault::Delay {
                ms: draw.ms(draw.limit, 0.1, 0.7),
            }),
            ("answer after the time-out", |draw| Fault::Delay {
                ms: draw.ms(draw.limit, 1.2, 3.5),
            }),
            ("no answer, ever", |draw| Fault::Delay {
                ms: draw.ms(draw.limit, 500.0, 501.0),
            }),
        ],
        Kind::DropBefore => vec![("dropped before", |_| Fault::DropBefore)],
        Kind::DropAfter => vec![("dropped after", |_| Fault::DropAfter)],
        Kind::Truncate => vec![("half an answer", |_| Fault::Truncate)],
        Kind::Garbage => vec![("garbage", |_| Fault::Garbage)],
        Kind::Redirect => vec![
            ("307 elsewhere", |_| Fault::Redirect { location: None }),
            ("307 to the same", |_| Fault::Redirect {
                location: Some("/api/v2/conversations/calls".to_owned()),
            }),
        ],
        Kind::ExpireTokens => vec![("tokens expire", |_| Fault::ExpireTokens)],
        Kind::RejectTopic => vec![("topic rejected", |_| Fault::RejectTopic)],
        Kind::DeafSocket => vec![("deaf socket", |_| Fault::DeafSocket)],
        Kind::DropSocket => vec![("socket dropped", |draw| Fault::DropSocket {
            after_ms: draw.ms(draw.second, 0.0, 20.0),
        })],
        Kind::ClosingNotice => vec![("closing notice", |draw| Fault::ClosingNotice {
            after_ms: draw.ms(draw.second, 0.0, 20.0),
        })],
        Kind::EvictChannel => vec![("channel evicted", |draw| Fault::EvictChannel {
            after_ms: draw.ms(draw.second, 0.0, 20.0),
        })],
        Kind::DuplicateSnapshot => vec![("snapshot twice", |_| Fault::DuplicateSnapshot)],
        Kind::LateSnapshot => vec![("snapshot late", |draw| Fault::LateSnapshot {
            ms: draw.ms(draw.second, 0.5, 60.0),
        })],
        Kind::ReorderSnapshot => vec![("snapshots swapped", |_| Fault::ReorderSnapshot)],
        Kind::LoseSnapshot => vec![("snapshot lost", |_| Fault::LoseSnapshot)],
        Kind::GarbleSnapshot => vec![("snapshot broken", |_| Fault::GarbleSnapshot)],
    }
}

fn statuses() -> Vec<Row> {
    vec![
        ("200 without an id", |_| status(200, "", None)),
        ("302", |_| status(302, "", None)),
        ("400", |_| status(400, "bad.request", None)),
        ("400 not.a.user", |_| status(400, "not.a.user", None)),
        ("401", |_| status(401, "bad.credentials", None)),
        ("403", |_| status(403, "missing.any.permissions", None)),
        ("404", |_| status(404, "not.found", None)),
        ("405", |_| status(405, "method.not.allowed", None)),
        ("408", |_| status(408, "client.timeout", None)),
        ("409", |_| status(409, "request.conflict", None)),
        ("410", |_| status(410, "gone", None)),
        ("429 short", |draw| {
            let seconds = draw.random.random_range(1..=5);
            status(429, "too.many.requests.retry.after", Some(seconds))
        }),
        ("429 long", |draw| {
            let seconds = draw.random.random_range(30..=120);
            status(429, "too.many.requests.retry.after", Some(seconds))
        }),
        ("429 without a time", |_| {
            status(429, "too.many.requests", None)
        }),
        ("500", |_| status(500, "internal.server.error", None)),
        ("502", |_| status(502, "bad.gateway", None)),
        ("503", |_| status(503, "service.unavailable", None)),
        ("504", |_| status(504, "request.timeout", None)),
    ]
}

fn status(status: u16, code: &str, retry_after: Option<u64>) -> Fault {
    Fault::Status {
        status,
        code: Some(code.to_owned()),
        retry_after,
        message: None,
    }
}
