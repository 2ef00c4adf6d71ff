//! A day of work in simulated time: 24 hours and more than 2,000 calls, with tokens that expire, sockets that
//! break and rate limits. Nothing may grow from the first hour to the last, and nothing may be lost.
//!
//! `cargo xtask soak --seed 1`. What is measured is measured at the end of an
//! hour, when no call is on: then the server is told to forget the calls of the hour, after they were
//! compared with the log, so that what grows is not the server's memory.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and it says what it did"
)]

mod args;
#[path = "../support/compare.rs"]
mod compare;
mod day;
mod hour;
mod meter;
#[path = "../support/record.rs"]
mod record;
#[path = "../support/mod.rs"]
mod support;

use std::process::ExitCode;
use std::time::Instant;

use args::Args;
use day::Day;
use meter::Sample;
use peak_alloc::PeakAlloc;

/// Counts what Rust allocates and does not free.
#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

fn main() -> ExitCode {
    let Some(args) = Args::read(std::env::args().skip(1)) else {
        return ExitCode::SUCCESS;
    };
    println!(
        "soak: {} hours, {} presses of Call, seed {}",
        args.hours, args.presses, args.seed
    );
    // The database works on threads beside this one; time stands still meanwhile.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .unwrap();
    runtime.block_on(run(&args))
}

async fn run(args: &Args) -> ExitCode {
    let started = Instant::now();
    let mut day = Day::begin(args).await;
    let mut samples: Vec<Sample> = Vec::new();
    println!("{}", Sample::heading());
    for hour in 1..=args.hours {
        day.hour(hour).await;
        let sample = Sample::take(hour, day.calls(), &ALLOCATED);
        if hour % 3 == 0 || hour == 1 || hour == args.hours {
            println!("{sample}");
        }
        samples.push(sample);
    }
    println!("\n{}", day.summary());
    let mut wrong = day.wrong().to_vec();
    wrong.extend(meter::growth(&samples));
    println!(
        "{} hours in {:.1} s, seed {}",
        args.hours,
        started.elapsed().as_secs_f64(),
        args.seed
    );
    for line in &wrong {
        println!("WRONG: {line}");
    }
    if wrong.is_empty() {
        println!("soak: ok");
        ExitCode::SUCCESS
    } else {
        println!(
            "soak: failed; again with `cargo xtask soak --seed {}`",
            args.seed
        );
        ExitCode::FAILURE
    }
}
