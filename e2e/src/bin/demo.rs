//! Drives one call through the real window, for a machine where nobody can look at it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program; its lines are its purpose"
)]

use std::process::ExitCode;
use std::time::Duration;

use ringfor_e2e::{App, Desktop, Start, Trouble};

const NUMBER: &str = "(415) 555-2671";
const AGENT: &str = "agent@example.com";
/// The sandbox's ordinary call takes 36 seconds.
const A_CALL: Duration = Duration::from_secs(60);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match demo().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn demo() -> Result<(), Trouble> {
    let desktop = Desktop::open().await?;
    let start = Start::with_data_in(desktop.data_dir()).and("RINGFOR_START_SANDBOX", "1");
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.choose_agent("Alex", AGENT).await?;
    println!("    calling as Alex Kim, {NUMBER}");
    page.call(NUMBER).await?;
    for state in ["ringing_agent", "dialing", "connected"] {
        page.wait_for_attribute("live-call", "data-state", state)
            .await?;
        println!("    {state}");
    }
    // While they talk the window has most to show.
    let picture = desktop.picture("demo")?;
    let row = page.wait_until_over(A_CALL).await?;
    let words: Vec<&str> = row
        .text
        .split('\n')
        .filter(|word| !word.is_empty())
        .collect();
    println!("    history: {}", words.join(" | "));
    println!(
        "    {} {}, conversation {}",
        row.outcome, row.end_reason, row.conversation_id
    );
    println!("    picture of the window: {}", picture.display());
    Ok(())
}
