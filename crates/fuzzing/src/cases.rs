//! Runs the cases of one target in this process.

use std::cell::Cell;
use std::fmt::Debug;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{
    Config, RngAlgorithm, TestCaseError, TestCaseResult, TestError, TestRng, TestRunner,
};

use crate::memory::Held;
use crate::options::Here;
use crate::target::{Limits, Reached, Target};
use crate::watch::Watch;
use crate::{panics, say};

/// That of a thread of the runtime on which the app reads what comes from outside.
const STACK: usize = 2 * 1024 * 1024;
/// How much of an input is printed; with seed and number the rest of it can be had.
const MOST_SHOWN: usize = 8_000;

/// Which cases to run, and who is told how far they are.
pub(crate) struct Cases<'a> {
    here: &'a Here,
}

/// How a run ended.
pub(crate) enum Ended {
    Well,
    Badly,
}

/// What the cases came to so far.
#[derive(Default)]
struct Tally {
    accepted: Cell<u64>,
    memory: Cell<usize>,
    slowest: Cell<Duration>,
}

/// Runs, or shows, what `here` asks for.
pub(crate) fn run(targets: fn() -> Vec<Target>, here: Here) -> ExitCode {
    let work = move || {
        let Some(target) = targets().into_iter().find(|one| one.name == here.target) else {
            return Ended::Badly;
        };
        if here.show {
            let number = here.options.case.unwrap_or_default();
            say((target.show)(here.options.seed, number));
            return Ended::Well;
        }
        (target.run)(&Cases { here: &here })
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ended::Well)) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// The input of a case as text.
pub(crate) fn show<S: Strategy>(inputs: &S, seed: u64, number: u64) -> String {
    match inputs.new_tree(&mut runner(seed, number)) {
        Ok(tree) => shortened(&tree.current()),
        Err(reason) => format!("no input: {reason}"),
    }
}

impl Cases<'_> {
    pub(crate) fn run<S: Strategy>(
        &self,
        limits: &Limits,
        inputs: &S,
        case: &dyn Fn(S::Value) -> Result<Reached, TestCaseError>,
    ) -> Ended {
        panics::note();
        let name = &self.here.target;
        let options = &self.here.options;
        let mut progress = match File::create(&self.here.progress) {
            Ok(file) => file,
            Err(error) => {
                say(format_args!("fuzz {name}: no progress file: {error}"));
                return Ended::Badly;
            }
        };
        let watch = Watch::start(limits.time, limits.memory);
        let tally = Tally::default();
        let began = Instant::now();
        for number in options.range() {
            let told = progress
                .rewind()
                .and_then(|()| progress.write_all(&number.to_le_bytes()));
            if let Err(error) = told {
                say(format_args!("fuzz {name}: no progress file: {error}"));
                return Ended::Badly;
            }
            if let Err(failure) = one(limits, inputs, case, options.seed, number, &watch, &tally) {
                say(format_args!(
                    "fuzz {name}: case {number} of seed {} FAILED\n  {failure}\n  again: {}",
                    options.seed,
                    again(name, options.seed, number)
                ));
                return Ended::Badly;
            }
        }
        let count = options.range().count();
        let share = tally.accepted.get() as f64 / count.max(1) as f64;
        say(format_args!(
            "fuzz {name}: {count} cases, seed {}, {:.1} s, {:.0} % accepted, at most {:.2} of {} MiB, slowest {:.0} ms",
            options.seed,
            began.elapsed().as_secs_f64(),
            share * 100.0,
            mebibytes(tally.memory.get()),
            mebibytes(limits.memory),
            tally.slowest.get().as_secs_f64() * 1000.0,
        ));
        // A few cases say nothing of a share.
        if count >= 1000 && share < limits.accepted {
            say(format_args!(
                "fuzz {name}: FAILED, at least {:.0} % have to be accepted, else the deep code is not tried",
                limits.accepted * 100.0
            ));
            return Ended::Badly;
        }
        Ended::Well
    }
}

/// How one case is run by itself.
pub(crate) fn again(name: &str, seed: u64, number: u64) -> String {
    format!("cargo xtask fuzz --only {name} --seed {seed} --case {number}")
}

fn one<S: Strategy>(
    limits: &Limits,
    inputs: &S,
    case: &dyn Fn(S::Value) -> Result<Reached, TestCaseError>,
    seed: u64,
    number: u64,
    watch: &Watch,
    tally: &Tally,
) -> Result<(), String> {
    let mut runner = runner(seed, number);
    let tree = inputs
        .new_tree(&mut runner)
        .map_err(|reason| format!("no input: {reason}"))?;
    let first = Cell::new(true);
    let result = runner.run_one(tree, |input| -> TestCaseResult {
        let began = Instant::now();
        watch.set(Some(began));
        let held = Held::from_now();
        let reached = catch_unwind(AssertUnwindSafe(|| case(input)));
        let (memory, time) = (held.most(), began.elapsed());
        watch.set(None);
        let panicked = panics::take();
        if !panicked.is_empty() {
            return Err(TestCaseError::fail(panicked.join("\n")));
        }
        let reached = reached.map_err(|_| TestCaseError::fail("panicked"))??;
        if memory > limits.memory {
            let most = mebibytes(memory);
            return Err(TestCaseError::fail(format!("held {most:.2} MiB")));
        }
        if time > limits.time {
            return Err(TestCaseError::fail(format!("took {time:?}")));
        }
        if first.replace(false) {
            let accepted = u64::from(reached == Reached::Accepted);
            tally.accepted.set(tally.accepted.get() + accepted);
            tally.memory.set(tally.memory.get().max(memory));
            tally.slowest.set(tally.slowest.get().max(time));
        }
        Ok(())
    });
    match result {
        Ok(_) => Ok(()),
        Err(TestError::Fail(reason, input)) => {
            Err(format!("{reason}\n  smallest input: {}", shortened(&input)))
        }
        Err(TestError::Abort(reason)) => Err(format!("given up: {reason}")),
    }
}

/// Its random numbers follow from seed and number alone.
fn runner(seed: u64, number: u64) -> TestRunner {
    let mut bytes = [0; 16];
    for (half, part) in bytes.chunks_mut(8).enumerate() {
        // With fixed keys: the same in every process.
        let mut hasher = DefaultHasher::new();
        (seed, number, half).hash(&mut hasher);
        part.copy_from_slice(&hasher.finish().to_le_bytes());
    }
    let config = Config {
        failure_persistence: None,
        max_shrink_time: 20_000,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::XorShift, &bytes))
}

fn shortened(input: &impl Debug) -> String {
    let text = format!("{input:?}");
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}… ({} bytes)", &text[..end], text.len()),
        None => text,
    }
}

fn mebibytes(bytes: usize) -> f64 {
    bytes as f64 / (1024.0 * 1024.0)
}
