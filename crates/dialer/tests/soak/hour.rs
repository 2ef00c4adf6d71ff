//! What happens in one hour, drawn from the seed.

use std::time::Duration;

use genesys_sandbox::Fault;
use rand::Rng;
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;

use crate::support::ON_BEHALF;

/// Nothing begins after this: what is looked up longest is over at the end of the hour.
const BEGINS_WITHIN_MS: u64 = 50 * 60 * 1000;

/// Numbers, each with how often it is called.
const NUMBERS: [(&str, u32); 13] = [
    ("+1 415 555 2671", 30),
    ("+1 212 555 0187", 12),
    ("+44 20 7946 0958", 8),
    ("+1 202 555 0100", 8),
    ("+1 202 555 0101", 8),
    ("+1 202 555 0102", 8),
    ("+1 202 555 0103", 6),
    ("+1 202 555 0104", 4),
    ("+1 202 555 0105", 4),
    ("+1 202 555 0106", 4),
    ("+1 202 555 0107", 4),
    ("+1 202 555 0108", 2),
    ("+1 202 555 0109", 2),
];

/// One thing that happens.
#[derive(Debug, Clone)]
pub(crate) enum Happening {
    /// Somebody presses Call, and may hang up so long after the call was placed.
    Press {
        agent: usize,
        number: &'static str,
        hang_up_after: Option<Duration>,
        /// The person has not been asked before.
        asks: bool,
    },
    /// The same with one more press right after it.
    DoublePress { agent: usize, number: &'static str },
    /// A window that was reloaded, typing, looking at the history.
    Look { agent: usize },
    /// All tokens end early.
    TokensExpire,
    /// A fault of the server.
    Fault(&'static str, u32, Fault),
}

/// What happens in an hour with so many presses of Call, in order.
pub(crate) fn draw(
    rng: &mut SmallRng,
    hour: usize,
    presses: usize,
    agents: usize,
) -> Vec<(Duration, Happening)> {
    let mut all: Vec<Happening> = (0..presses).map(|_| press(rng, agents)).collect();
    all.extend((0..6).map(|_| Happening::Look {
        agent: rng.random_range(0..agents),
    }));
    all.extend([Happening::TokensExpire, Happening::TokensExpire]);
    all.extend(faults(rng, hour));
    let mut timed: Vec<_> = all
        .into_iter()
        .map(|happening| {
            let at = Duration::from_millis(rng.random_range(0..BEGINS_WITHIN_MS));
            (at, happening)
        })
        .collect();
    timed.sort_by_key(|(at, _)| *at);
    timed
}

fn press(rng: &mut SmallRng, agents: usize) -> Happening {
    let agent = rng.random_range(0..agents);
    let (number, _) = *NUMBERS.choose_weighted(rng, |(_, weight)| *weight).unwrap();
    if rng.random_bool(0.05) {
        return Happening::DoublePress { agent, number };
    }
    let hang_up_after = rng
        .random_bool(0.25)
        .then(|| Duration::from_millis(rng.random_range(0..30_000)));
    Happening::Press {
        agent,
        number,
        hang_up_after,
        asks: rng.random_bool(0.1),
    }
}

fn faults(rng: &mut SmallRng, hour: usize) -> Vec<Happening> {
    let limited = |seconds| Fault::Status {
        status: 429,
        code: Some("too.many.requests".to_owned()),
        retry_after: Some(seconds),
        message: None,
    };
    let failing = Fault::Status {
        status: 503,
        code: None,
        retry_after: None,
        message: None,
    };
    let calls = "GET /api/v2/conversations/calls/*";
    let sockets = "SOCKET /channels/*";
    let dropped = || Fault::DropSocket { after_ms: 0 };
    let mut faults = vec![
        Happening::Fault(ON_BEHALF, 1, limited(3)),
        Happening::Fault(ON_BEHALF, 1, limited(60)),
        Happening::Fault(ON_BEHALF, 1, Fault::DropAfter),
        Happening::Fault(ON_BEHALF, 1, Fault::DropBefore),
        Happening::Fault(calls, 3, limited(5)),
        Happening::Fault(calls, 2, failing),
        Happening::Fault(calls, 1, Fault::Truncate),
        Happening::Fault("POST /oauth/token", 1, limited(2)),
        Happening::Fault("PATCH /api/v2/conversations/calls/*", 1, limited(2)),
        Happening::Fault(sockets, 1, dropped()),
        Happening::Fault(sockets, 1, dropped()),
        Happening::Fault(sockets, 1, dropped()),
        Happening::Fault("SNAPSHOT v2.users.*", 5, Fault::LoseSnapshot),
        Happening::Fault("SNAPSHOT v2.users.*", 2, Fault::GarbleSnapshot),
    ];
    // Two lost channels within ten minutes would end sockets for the rest of the day.
    faults.push(match (hour % 3, rng.random_bool(0.5)) {
        (0, true) => Happening::Fault(sockets, 1, Fault::EvictChannel { after_ms: 0 }),
        (0, false) => Happening::Fault(sockets, 1, Fault::DeafSocket),
        _ => Happening::Fault(sockets, 1, Fault::ClosingNotice { after_ms: 0 }),
    });
    faults
}
