//! The results as a program reads them.

use serde_json::{Value, json};

use crate::args::Args;
use crate::figures::Figures;
use crate::matrix::{Absent, Done};

/// Everything that the table shows, run by run.
pub(crate) fn json(args: &Args, done: &[Done], absent: &[Absent], figures: &Figures) -> Value {
    json!({
        "seed": args.seed,
        "rounds": args.rounds,
        "figures": figures,
        "runs": done.iter().map(run).collect::<Vec<_>>(),
        "absent": absent.iter().map(|absent| json!({
            "dialect": absent.cell.spoken.name(),
            "step": absent.cell.step.name(),
            "fault": absent.cell.case.name,
            "reason": absent.reason,
        })).collect::<Vec<_>>(),
    })
}

fn run(one: &Done) -> Value {
    json!({
        "dialect": one.cell.spoken.name(),
        "step": one.cell.step.name(),
        "fault": one.cell.case.name,
        "round": one.round,
        "sockets": if one.real { "real" } else { "memory" },
        "times": one.plan.rule.times,
        "end": one.end,
        "detail": one.detail,
        "calls": one.calls,
        "wrong": one.wrong,
    })
}
