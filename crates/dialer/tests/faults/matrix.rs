//! Every cell, on as many threads as there are; each run has a world of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rand::seq::SliceRandom;

use crate::args::Args;
use crate::end::{detail, end};
use crate::judge::judge;
use crate::kinds::{Draw, Kind, cases};
use crate::plan::{Cell, Plan, generator};
use crate::run::Evidence;
use crate::steps::{Spoken, Step};
use crate::{memory, real};

/// A cell that cannot exist, and why.
pub(crate) struct Absent {
    pub(crate) cell: Cell,
    pub(crate) reason: &'static str,
}

/// One run and what came of it.
pub(crate) struct Done {
    pub(crate) cell: Cell,
    pub(crate) round: u32,
    pub(crate) real: bool,
    pub(crate) plan: Plan,
    pub(crate) end: &'static str,
    pub(crate) detail: String,
    pub(crate) calls: usize,
    pub(crate) wrong: Vec<String>,
    /// Kept where something is wrong.
    pub(crate) evidence: Option<Evidence>,
}

/// Every cell there is, and those that cannot be.
pub(crate) fn cells() -> (Vec<Cell>, Vec<Absent>) {
    let (mut there, mut absent) = (Vec::new(), Vec::new());
    for spoken in Spoken::ALL {
        for case in cases() {
            for step in Step::ALL {
                let cell = Cell { spoken, step, case };
                match step.lacks(spoken, target_of(&cell)) {
                    Some(reason) => absent.push(Absent { cell, reason }),
                    None => there.push(cell),
                }
            }
        }
    }
    (there, absent)
}

/// Faults of the sandbox that no cell has.
pub(crate) fn forgotten(cells: &[Cell]) -> Vec<Kind> {
    let has = |kind: &&Kind| !cells.iter().any(|cell| cell.case.kind == **kind);
    Kind::ALL.iter().filter(has).copied().collect()
}

fn target_of(cell: &Cell) -> genesys_sandbox::Target {
    let pace = memory::pace();
    let fault = (cell.case.fault)(&mut Draw {
        random: &mut generator(0, cell.case.name, 0),
        limit: pace.timeouts.read,
        second: pace.second,
    });
    fault.target()
}

/// Runs the cells in memory, and a share of them over real sockets, which wait most of the time.
pub(crate) fn run(cells: &[Cell], args: &Args) -> Vec<Done> {
    std::thread::scope(|scope| {
        let real = scope.spawn(|| over_sockets(cells, args));
        let mut done = in_memory(cells, args);
        done.extend(real.join().unwrap());
        done
    })
}

/// Runs the cells in memory, `rounds` times each, in the order of the table.
fn in_memory(cells: &[Cell], args: &Args) -> Vec<Done> {
    let jobs: Vec<(Cell, u32)> = cells
        .iter()
        .flat_map(|cell| (0..args.rounds).map(|round| (*cell, round)))
        .collect();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((cell, round)) = jobs.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let plan = Plan::draw(cell, args.seed, *round, &memory::pace());
                    let run = catch_unwind(AssertUnwindSafe(|| memory::run(cell, &plan)));
                    let one = done_of(*cell, *round, false, plan, run.map_err(said));
                    done.lock().unwrap().push(one);
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    let place = |one: &Done| {
        let same = |cell: &Cell| cell.name() == one.cell.name();
        (cells.iter().position(same), one.round)
    };
    done.sort_by_cached_key(place);
    done
}

/// Runs a share of the cells over real sockets, all at once.
fn over_sockets(cells: &[Cell], args: &Args) -> Vec<Done> {
    let mut sample: Vec<Cell> = cells.iter().copied().filter(real::is_quick).collect();
    sample.shuffle(&mut generator(args.seed, "sample", 0));
    sample.truncate(args.real);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let runs = sample.into_iter().map(|cell| {
            let plan = Plan::draw(&cell, args.seed, 0, &real::pace());
            tokio::spawn(async move {
                let evidence = real::run(cell, &plan).await;
                done_of(cell, 0, true, plan, Ok(evidence))
            })
        });
        let runs: Vec<_> = runs.collect();
        let mut done = Vec::new();
        for run in runs {
            done.push(run.await.unwrap());
        }
        done
    })
}

fn done_of(cell: Cell, round: u32, real: bool, plan: Plan, run: Result<Evidence, String>) -> Done {
    let (wrong, evidence) = match run {
        Ok(evidence) => (judge(&evidence), evidence),
        Err(panic) => (
            vec![format!("the run broke off: {panic}")],
            Evidence::default(),
        ),
    };
    Done {
        cell,
        round,
        real,
        plan,
        end: end(&evidence),
        detail: detail(&evidence),
        calls: evidence.calls.len(),
        evidence: (!wrong.is_empty()).then_some(evidence),
        wrong,
    }
}

fn said(panic: Box<dyn std::any::Any + Send>) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    text.unwrap_or_else(|| "without a word".to_owned())
}
