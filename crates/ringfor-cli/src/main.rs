//! `ringfor`: the command line beside the window, on the same domain, keyring, profiles and history.
//!
//! What a person reads about a call and a problem is in `locales/`, in their language. The help is
//! English, written beside what it explains (`args.rs`): clap's own words around it (*Usage*,
//! *Options*, its errors) exist in English only, and completions and the manual page are made from it
//! once for everybody. Half a translation would be worse than none.

mod agents;
mod args;
mod call;
mod csv;
mod ending;
mod exit;
mod follow;
mod hang_up;
mod history;
mod interrupt;
mod json;
mod list;
mod named;
mod number;
mod plain;
mod press;
mod profile;
mod sandbox;
mod secret;
mod session;
mod sign_in;
mod since;
mod terminal;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::args::{AgentsCommand, Cli, Command};
use crate::exit::{Exit, Stop};
use crate::interrupt::Interrupts;
use crate::terminal::Terminal;

fn main() -> ExitCode {
    dialer::process::no_core_dumps();
    dialer::process::no_onlookers();
    // The payload of a panic can hold anything; its place says enough.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let place = place.unwrap_or_default();
        drop(writeln!(io::stderr(), "ringfor: a defect at {place}"));
    }));
    let cli = Cli::parse();
    let terminal = Terminal::new(cli.json);
    let places_a_call = matches!(cli.command, Command::Call(_));
    let exit = match run(cli, &terminal) {
        Ok(exit) => exit,
        Err(stop) => terminal.stopped(&stop, places_a_call),
    };
    ExitCode::from(exit.code())
}

fn run(cli: Cli, terminal: &Terminal) -> Result<Exit, Stop> {
    match cli.command {
        Command::Number(args) => number::run(&args, terminal),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "ringfor", &mut script);
            terminal.raw(&script)?;
            Ok(Exit::Done)
        }
        Command::Manual { directory } => manual(directory.as_deref(), terminal),
        command => {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            let done = runtime.block_on(async {
                let mut interrupts = Interrupts::catch()?;
                let done = on_the_domain(command, &cli.shared, &mut interrupts, terminal).await;
                ending::wait(&mut interrupts, terminal).await;
                done
            });
            // A keyring that hangs must not keep the command from ending.
            runtime.shutdown_background();
            done
        }
    }
}

async fn on_the_domain(
    command: Command,
    shared: &args::Shared,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    match command {
        Command::Call(args) => call::run(&args, shared, interrupts, terminal).await,
        Command::Follow { attempt } => follow::run(&attempt, shared, interrupts, terminal).await,
        Command::Sandbox(args) => sandbox::run(&args, interrupts, terminal).await,
        Command::SignIn(args) => sign_in::sign_in(&args, shared, interrupts, terminal).await,
        command => tokio::select! {
            done = in_one_go(command, shared, terminal) => done,
            () = interrupts.next() => Ok(Exit::Interrupted),
        },
    }
}

/// The commands that an interrupt ends wherever they are.
async fn in_one_go(
    command: Command,
    shared: &args::Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    match command {
        Command::Agents {
            command: AgentsCommand::Find { text },
        } => agents::find(shared, &text.join(" "), terminal).await,
        Command::Hangup(args) => hang_up::run(&args, shared, terminal).await,
        Command::History(args) => history::run(&args, shared, terminal).await,
        Command::Profile { command } => profile::run(command, shared, terminal).await,
        Command::SignOut { name } => sign_in::sign_out(name.as_ref(), shared, terminal).await,
        Command::Call(_)
        | Command::Follow { .. }
        | Command::Sandbox(_)
        | Command::SignIn(_)
        | Command::Number(_)
        | Command::Completions { .. }
        | Command::Manual { .. } => Ok(Exit::Done),
    }
}

/// The manual page, or one page for each command into a directory.
fn manual(directory: Option<&std::path::Path>, terminal: &Terminal) -> Result<Exit, Stop> {
    match directory {
        Some(directory) => clap_mangen::generate_to(Cli::command(), directory)?,
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page)?;
            terminal.raw(&page)?;
        }
    }
    Ok(Exit::Done)
}
