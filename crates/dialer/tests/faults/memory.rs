//! A run in memory, in simulated time.

use std::time::Duration;

use dialer::timeouts::Timeouts;
use genesys_sandbox::Config;

use crate::plan::{Cell, Pace, Plan};
use crate::run::{Evidence, Scene};
use crate::support::{BASE, World};

/// The time-outs of the app, and seconds that last a second of simulated time.
pub(crate) fn pace() -> Pace {
    Pace {
        timeouts: Timeouts::default(),
        second: Duration::from_secs(1),
        most_times: u32::MAX,
        patience: Duration::from_secs(3600),
    }
}

/// Carries a plan out in a world of its own.
pub(crate) fn run(cell: &Cell, plan: &Plan) -> Evidence {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        // What is written is written in the order in which it was asked for, so that a seed repeats.
        .max_blocking_threads(1)
        .build()
        .unwrap();
    runtime.block_on(async {
        let config = Config {
            accept: vec![cell.spoken.server()],
            ..Config::default()
        };
        let scene = Scene {
            world: World::new(config),
            base_url: BASE.to_owned(),
            pace: pace(),
        };
        let mut evidence = scene.run(cell.spoken, plan).await;
        evidence.calls = scene.world.sandbox.calls();
        evidence.journal = scene.world.sandbox.journal();
        evidence
    })
}
