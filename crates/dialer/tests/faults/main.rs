//! The fault matrix: every fault that the sandbox can be told, at every step of a call, in every
//! dialect. `cargo xtask faults` prints it; as a test it runs once.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed, and this one prints a table"
)]

mod args;
mod end;
mod evidence;
mod figures;
mod json;
mod judge;
mod kinds;
mod matrix;
mod memory;
mod plan;
mod real;
mod run;
mod steps;
#[path = "../support/mod.rs"]
mod support;
mod table;

use std::process::ExitCode;
use std::time::Instant;

use args::{Args, USAGE, Wanted};
use figures::Figures;

fn main() -> ExitCode {
    match args::read(std::env::args().skip(1)) {
        Ok(Wanted::Run(args)) => run(&args),
        Ok(Wanted::List) => {
            println!("faults: test");
            ExitCode::SUCCESS
        }
        Ok(Wanted::Nothing) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{wrong}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> ExitCode {
    println!("fault matrix, seed {}", args.seed);
    let began = Instant::now();
    let (mut cells, mut absent) = matrix::cells();
    let forgotten = matrix::forgotten(&cells);
    if !forgotten.is_empty() {
        println!("no cell has {forgotten:?}");
        return ExitCode::FAILURE;
    }
    if let Some(only) = &args.only {
        cells.retain(|cell| cell.name().contains(only.as_str()));
        absent.retain(|absent| absent.cell.name().contains(only.as_str()));
        if cells.is_empty() {
            println!("no cell is called like {only}");
            return ExitCode::FAILURE;
        }
    }
    let done = matrix::run(&cells, args);
    let figures = Figures::of(&done, began.elapsed());
    println!("\n{}", table::table(&done, &absent));
    for one in done.iter().filter(|one| !one.wrong.is_empty()) {
        println!("{}", evidence::evidence(one, args));
    }
    println!("{figures}, seed {}", args.seed);
    if let Some(path) = &args.json {
        let json = json::json(args, &done, &absent, &figures);
        std::fs::write(path, format!("{json:#}\n")).unwrap();
    }
    if figures.wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
