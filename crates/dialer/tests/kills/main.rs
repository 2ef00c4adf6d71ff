//! Law 2 under kills: processes end by SIGKILL at random instants, again and again on one data
//! directory, and after each kill the log is compared with what the server knows.
//!
//! `cargo xtask kills --count 40 --seed 1`. The seed draws what each process does
//! and when it is killed; how fast the machine is decides what a kill hits, so that is read from the
//! log afterwards and counted.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and it says what it did"
)]

mod args;
#[path = "../support/compare.rs"]
mod compare;
mod host;
mod judge;
mod older;
mod phase;
mod plan;
#[path = "../support/record.rs"]
mod record;
mod world;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use args::Args;
use phase::Phase;
use plan::{Aim, Plan};
use world::World;

/// After so many kills everything is seen through to its end.
const FINISH_EVERY: usize = 40;

#[tokio::main(worker_threads = 2)]
async fn main() -> ExitCode {
    let Some(args) = Args::read(std::env::args().skip(1)) else {
        return ExitCode::SUCCESS;
    };
    println!("kills: {} of them, seed {}", args.count, args.seed);
    let started = Instant::now();
    let mut world = World::new().await;
    let mut plan = Plan::new(args.seed, &world.sandbox);
    let mut hits: BTreeMap<Phase, usize> = BTreeMap::new();
    for kill in 1..=args.count {
        let round = plan.next_round();
        let phase = world.kill(&round).await;
        println!("{kill:4}  {:14}  {}", phase.name(), round.told());
        *hits.entry(phase).or_default() += 1;
        // What a kill has left stays where it is to hit the next process while it recovers.
        if plan.next_aim() != Aim::Recovering {
            world.restart().await;
        }
        if kill % FINISH_EVERY == 0 && kill < args.count {
            world.finish().await;
        }
    }
    world.finish().await;
    report(&args, &hits, &world, started)
}

/// Says what was hit and what was wrong.
fn report(args: &Args, hits: &BTreeMap<Phase, usize>, world: &World, started: Instant) -> ExitCode {
    println!("\nwhat the kills hit:");
    for phase in Phase::ALL {
        println!(
            "  {:14} {:4}  {}",
            phase.name(),
            hits.get(&phase).copied().unwrap_or_default(),
            phase.meaning()
        );
    }
    println!("\n{}", world.summary());
    let mut wrong = world.wrong().to_vec();
    if args.is_full() {
        let missed = Phase::ALL
            .into_iter()
            .filter(|phase| *phase != Phase::Over && !hits.contains_key(phase));
        wrong.extend(missed.map(|phase| format!("no kill has hit `{}`", phase.name())));
    }
    println!(
        "{} kills in {:.1} s, seed {}",
        args.count,
        started.elapsed().as_secs_f64(),
        args.seed
    );
    if wrong.is_empty() {
        println!("kills: ok");
        return ExitCode::SUCCESS;
    }
    for line in &wrong {
        println!("WRONG: {line}");
    }
    println!(
        "kills: failed; again with `cargo xtask kills --count {} --seed {}`",
        args.count, args.seed
    );
    ExitCode::FAILURE
}
