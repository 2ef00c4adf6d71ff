//! One open socket: what goes out on it, and what a fault made of it.

use std::time::Duration;

use tokio::sync::{mpsc, watch};

use super::message;
use crate::fault::Fault;

const HEARTBEAT: Duration = Duration::from_secs(30);

/// From the notice to the end.
const AFTER_NOTICE: Duration = Duration::from_secs(60);

/// A snapshot that waits for the next one waits no longer than this.
const REORDERED_FOR: Duration = Duration::from_secs(5);

/// How a socket ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With a closing frame.
    Closed,
    /// With nothing.
    Dropped,
}

/// What a fault will do to a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Drop,
    Notice,
    Close,
    Evict,
}

#[derive(Debug)]
pub(super) struct Socket {
    pub(super) number: u64,
    pub(super) channel_id: String,
    /// It dies with this token.
    pub(super) token: String,
    pub(super) deaf: bool,
    /// The newest fault rule that it met.
    pub(super) met: u64,
    out: mpsc::Sender<String>,
    ending: watch::Sender<Option<Ending>>,
    next_heartbeat: Duration,
    acts: Vec<(Duration, Act)>,
    late: Vec<(Duration, String)>,
    held: Option<(Duration, String)>,
    /// The client takes nothing any more.
    broken: bool,
}

impl Socket {
    pub(super) fn new(
        number: u64,
        channel_id: String,
        token: String,
        out: mpsc::Sender<String>,
        ending: watch::Sender<Option<Ending>>,
        now: Duration,
    ) -> Self {
        Self {
            number,
            channel_id,
            token,
            deaf: false,
            met: 0,
            out,
            ending,
            next_heartbeat: now + HEARTBEAT,
            acts: Vec::new(),
            late: Vec::new(),
            held: None,
            broken: false,
        }
    }

    pub(super) fn path(&self) -> String {
        format!("/channels/{}", self.channel_id)
    }

    pub(super) fn push(&mut self, text: String) {
        // A client that stopped reading is treated as one that went away.
        self.broken |= self.out.try_send(text).is_err();
    }

    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    /// A fault of sockets meets this one.
    pub(super) fn meet(&mut self, fault: &Fault, now: Duration) {
        let (after_ms, act) = match fault {
            Fault::DeafSocket => {
                self.deaf = true;
                return;
            }
            Fault::DropSocket { after_ms } => (*after_ms, Act::Drop),
            Fault::ClosingNotice { after_ms } => (*after_ms, Act::Notice),
            Fault::EvictChannel { after_ms } => (*after_ms, Act::Evict),
            _ => return,
        };
        let due = now.saturating_add(Duration::from_millis(after_ms));
        self.acts.push((due, act));
    }

    /// A snapshot, with the fault that hits it.
    pub(super) fn deliver(&mut self, text: String, fault: Option<&Fault>, now: Duration) {
        match fault {
            Some(Fault::LoseSnapshot) => {}
            Some(Fault::LateSnapshot { ms }) => {
                let due = now.saturating_add(Duration::from_millis(*ms));
                self.late.push((due, text));
            }
            Some(Fault::ReorderSnapshot) => {
                self.release();
                self.held = Some((now + REORDERED_FOR, text));
            }
            other => {
                match other {
                    Some(Fault::DuplicateSnapshot) => {
                        self.push(text.clone());
                        self.push(text);
                    }
                    Some(Fault::GarbleSnapshot) => {
                        let half = text.chars().take(text.chars().count() / 2).collect();
                        self.push(half);
                    }
                    _ => self.push(text),
                }
                self.release();
            }
        }
    }

    /// Lets the snapshot go that waited for another one.
    fn release(&mut self) {
        if let Some((_, text)) = self.held.take() {
            self.push(text);
        }
    }

    /// Sends what is due by itself; returns what a fault does now to the socket as a whole.
    pub(super) fn catch_up(&mut self, now: Duration) -> Option<Act> {
        if self.held.as_ref().is_some_and(|(due, _)| *due <= now) {
            self.release();
        }
        self.late.sort_by_key(|(due, _)| *due);
        let due = self.late.partition_point(|(due, _)| *due <= now);
        for (_, text) in self.late.drain(..due).collect::<Vec<_>>() {
            self.push(text);
        }
        while self.next_heartbeat <= now {
            self.next_heartbeat += HEARTBEAT;
            self.push(message::heartbeat());
        }
        while let Some(at) = self.acts.iter().position(|(due, _)| *due <= now) {
            match self.acts.remove(at) {
                (due, Act::Notice) => {
                    self.push(message::closing());
                    self.acts.push((due + AFTER_NOTICE, Act::Close));
                }
                (_, act) => return Some(act),
            }
        }
        None
    }

    /// When something of its own is due next.
    pub(super) fn next_due(&self) -> Duration {
        let acts = self.acts.iter().map(|(due, _)| *due);
        let late = self.late.iter().chain(&self.held).map(|(due, _)| *due);
        acts.chain(late)
            .fold(self.next_heartbeat, |next, due| next.min(due))
    }

    /// Undoes what faults did and will do.
    pub(super) fn heal(&mut self) {
        self.deaf = false;
        self.acts.clear();
        self.late.clear();
        self.held = None;
    }

    /// Tells both ends how it ended; dropping it then ends it.
    pub(super) fn end(self, ending: Ending) {
        self.ending.send_replace(Some(ending));
    }
}
