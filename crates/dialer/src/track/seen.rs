//! Everything seen of one call, and what follows from it: a pure function.
//!
//! Snapshots have no number. A call only ever gains legs and times, and its legs only move
//! forward, so what a snapshot holds tells how new it is. The newest one decides alone.

use genesys_cloud::{CallSnapshot, LegState, Participant};
use jiff::Timestamp;

use super::reading::{Reading, read};

/// How new a snapshot is, by what it holds. Snapshots of one moment are equally new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Age {
    /// The latest time that any leg tells.
    latest: Option<Timestamp>,
    /// Legs are never taken away.
    legs: usize,
    /// How far all legs have come.
    progress: usize,
}

/// What was seen of one call so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    newest: Option<CallSnapshot>,
    /// How often the newest snapshot was replaced.
    changes: u64,
}

/// A moment in what was seen; see [`Seen::read`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(u64);

impl Seen {
    /// The moment at which a read begins.
    pub fn moment(&self) -> Moment {
        Moment(self.changes)
    }

    /// Takes a snapshot that was pushed; says whether it is news. One that is late, or comes again,
    /// changes nothing.
    pub fn hear(&mut self, snapshot: CallSnapshot) -> bool {
        let newer = match &self.newest {
            Some(newest) => age(&snapshot) > age(newest),
            None => true,
        };
        if newer {
            self.replace(snapshot);
        }
        newer
    }

    /// Takes the answer to a read that began at `began`. It tells what is true now, so only what was
    /// heard in the meantime can be newer. Says whether it is news.
    pub fn read(&mut self, snapshot: CallSnapshot, began: Moment) -> bool {
        if began != self.moment() {
            return self.hear(snapshot);
        }
        let news = self.newest.as_ref() != Some(&snapshot);
        if news {
            self.replace(snapshot);
        }
        news
    }

    /// The newest snapshot.
    pub fn newest(&self) -> Option<&CallSnapshot> {
        self.newest.as_ref()
    }

    /// What the newest snapshot tells of a call for the agent with `agent_id`; none before the first.
    pub fn reading(&self, agent_id: &str) -> Option<Reading> {
        self.newest
            .as_ref()
            .map(|snapshot| read(snapshot, agent_id))
    }

    fn replace(&mut self, snapshot: CallSnapshot) {
        self.newest = Some(snapshot);
        self.changes += 1;
    }
}

fn age(snapshot: &CallSnapshot) -> Age {
    let legs = &snapshot.participants;
    Age {
        latest: legs.iter().filter_map(latest).max(),
        legs: legs.len(),
        progress: legs.iter().map(progress).sum(),
    }
}

fn latest(leg: &Participant) -> Option<Timestamp> {
    [
        leg.start_time,
        leg.start_alerting_time,
        leg.connected_time,
        leg.end_time,
    ]
    .into_iter()
    .flatten()
    .max()
}

fn progress(leg: &Participant) -> usize {
    match leg.state.as_ref() {
        None | Some(LegState::None | LegState::Other(_)) => 0,
        Some(
            LegState::Dialing | LegState::Contacting | LegState::Offering | LegState::Alerting,
        ) => 1,
        Some(
            LegState::Connected
            | LegState::Parked
            | LegState::Converting
            | LegState::Uploading
            | LegState::Transmitting,
        ) => 2,
        Some(LegState::Disconnected) => 3,
        Some(LegState::Terminated) => 4,
    }
}
