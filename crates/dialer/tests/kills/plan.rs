//! What each process is told to do and when it is killed, drawn from the seed.

use std::collections::VecDeque;
use std::time::Duration;

use genesys_sandbox::Sandbox;
use rand::rngs::SmallRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, SeedableRng};
use uuid::Uuid;

/// What a kill is aimed at. What it hits is another thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    Starting,
    /// Right after a kill that leaves a pending attempt.
    Recovering,
    Upgrading,
    Connecting,
    Leaving,
    Held,
    Answered,
    Following,
    HangingUp,
    Settling,
}

/// From when on the delay before the kill is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Spawned,
    Opening,
    Open,
    Pressed,
    Placed,
    HangingUp,
    Unknown,
}

/// One press of Call.
#[derive(Debug, Clone)]
pub(crate) struct Press {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) number: &'static str,
    /// The person has said to call although another call may be on.
    pub(crate) again: bool,
    /// The agent was chosen before; the server is not asked for it first.
    pub(crate) at_once: bool,
    pub(crate) hang_up_after_ms: Option<u64>,
}

/// One process and its end.
#[derive(Debug)]
pub(crate) struct Round {
    pub(crate) aim: Aim,
    pub(crate) anchor: Anchor,
    pub(crate) after: Duration,
    pub(crate) press: Option<Press>,
    /// The press is one of an earlier process, sent again.
    pub(crate) repeated: bool,
}

impl Round {
    pub(crate) fn told(&self) -> String {
        let press = match (&self.press, self.repeated) {
            (Some(press), false) => format!(", {} to {}", press.email, press.number),
            (Some(press), true) => format!(", the same press of {} again", press.email),
            (None, _) => String::new(),
        };
        format!(
            "{:.1} ms after {:?}{press}",
            self.after.as_secs_f64() * 1000.0,
            self.anchor
        )
    }
}

/// The numbers that are called, each with what becomes of it; those that live longest are called most.
const NUMBERS: [&str; 7] = [
    "+1 415 555 2671",
    "+1 415 555 2672",
    "+1 202 555 0101",
    "+1 202 555 0102",
    "+1 202 555 0100",
    "+1 202 555 0109",
    "+1 202 555 0104",
];

/// The answer to it never comes.
const LOST: &str = "+1 202 555 0107";

/// Draws the rounds.
pub(crate) struct Plan {
    rng: SmallRng,
    deck: VecDeque<Aim>,
    agents: Vec<String>,
    last: Option<Press>,
}

impl Plan {
    pub(crate) fn new(seed: u64, sandbox: &Sandbox) -> Self {
        Self {
            rng: SmallRng::seed_from_u64(seed),
            deck: VecDeque::new(),
            agents: agents(sandbox),
            last: None,
        }
    }

    /// What the next round aims at.
    pub(crate) fn next_aim(&mut self) -> Aim {
        if self.deck.is_empty() {
            self.shuffle();
        }
        self.deck[0]
    }

    /// Each aim once, in any order.
    fn shuffle(&mut self) {
        use Aim::{
            Answered, Connecting, Following, HangingUp, Held, Leaving, Recovering, Settling,
            Starting, Upgrading,
        };
        let mut aims = [
            Starting, Upgrading, Connecting, Leaving, Held, Answered, Following, HangingUp,
            Settling,
        ];
        aims.shuffle(&mut self.rng);
        for aim in aims {
            self.deck.push_back(aim);
            if aim == Held {
                self.deck.push_back(Recovering);
            }
        }
    }

    pub(crate) fn next_round(&mut self) -> Round {
        let aim = self.next_aim();
        self.deck.pop_front();
        let lost = aim == Aim::Settling && self.rng.random_bool(0.5);
        let (anchor, up_to_ms) = match aim {
            Aim::Starting => (Anchor::Spawned, 60.0),
            Aim::Recovering | Aim::Upgrading => (Anchor::Opening, 12.0),
            Aim::Connecting => (Anchor::Open, 120.0),
            Aim::Leaving => (Anchor::Pressed, 250.0),
            Aim::Held => (Anchor::Pressed, 400.0),
            Aim::Answered => (Anchor::Placed, 10.0),
            Aim::Following => (Anchor::Placed, 800.0),
            Aim::HangingUp => (Anchor::HangingUp, 250.0),
            Aim::Settling if lost => (Anchor::Unknown, 1000.0),
            Aim::Settling => (Anchor::Open, 1400.0),
        };
        let after = self.rng.random_range(0.0..up_to_ms);
        let repeated = self.rng.random_bool(0.2) && self.last.is_some();
        let press = match aim {
            Aim::Settling if !lost => None,
            _ => Some(self.press(aim, lost, repeated)),
        };
        let repeated = repeated && press.is_some();
        self.last = press.clone().or(self.last.take());
        Round {
            aim,
            anchor,
            after: Duration::from_secs_f64(after / 1000.0),
            press,
            repeated,
        }
    }

    fn press(&mut self, aim: Aim, lost: bool, repeated: bool) -> Press {
        let calm = matches!(aim, Aim::Answered | Aim::Following | Aim::HangingUp);
        // Where the answer matters a new call has to be placed.
        if let Some(last) = self.last.clone().filter(|_| repeated && !calm && !lost) {
            return last;
        }
        let number = match aim {
            _ if lost => LOST,
            Aim::HangingUp | Aim::Answered => NUMBERS[0],
            Aim::Following => self.pick(&NUMBERS[..4]),
            _ => self.pick(&NUMBERS),
        };
        Press {
            id: Uuid::now_v7().to_string(),
            email: self.agents.choose(&mut self.rng).unwrap().clone(),
            number,
            again: calm || lost || self.rng.random_bool(0.8),
            at_once: aim != Aim::Connecting,
            hang_up_after_ms: (aim == Aim::HangingUp).then(|| self.rng.random_range(20..600)),
        }
    }

    fn pick(&mut self, numbers: &[&'static str]) -> &'static str {
        numbers.choose(&mut self.rng).unwrap()
    }
}

/// E-mails of agents who can be called through.
pub(crate) fn agents(sandbox: &Sandbox) -> Vec<String> {
    let agents = sandbox.agents().into_iter();
    agents
        .filter(|agent| agent.active && agent.has_station && !agent.on_call)
        .map(|agent| agent.email)
        .take(8)
        .collect()
}
