//! The sandbox as a program: prints one JSON line when it is ready, and stops on a signal.

mod args;
mod stop;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use args::{Args, HELP};
use genesys_sandbox::Sandbox;
use stop::Stop;

#[tokio::main]
async fn main() -> ExitCode {
    match Args::read(std::env::args().skip(1)) {
        Ok(Some(args)) => match run(args).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        },
        Ok(None) => match io::stdout().write_all(HELP.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        },
        Err(wrong) => fail(&format!("{wrong}\n\n{HELP}")),
    }
}

async fn run(args: Args) -> io::Result<()> {
    let stop = Stop::catch()?;
    let running = Sandbox::new(args.config).serve(args.listen).await?;
    let ready = serde_json::json!({
        "base_url": running.base_url,
        "client_id": running.client_id,
        "client_secret": running.client_secret,
        "public_client_id": running.public_client_id,
    });
    // Flushed, so that whoever waits at the other end of a pipe sees it now.
    let mut out = io::stdout();
    writeln!(out, "{ready}")?;
    out.flush()?;
    stop.wait().await;
    running.stop().await;
    Ok(())
}

fn fail(message: &str) -> ExitCode {
    // Nothing is left to tell it to when standard error is gone.
    drop(writeln!(io::stderr(), "genesys-sandbox: {message}"));
    ExitCode::from(2)
}
