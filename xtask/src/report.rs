//! A line per step with its time, and what to do about the first failure.

#![allow(
    clippy::print_stdout,
    reason = "xtask is a command line program; its lines are its purpose"
)]

use std::time::{Duration, Instant};

/// Why the run stops here.
#[derive(Debug)]
pub(crate) struct Stop {
    what: String,
    advice: String,
}

impl Stop {
    /// A failure, and what the reader can do about it.
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: advice.into(),
        }
    }
}

/// What a step did.
pub(crate) enum Done {
    /// It did its work.
    Ran,
    /// There was nothing to do, or a remark belongs beside the time.
    Noted(String),
}

/// Prints the lines.
pub(crate) struct Report {
    started: Instant,
    steps: usize,
}

impl Report {
    pub(crate) fn new() -> Self {
        Self {
            started: Instant::now(),
            steps: 0,
        }
    }

    /// Runs one step and prints how it went and how long it took.
    pub(crate) fn step(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<Done, Stop>,
    ) -> Result<(), Stop> {
        self.steps += 1;
        say(&format!("==> {name}"));
        let started = Instant::now();
        let result = work();
        let time = seconds(started.elapsed());
        match &result {
            Ok(Done::Ran) => say(&format!(" ok {name}: {time}")),
            Ok(Done::Noted(note)) => say(&format!(" ok {name}: {note}, {time}")),
            Err(_) => say(&format!("BAD {name}: {time}")),
        }
        result.map(|_| ())
    }

    /// The last line of a run that went well.
    pub(crate) fn finish(&self) {
        let time = seconds(self.started.elapsed());
        say(&format!("All {} steps are done: {time}", self.steps));
    }

    /// The last lines of a run that did not.
    pub(crate) fn stop(&self, stop: &Stop) {
        let time = seconds(self.started.elapsed());
        say(&format!("\nStopped after {time}: {}", stop.what));
        say(&format!("What to do: {}", stop.advice));
    }
}

/// Prints text to the person who runs this.
pub(crate) fn say(text: &str) {
    println!("{text}");
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
