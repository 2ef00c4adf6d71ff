//! The window is killed at five instants drawn from a seed, and started again on the same data.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, Row, SandboxProcess, SecondStart, Start, Tested};
use ringfor_e2e::{Trouble, until};
use serde_json::{Value, json};

use crate::CALLS_MATCH;

/// A call of half a minute takes seven and a half seconds: long enough to be killed in.
const SPEED: [&str; 2] = ["--speed", "4"];

/// In place of five minutes.
const SETTLING_SECONDS: &str = "15";

/// Looked up, followed and closed by then.
const OVER: Duration = Duration::from_secs(60);

/// Where the call is when the window is killed.
#[derive(Debug, Clone, Copy)]
enum At {
    /// The press may not even have reached Rust.
    ThePress,
    /// The request has left, and its answer does not come.
    TheRequest,
    /// The agent's phone rings, or they talk.
    TheCall,
    /// What an earlier kill has left is being looked up or followed.
    TheStart,
    /// Wherever it is.
    AnyTime,
}

const KILLS: [(At, &str, &str); 5] = [
    (At::ThePress, "agent@example.com", "+14155552671"),
    (At::TheRequest, "priya.raman@example.com", "+14155552672"),
    (At::TheCall, "aisha.bello@example.com", "+14155552673"),
    (At::TheStart, "alexandra.novak@example.com", "+14155552674"),
    (At::AnyTime, "agent@example.com", "+14155552675"),
];

/// The call after each kill.
const AFTERWARDS: &str = "+4930901820";

#[tokio::test]
async fn at_five_instants_the_history_is_true_and_nothing_is_called_twice() -> Tested {
    let mut seed = Seed::chosen();
    println!("RINGFOR_SEED={}", seed.0);
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &SPEED)?;
    let app = open(&desktop).await?;
    app.page().connect(&sandbox).await?;
    let mut app = app;
    for (at, email, number) in KILLS {
        let page = app.page();
        page.choose_agent(email, email).await?;
        page.type_number(number).await?;
        let before = sandbox.call_requests().await?;
        let instant = strike(at, &mut seed, &desktop, &sandbox, app).await?;
        println!("killed at {at:?}, {instant:?} into it");

        app = open(&desktop).await?;
        is_true(&app, &sandbox, number, before).await?;
        works(&app, &sandbox, email).await?;
    }
    app.page().picture("kills").await?;
    Ok(())
}

async fn open(desktop: &Desktop) -> Result<App, Trouble> {
    let start =
        Start::with_data_in(desktop.data_dir()).and("RINGFOR_SETTLING_SECONDS", SETTLING_SECONDS);
    let app = App::open(desktop, start).await?;
    Ok(app)
}

/// Presses Call and kills the window, so long after.
async fn strike(
    at: At,
    seed: &mut Seed,
    desktop: &Desktop,
    sandbox: &SandboxProcess,
    app: App,
) -> Result<Duration, Trouble> {
    let page = app.page();
    let instant = match at {
        At::ThePress => seed.within(80),
        At::TheRequest => seed.within(2000),
        At::TheCall => seed.within(6000),
        At::TheStart => seed.within(1500),
        At::AnyTime => seed.within(8000),
    };
    if matches!(at, At::TheRequest | At::TheStart) {
        let hangs = json!({"kind": "delay", "ms": 10_000});
        sandbox
            .fault(json!({"match": CALLS_MATCH, "fault": hangs}))
            .await?;
    }
    let before = sandbox.call_requests().await?;
    if matches!(at, At::ThePress | At::AnyTime) {
        // The driver's own click answers only when the page has.
        let press = r#"document.querySelector('[data-testid="dial-button"]').click()"#;
        page.script(press, &[]).await?;
    } else {
        page.click("dial-button").await?;
        until("the request has left", PATIENCE, async || {
            Ok((sandbox.call_requests().await? > before).then_some(()))
        })
        .await?;
    }
    if matches!(at, At::TheCall) {
        page.wait_for_top_row("the call is placed", PATIENCE, |row| {
            row.outcome == "placed"
        })
        .await?;
    }
    if !matches!(at, At::TheStart) {
        tokio::time::sleep(instant).await;
        app.kill().await?;
        return Ok(instant);
    }
    app.kill().await?;
    let start = SecondStart::of(desktop, &desktop.data_dir())?;
    tokio::time::sleep(instant).await;
    start.kill()?;
    Ok(instant)
}

/// The attempt ends, and the history says of it what the server knows.
async fn is_true(app: &App, sandbox: &SandboxProcess, number: &str, before: usize) -> Tested {
    app.page().find("history").await?;
    let made = calls_to(sandbox, number).await?;
    let sent = sandbox.call_requests().await? - before;
    assert!(sent <= 1 && made.len() <= 1, "{sent} requests, {made:?}");
    let row = until(&format!("{number} is over"), OVER, async || {
        let rows = rows_of(app, number).await?;
        match rows.first() {
            // Killed before the press was on disk: then nothing was sent, now or later.
            None if sent == 0 => Ok(Some(None)),
            Some(row) if is_over(row) => Ok(Some(Some(row.clone()))),
            _ => Err(Trouble::new(format!("its rows are {rows:?}"))),
        }
    })
    .await?;
    let made = calls_to(sandbox, number).await?;
    assert_eq!(sandbox.call_requests().await? - before, sent, "sent later");
    match row {
        None => assert_eq!(made.len(), 0, "a call that the history lacks"),
        Some(row) if row.outcome == "placed" => {
            assert_eq!(made.len(), 1, "{row:?}");
            assert_eq!(made[0]["conversation_id"], *row.conversation_id);
        }
        Some(row) => {
            assert_eq!(made.len(), 0, "{row:?} of {made:?}");
            assert_eq!(row.conversation_id, "", "{row:?}");
        }
    }
    assert!(rows_of(app, number).await?.len() <= 1, "two rows");
    Ok(())
}

/// Whether the attempt has come to its end: the call is over, or it was looked for.
fn is_over(row: &Row) -> bool {
    match row.outcome.as_str() {
        "placed" => !row.end_reason.is_empty(),
        "unknown" => row.settling == "not_found",
        outcome => outcome == "refused",
    }
}

/// Call works as before for the same agent, where that was asked for if it has to be.
async fn works(app: &App, sandbox: &SandboxProcess, email: &str) -> Tested {
    let page = app.page();
    let known = calls_to(sandbox, AFTERWARDS).await?.len();
    page.choose_agent(email, email).await?;
    page.call(AFTERWARDS).await?;
    until(
        "the call, or the question before it",
        PATIENCE,
        async || {
            if page.has("dial-confirm-yes").await? {
                page.click("dial-confirm-yes").await?;
            }
            Ok((calls_to(sandbox, AFTERWARDS).await?.len() > known).then_some(()))
        },
    )
    .await?;
    let row = page.wait_until_over(OVER).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    assert_eq!(row.number, AFTERWARDS);
    assert_eq!(calls_to(sandbox, AFTERWARDS).await?.len(), known + 1);
    Ok(())
}

async fn calls_to(sandbox: &SandboxProcess, number: &str) -> Result<Vec<Value>, Trouble> {
    let mut calls = sandbox.calls().await?;
    calls.retain(|call| call["number"] == number);
    Ok(calls)
}

async fn rows_of(app: &App, number: &str) -> Result<Vec<Row>, Trouble> {
    let mut rows = app.page().rows().await?;
    rows.retain(|row| row.number == number);
    Ok(rows)
}

/// Draws the instants, the same ones again from the same number (`RINGFOR_SEED`).
struct Seed(u64);

impl Seed {
    fn chosen() -> Self {
        let given = std::env::var("RINGFOR_SEED").ok();
        let drawn = || jiff::Timestamp::now().as_nanosecond().unsigned_abs() as u64;
        Self(
            given
                .and_then(|seed| seed.parse().ok())
                .unwrap_or_else(drawn),
        )
    }

    /// Steps of SplitMix64.
    fn within(&mut self, millis: u64) -> Duration {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut drawn = self.0;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Duration::from_millis((drawn ^ (drawn >> 31)) % millis)
    }
}
