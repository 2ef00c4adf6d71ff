//! A second process on the same data directory, as the command line will be one. Here it is the
//! test itself, with the domain's own log: it holds a pending attempt while windows come and go.

use dialer::attempt::{AttemptId, Via};
use dialer::data_dir::DataDir;
use dialer::log::{Begun, CallLog, Intent};
use dialer::number::Dialled;
use dialer::problem::Problem;
use jiff::Timestamp;
use ringfor_e2e::{App, Desktop, PATIENCE, Row, SandboxProcess, Tested, Trouble, until};
use serde_json::json;

use crate::told::told;
use crate::{AGENT, CALLS_MATCH, FAST};

/// What the second process calls.
const THEIRS: &str = "+442079460958";
/// What the window calls.
const OURS: &str = "+14155552671";

#[tokio::test]
async fn what_another_living_process_attempts_is_left_alone() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;

    let second = SecondProcess::with_an_attempt(&desktop).await?;
    app.page().reload().await?;
    outcome_is(&app, THEIRS, "pending").await?;

    // The window dies between intent and answer, with an attempt of its own.
    let delay = json!({"match": CALLS_MATCH, "fault": {"kind": "delay", "ms": 15_000}});
    sandbox.fault(delay).await?;
    app.page().call(OURS).await?;
    until("the request has left", PATIENCE, async || {
        Ok((sandbox.call_requests().await? > 0).then_some(()))
    })
    .await?;
    app.kill().await?;

    let app = App::first_run(&desktop).await?;
    // The call was made: it is looked up and found.
    outcome_is(&app, OURS, "placed").await?;
    outcome_is(&app, THEIRS, "pending").await?;
    app.page().picture("failure-second-process").await?;
    app.page().reload().await?;
    outcome_is(&app, OURS, "placed").await?;
    outcome_is(&app, THEIRS, "pending").await?;
    assert_eq!(sandbox.call_requests().await?, 1, "it was sent again");

    // It ends, and the next start settles what it has left.
    drop(second);
    app.page().reload().await?;
    let row = outcome_is(&app, THEIRS, "unknown").await?;
    assert_eq!(row.conversation_id, "");
    let open = "document.querySelector('[data-number=\"' + arguments[0] + '\"] button').click()";
    app.page().script(open, &[THEIRS]).await?;
    told(app.page(), "process_ended").await?;
    assert_eq!(sandbox.call_requests().await?, 1, "it was sent again");
    Ok(())
}

async fn outcome_is(app: &App, number: &str, outcome: &str) -> Result<Row, Trouble> {
    until(&format!("{number} is {outcome}"), PATIENCE, async || {
        let rows = app.page().rows().await?;
        match rows.iter().find(|row| row.number == number) {
            Some(row) if row.outcome == outcome => Ok(Some(row.clone())),
            _ => Err(Trouble::new(format!("the rows are {rows:?}"))),
        }
    })
    .await
}

/// Owns attempts as long as it is there.
struct SecondProcess {
    _log: CallLog,
}

impl SecondProcess {
    /// Opens the log of the window's data directory, and begins an attempt for another agent.
    async fn with_an_attempt(desktop: &Desktop) -> Result<Self, Trouble> {
        let dir = DataDir::open(desktop.data_dir()).map_err(failed)?;
        let log = CallLog::open(&dir).map_err(failed)?;
        let profile = log.profiles().active().await.map_err(failed)?;
        let profile = profile.ok_or_else(|| Trouble::new("the window has made no profile"))?;
        let intent = Intent {
            id: AttemptId::mint(),
            profile_id: profile.id,
            placed_by: "second@process".into(),
            version: "0.1.0".into(),
            via: Via::CommandLine,
            typed: THEIRS.into(),
            number: Dialled::parse(THEIRS).ok_or_else(|| Trouble::new("no number"))?,
            agent_id: "6f1a1f0e-0000-4000-8000-000000000000".into(),
            agent_name: "Sam Lee".into(),
            options: dialer::view::CallOptions::default(),
            at: Timestamp::now(),
            again: Vec::new(),
        };
        match log.begin(intent).await.map_err(failed)? {
            Begun::New { .. } => Ok(Self { _log: log }),
            Begun::Same(attempt) => Err(Trouble::new(format!("not new: {attempt:?}"))),
            Begun::Asks { question, .. } => Err(failed(question)),
        }
    }
}

fn failed(problem: Problem) -> Trouble {
    Trouble::new(format!("the second process: {problem:?}"))
}
