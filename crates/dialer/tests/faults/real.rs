//! A run over real sockets, in real time, with time-outs that are as much shorter as calls are faster.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use dialer::timeouts::Timeouts;
use genesys_cloud::clock::SystemClock;
use genesys_cloud::transport::{HttpTransport, Limits, Transport};
use genesys_sandbox::{CallRecord, Config};
use http::Request;

use crate::plan::{Cell, Pace, Plan};
use crate::run::{Evidence, Scene};
use crate::support::{World, loopback};

/// How many seconds of a call pass in one.
const SPEED: u32 = 20;

/// Shorter time-outs, faster calls. What the app waits for by itself stays as long as it is.
pub(crate) fn pace() -> Pace {
    Pace {
        timeouts: Timeouts {
            connect: Duration::from_millis(500),
            call: Duration::from_secs(1),
            read: Duration::from_millis(700),
            keyring: Duration::from_secs(2),
            settling: Duration::from_secs(4),
            sign_in: Duration::from_secs(4),
        },
        second: Duration::from_secs(1) / SPEED,
        most_times: 2,
        patience: Duration::from_secs(30),
    }
}

/// Whether a cell fits into a few real seconds: what a server asks the app to wait is not scaled.
pub(crate) fn is_quick(cell: &Cell) -> bool {
    !matches!(cell.case.name, "429 long" | "closing notice")
}

/// Carries a plan out in a world of its own.
pub(crate) async fn run(cell: Cell, plan: &Plan) -> Evidence {
    let pace = pace();
    let mut world = World::new(Config {
        accept: vec![cell.spoken.server()],
        speed: f64::from(SPEED),
        ..Config::default()
    });
    let transport = Arc::new(HttpTransport::new(pace.timeouts.connect).unwrap());
    world.transport = transport.clone();
    world.clock = Arc::new(SystemClock::new());
    world.timeouts = pace.timeouts;
    let running = world.sandbox.serve(loopback()).await.unwrap();
    let scene = Scene {
        world,
        base_url: running.base_url.clone(),
        pace,
    };
    let mut evidence = scene.run(cell.spoken, plan).await;
    evidence.calls = calls(&*transport, &running.base_url).await;
    evidence.journal = scene.world.sandbox.journal();
    running.stop().await;
    evidence
}

/// What the server knows, asked as anybody can ask it.
async fn calls(transport: &dyn Transport, base_url: &str) -> Vec<CallRecord> {
    let request = Request::get(format!("{base_url}/sandbox/calls"))
        .body(Bytes::new())
        .unwrap();
    let limits = Limits {
        fresh_connection: true,
        ..Limits::default()
    };
    let answer = transport.send(request, limits).await.unwrap();
    serde_json::from_slice(answer.body()).unwrap()
}
