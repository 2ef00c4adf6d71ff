//! What happens in one run, drawn from the seed, the cell and the round alone.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use dialer::timeouts::Timeouts;
use genesys_sandbox::{Fault, FaultRule};
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use crate::kinds::{Case, Draw, Kind};
use crate::steps::{Spoken, Step};

/// One cell of the table.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) spoken: Spoken,
    pub(crate) step: Step,
    pub(crate) case: Case,
}

impl Cell {
    pub(crate) fn name(&self) -> String {
        let (spoken, step) = (self.spoken.name(), self.step.name());
        format!("{spoken} / {step} / {}", self.case.name)
    }
}

/// How fast a world goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    pub(crate) timeouts: Timeouts,
    /// How long a second of a call takes.
    pub(crate) second: Duration,
    /// How often at most a fault hits.
    pub(crate) most_times: u32,
    /// How long is waited for the end of everything, before it counts as having none.
    pub(crate) patience: Duration,
}

/// When a fault is scripted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Arm {
    BeforeChoosing,
    BeforePress,
    /// So long after the press.
    After(Duration),
    BeforeHangUp,
}

/// A second press of Call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Second {
    None,
    /// The same id comes again, so long afterwards.
    SameId(Duration),
    /// Call is pressed again, with the same number or another one.
    OtherId(Duration, &'static str),
}

/// One run.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) rule: FaultRule,
    pub(crate) arm: Arm,
    pub(crate) number: &'static str,
    pub(crate) second: Second,
    /// The agent's calls are told by reading alone.
    pub(crate) no_socket: bool,
    /// The token is an old one when Call is pressed.
    pub(crate) old_token: bool,
    /// The socket is dropped, so that everything about it is done again.
    pub(crate) drop_socket: Option<Duration>,
    /// The answer to the press is held back so long, so that a second press meets a pending attempt.
    pub(crate) hold_answer: Option<Duration>,
    /// The answer to the press is lost, so that the call has to be looked for.
    pub(crate) lose_answer: bool,
    pub(crate) hang_up_after: Option<Duration>,
    /// From choosing the agent to the press.
    pub(crate) hesitation: Duration,
    /// How long the app stays closed.
    pub(crate) closed_for: Duration,
}

/// Far ends that behave differently, none of them a fault: most often the one that answers.
const NUMBERS: [&str; 8] = [
    "+1 415 555 2671",
    "+49 30 1234567",
    "+44 20 7946 0958",
    "+1 415 555 2672",
    "+1 202 555 0100",
    "+1 202 555 0101",
    "+1 202 555 0102",
    "+1 202 555 0103",
];

/// How many of [`NUMBERS`] answer and talk.
const TALKING: usize = 4;

impl Plan {
    pub(crate) fn draw(cell: &Cell, seed: u64, round: u32, pace: &Pace) -> Self {
        let mut random = generator(seed, &cell.name(), round);
        let random = &mut random;
        let step = cell.step;
        let limit = match step {
            Step::Place => pace.timeouts.call,
            _ => pace.timeouts.read,
        };
        let fault = (cell.case.fault)(&mut Draw {
            random,
            limit,
            second: pace.second,
        });
        assert_eq!(Kind::of(&fault), cell.case.kind, "{}", cell.case.name);
        let hits = step.hits(cell.spoken, fault.target());
        let rule = FaultRule {
            matching: (*hits.choose(random).unwrap()).to_owned(),
            times: times(random, pace),
            fault,
        };
        let seconds = |random: &mut SmallRng, from: f64, to: f64| {
            pace.second.mul_f64(random.random_range(from..to))
        };
        let listens = matches!(step, Step::Channel | Step::Subscribe | Step::Socket);
        let arm = arm(random, step, &rule.fault, pace);
        let numbers = match step {
            // There is time to hang up.
            Step::HangUp => &NUMBERS[..TALKING],
            _ => &NUMBERS[..],
        };
        let number = numbers.choose(random).copied().unwrap();
        let second = second(random, number, pace);
        let second = match second {
            // The socket asks for tokens too, and when it tries again is left to chance by the app: a
            // second press comes before that.
            Second::OtherId(..) if step == Step::Token => Second::OtherId(pace.second / 4, number),
            second => second,
        };
        let is_quick = matches!(second, Second::OtherId(later, _) if later < pace.second);
        // Where the request to place is the one that is hit, the fault decides how long it takes.
        let is_free = !matches!(step, Step::Place | Step::Search);
        Self {
            hold_answer: (is_quick && is_free).then_some(pace.second),
            old_token: step == Step::Token && arm != Arm::BeforeChoosing,
            drop_socket: match arm {
                Arm::After(after) if listens => Some(after),
                _ => None,
            },
            no_socket: !listens && random.random_bool(0.3) && !hears(&rule.fault),
            lose_answer: step == Step::Search,
            hang_up_after: (step == Step::HangUp).then(|| seconds(random, 0.0, 12.0)),
            number,
            second,
            hesitation: seconds(random, 0.0, 5.0),
            closed_for: seconds(random, 1.0, 60.0),
            rule,
            arm,
        }
    }
}

/// The same numbers for the same cell, whatever else is run.
pub(crate) fn generator(seed: u64, name: &str, round: u32) -> SmallRng {
    // Its keys are fixed: it gives the same number in every process.
    let mut hasher = DefaultHasher::new();
    (seed, name, round).hash(&mut hasher);
    SmallRng::seed_from_u64(hasher.finish())
}

fn hears(fault: &Fault) -> bool {
    !matches!(fault.target(), genesys_sandbox::Target::Request)
}

fn times(random: &mut SmallRng, pace: &Pace) -> u32 {
    let times = [1, 1, 2, 3, 25].choose(random).copied().unwrap();
    times.min(pace.most_times)
}

fn arm(random: &mut SmallRng, step: Step, fault: &Fault, pace: &Pace) -> Arm {
    let after = pace.second.mul_f64(random.random_range(0.0..25.0));
    let early = random.random_bool(0.5);
    match step {
        Step::LookUp => Arm::BeforeChoosing,
        Step::Place | Step::Search => Arm::BeforePress,
        Step::HangUp => Arm::BeforeHangUp,
        Step::Token if early => Arm::BeforeChoosing,
        Step::Token => Arm::BeforePress,
        Step::Socket if hears(fault) => match random.random_range(0..3) {
            0 => Arm::BeforeChoosing,
            1 => Arm::BeforePress,
            _ => Arm::After(after),
        },
        Step::Channel | Step::Subscribe | Step::Socket if early => Arm::BeforeChoosing,
        Step::Channel | Step::Subscribe | Step::Socket => Arm::After(after),
        Step::Read if early => Arm::BeforePress,
        Step::Read => Arm::After(after),
    }
}

fn second(random: &mut SmallRng, first: &'static str, pace: &Pace) -> Second {
    let later = match random.random_range(0..3) {
        0 => Duration::ZERO,
        1 => pace.second.mul_f64(random.random_range(0.0..2.0)),
        _ => pace.second.mul_f64(random.random_range(2.0..40.0)),
    };
    match random.random_range(0..10) {
        0 | 1 => Second::SameId(later),
        // At once, but not at the same moment: which of the two is first would be left to chance.
        2 | 3 if later.is_zero() => Second::OtherId(pace.second / 4, first),
        2 | 3 => Second::OtherId(later, NUMBERS[random.random_range(0..TALKING)]),
        _ => Second::None,
    }
}
