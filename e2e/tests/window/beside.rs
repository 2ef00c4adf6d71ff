//! Window and command line at the same time: one history, and one call for one press across both.

use ringfor_e2e::{App, CommandLine, Desktop, PATIENCE, SandboxProcess, Tested, Trouble, until};
use serde_json::{Value, json};

use crate::{AGENT, CALLS_MATCH, FAST};

/// Exit code where the window would ask.
const BUSY: Option<i32> = Some(7);
const THEIRS: &str = "+442079460958";
const OURS: &str = "+14155552671";

async fn both(arguments: &[&str]) -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, arguments)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    Ok((desktop, sandbox, app))
}

fn calling(number: &str) -> [&str; 6] {
    ["--json", "call", "--agent", AGENT, "--to", number]
}

fn object(text: &str) -> Result<Value, Trouble> {
    serde_json::from_str(text).map_err(|error| Trouble::while_doing(text, error))
}

#[tokio::test]
async fn each_sees_what_the_other_does() -> Tested {
    let (desktop, sandbox, app) = both(&FAST).await?;
    let page = app.page();
    let said = CommandLine::run(&desktop, &desktop.data_dir(), &calling(THEIRS), "").await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    let placed = object(&said.out)?;
    assert_eq!(
        (&placed["outcome"], &placed["via"]),
        (&json!("placed"), &json!("command_line"))
    );
    // Nobody loads the page again: it is told.
    let row = page
        .wait_for_top_row("the window has it", PATIENCE, |row| {
            row.number == THEIRS && row.outcome == "placed"
        })
        .await?;
    assert_eq!(json!(row.conversation_id), placed["conversation_id"]);
    page.picture("beside-command-line").await?;

    until(
        "the call of the command line is over",
        PATIENCE,
        async || {
            let calls = sandbox.calls().await?;
            Ok((calls[0]["state"] == "ended").then_some(()))
        },
    )
    .await?;
    page.call("+1 415 555 2671").await?;
    until("a press counts again", PATIENCE, async || {
        if page.has("dial-confirm-yes").await? {
            page.click("dial-confirm-yes").await?;
        }
        Ok((sandbox.call_requests().await? == 2).then_some(()))
    })
    .await?;
    page.wait_for_top_row("the call is placed", PATIENCE, |row| {
        row.number == OURS && row.outcome == "placed"
    })
    .await?;
    let listed =
        CommandLine::run(&desktop, &desktop.data_dir(), &["--json", "history"], "").await?;
    let attempts = object(&listed.out)?["attempts"].clone();
    let numbers: Vec<_> = attempts
        .as_array()
        .into_iter()
        .flatten()
        .map(|attempt| attempt["e164"].clone())
        .collect();
    assert_eq!(numbers, [OURS, THEIRS]);
    assert_eq!(sandbox.calls().await?.len(), 2);
    Ok(())
}

/// The answer of the call hangs: whoever presses meanwhile presses the same one.
async fn slow(sandbox: &SandboxProcess) -> Tested {
    let delay = json!({"match": CALLS_MATCH, "fault": {"kind": "delay", "ms": 12_000}});
    sandbox.fault(delay).await
}

async fn has_left(sandbox: &SandboxProcess) -> Tested {
    until("the request has left", PATIENCE, async || {
        Ok((sandbox.call_requests().await? > 0).then_some(()))
    })
    .await
}

#[tokio::test]
async fn while_the_window_calls_the_command_line_is_busy() -> Tested {
    let (desktop, sandbox, app) = both(&[]).await?;
    slow(&sandbox).await?;
    app.page().call("+1 415 555 2671").await?;
    has_left(&sandbox).await?;
    for number in [OURS, THEIRS] {
        let said = CommandLine::run(&desktop, &desktop.data_dir(), &calling(number), "").await?;
        assert_eq!(said.code, BUSY, "{said:?}");
    }
    app.page()
        .wait_for_top_row("the call is placed", PATIENCE, |row| {
            row.number == OURS && row.outcome == "placed"
        })
        .await?;
    // The call is on now: the window would ask, so the command line does not call.
    let said = CommandLine::run(&desktop, &desktop.data_dir(), &calling(THEIRS), "").await?;
    assert_eq!(said.code, BUSY, "{said:?}");
    assert_eq!(sandbox.call_requests().await?, 1);
    assert_eq!(sandbox.calls().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn while_the_command_line_calls_a_press_in_the_window_is_that_call() -> Tested {
    let (desktop, sandbox, app) = both(&FAST).await?;
    slow(&sandbox).await?;
    let theirs = CommandLine::start(&desktop, &desktop.data_dir(), &calling(THEIRS), "")?;
    has_left(&sandbox).await?;
    let page = app.page();
    page.call("+1 415 555 2671").await?;
    page.wait_for_top_row("the window has theirs", PATIENCE, |row| {
        row.number == THEIRS
    })
    .await?;
    let said = theirs.finish().await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    page.wait_for_top_row("theirs is placed", PATIENCE, |row| {
        row.number == THEIRS && row.outcome == "placed"
    })
    .await?;
    assert_eq!(page.rows().await?.len(), 1);
    assert_eq!(sandbox.call_requests().await?, 1);
    Ok(())
}

/// All at once, as nobody does it on purpose: one of them calls.
#[tokio::test]
async fn of_many_at_once_one_calls() -> Tested {
    let (desktop, sandbox, app) = both(&[]).await?;
    slow(&sandbox).await?;
    let page = app.page();
    page.type_number("+1 415 555 2671").await?;
    let arguments = calling(THEIRS);
    let begun = (0..4)
        .map(|_| CommandLine::start(&desktop, &desktop.data_dir(), &arguments, ""))
        .collect::<Result<Vec<_>, _>>()?;
    page.click("dial-button").await?;
    let mut codes = Vec::new();
    for theirs in begun {
        codes.push(theirs.finish().await?.code);
    }
    page.wait_for_top_row("one call is placed", PATIENCE, |row| {
        row.outcome == "placed"
    })
    .await?;
    assert!(
        codes.iter().filter(|code| **code == Some(0)).count() <= 1,
        "{codes:?}"
    );
    assert!(
        codes.iter().all(|code| [Some(0), BUSY].contains(code)),
        "{codes:?}"
    );
    assert_eq!(sandbox.call_requests().await?, 1, "{codes:?}");
    assert_eq!(page.rows().await?.len(), 1);
    Ok(())
}
