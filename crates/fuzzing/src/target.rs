//! What is fuzzed, and what must be true of it.

use std::fmt::Debug;
use std::time::Duration;

use proptest::strategy::Strategy;
use proptest::test_runner::TestCaseError;

use crate::cases::{self, Cases, Ended};

/// How far an input came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// It was taken: the deep code has seen it.
    Accepted,
    /// It was refused.
    Refused,
}

impl Reached {
    /// Accepted where `accepted`.
    pub fn when(accepted: bool) -> Self {
        if accepted {
            Self::Accepted
        } else {
            Self::Refused
        }
    }
}

/// What a target may use, and what it must reach.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most memory that one case may hold at a time, in bytes, beyond its input.
    pub memory: usize,
    /// The longest that one case may take.
    pub time: Duration,
    /// The share of inputs, of 1, that must be accepted.
    pub accepted: f64,
}

/// One kind of input with what reads it.
pub struct Target {
    pub(crate) name: &'static str,
    pub(crate) run: Box<dyn Fn(&Cases<'_>) -> Ended>,
    pub(crate) show: Box<dyn Fn(u64, u64) -> String>,
}

impl Target {
    /// A target: `case` reads an input and fails where a law is broken.
    pub fn new<S>(
        name: &'static str,
        limits: Limits,
        inputs: S,
        case: impl Fn(S::Value) -> Result<Reached, TestCaseError> + 'static,
    ) -> Self
    where
        S: Strategy + Clone + 'static,
        S::Value: Debug,
    {
        let shown = inputs.clone();
        Self {
            name,
            run: Box::new(move |cases| cases.run(&limits, &inputs, &case)),
            show: Box::new(move |seed, number| cases::show(&shown, seed, number)),
        }
    }
}
