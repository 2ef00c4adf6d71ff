//! How much was run.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Serialize;

use crate::matrix::Done;

/// The figures under the table.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    pub(crate) cells: usize,
    pub(crate) runs: usize,
    /// Of them over real sockets.
    pub(crate) real: usize,
    pub(crate) calls: usize,
    pub(crate) wrong: usize,
    pub(crate) seconds: f64,
}

impl Figures {
    pub(crate) fn of(done: &[Done], took: Duration) -> Self {
        let cells: BTreeSet<String> = done.iter().map(|one| one.cell.name()).collect();
        Self {
            cells: cells.len(),
            runs: done.len(),
            real: done.iter().filter(|one| one.real).count(),
            calls: done.iter().map(|one| one.calls).sum(),
            wrong: done.iter().filter(|one| !one.wrong.is_empty()).count(),
            seconds: took.as_secs_f64(),
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} cells, {} runs ({} over real sockets), {} calls, {} wrong, {:.1} s",
            self.cells, self.runs, self.real, self.calls, self.wrong, self.seconds
        )
    }
}
