//! Sleep, resume, and clocks that are set.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use dialer::attempt::{CallState, EndReason};
use dialer::view::{DialectName, Feed};
use futures_util::future::BoxFuture;
use genesys_cloud::clock::{Clock, SimulatedClock};
use genesys_sandbox::Config;
use jiff::{SignedDuration, Timestamp};
use support::{NUMBER, Ready, World, pass, until, until_fed};

/// A clock whose time of day can be set, of a computer that can sleep.
struct SetClock {
    runs: SimulatedClock,
    seconds: AtomicI64,
    slept: AtomicU64,
}

impl SetClock {
    fn set_by(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    fn sleep_for(&self, seconds: u32) {
        self.slept.fetch_add(seconds.into(), Ordering::SeqCst);
        self.set_by(seconds.into());
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        let set = SignedDuration::from_secs(self.seconds.load(Ordering::SeqCst));
        self.runs.now().checked_add(set).unwrap()
    }

    fn elapsed(&self) -> Duration {
        self.runs.elapsed()
    }

    fn running(&self) -> Duration {
        self.runs.elapsed() + Duration::from_secs(self.slept.load(Ordering::SeqCst))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.runs.sleep(duration)
    }
}

async fn with_clock() -> (Ready, Arc<SetClock>) {
    let mut world = World::new(Config::default());
    let clock = Arc::new(SetClock {
        runs: SimulatedClock::starting_at(support::today()),
        seconds: AtomicI64::new(0),
        slept: AtomicU64::new(0),
    });
    world.clock = Arc::clone(&clock) as Arc<dyn Clock>;
    let ready = Ready::over(world, DialectName::Platform).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    (ready, clock)
}

#[tokio::test(start_paused = true)]
async fn on_waking_token_channel_and_live_calls_are_looked_at() {
    let (ready, clock) = with_clock().await;
    let pressed = ready.press(NUMBER).await;
    until(&ready.dialer, pressed.id, |attempt| {
        attempt.call_state == Some(CallState::Connected)
    })
    .await;
    let handshakes = ready.world.requests("GET", "/channels/");
    let subscriptions = ready.world.requests("PUT", "/api/v2/notifications/");
    // The clock that never goes back stood still meanwhile, and the token has run out.
    clock.sleep_for(2 * 3600);
    ready.world.sandbox.expire_tokens();
    pass(12).await;
    assert!(ready.world.requests("GET", "/channels/") > handshakes);
    assert!(ready.world.requests("PUT", "/api/v2/notifications/") > subscriptions);
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    until_fed(&ready.dialer, Feed::Socket).await;
}

#[tokio::test(start_paused = true)]
async fn clocks_on_screen_never_go_back_and_count_the_sleep() {
    let (ready, clock) = with_clock().await;
    let pressed = ready.press(NUMBER).await;
    until(&ready.dialer, pressed.id, |attempt| {
        attempt.call_state == Some(CallState::Connected)
    })
    .await;
    let now = || async { ready.dialer.attempt(pressed.id).await.unwrap().attempt };
    let before = now().await;
    clock.set_by(-3600);
    let after = now().await;
    assert_eq!(after.elapsed_ms, before.elapsed_ms);
    assert_eq!(after.talk_ms, before.talk_ms);
    pass(12).await;
    let later = now().await;
    assert_eq!(later.elapsed_ms, before.elapsed_ms + 12_000);
    assert_eq!(later.talk_ms.unwrap(), before.talk_ms.unwrap() + 12_000);
    // Set forward, it has slept no second.
    clock.set_by(3 * 3600);
    pass(12).await;
    let set = now().await;
    assert_eq!(set.elapsed_ms, before.elapsed_ms + 24_000);
    assert_eq!(set.talk_ms.unwrap(), before.talk_ms.unwrap() + 24_000);
    clock.sleep_for(7200);
    pass(11).await;
    let slept = now().await;
    assert!(slept.elapsed_ms >= before.elapsed_ms + 7_200_000);
}
