//! Writes what becomes of one attempt to the log, in order, and keeps what cannot be written yet.
//!
//! A full disk must not lose an outcome: it stays in memory, is shown from there, and is written
//! as soon as that is possible. Should the process end before, the log still has the attempt, and
//! the next start makes it `unknown`.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::attempt::{AttemptId, CallState, EndReason, Outcome};
use crate::core::Core;
use crate::log::{Attempt, CallStateRecord, OutcomeRecord};
use crate::problem::{Problem, ProblemCode};

/// Waits between two tries to write, the last one from then on.
const RETRY_AFTER: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
    Duration::from_secs(30),
];

#[derive(Debug, Clone)]
enum Entry {
    Outcome(OutcomeRecord, Timestamp),
    State(CallStateRecord),
}

/// The writing side of one attempt.
pub(crate) struct Ledger {
    core: Arc<Core>,
    id: AttemptId,
    unwritten: VecDeque<Entry>,
    failures: usize,
}

impl Ledger {
    pub(crate) fn new(core: Arc<Core>, id: AttemptId) -> Self {
        Self {
            core,
            id,
            unwritten: VecDeque::new(),
            failures: 0,
        }
    }

    /// Records the outcome, and shows it whether or not it could be written yet.
    pub(crate) async fn outcome(&mut self, record: OutcomeRecord) {
        let at = self.core.clock.now();
        self.enter(Entry::Outcome(record, at)).await;
    }

    /// Records a call state, and shows it whether or not it could be written yet.
    pub(crate) async fn state(&mut self, record: CallStateRecord) {
        self.enter(Entry::State(record)).await;
    }

    async fn enter(&mut self, entry: Entry) {
        self.unwritten.push_back(entry.clone());
        self.write().await;
        self.core.live.change(self.id, |call| match &entry {
            Entry::Outcome(record, at) => apply_outcome(&mut call.attempt, record, *at),
            Entry::State(record) => {
                apply_state(&mut call.attempt, record);
                self.core.mark_talk(call);
            }
        });
        self.core.emit_attempt(self.id);
    }

    /// Writes what is waiting. Whether all of it is written then.
    pub(crate) async fn write(&mut self) -> bool {
        while let Some(entry) = self.unwritten.front().cloned() {
            let result = match entry {
                Entry::Outcome(record, at) => {
                    self.core.log.finish(self.id, record, at).await.map(drop)
                }
                Entry::State(record) => self.core.log.add_state(self.id, record).await.map(drop),
            };
            match result {
                Ok(()) => self.failures = 0,
                Err(problem) if self.is_needed(&problem).await => {
                    self.tell(problem);
                    return false;
                }
                Err(problem) => {
                    tracing::error!(attempt = %self.id, code = problem.code.as_str(), "the log has another word already");
                }
            }
            self.unwritten.pop_front();
        }
        self.core.unwritten.note(self.id, false);
        true
    }

    /// Keeps trying until all is written or the program closes.
    pub(crate) async fn write_all(&mut self) {
        while !self.write().await {
            let wait = RETRY_AFTER[self.failures.clamp(1, RETRY_AFTER.len()) - 1];
            tokio::select! {
                () = self.core.closing.cancelled() => return,
                () = self.core.clock.sleep(wait) => {}
            }
        }
    }

    /// Whether an entry that was not taken still has to be written: not where another process has
    /// settled the attempt, for the log keeps the first word.
    async fn is_needed(&self, problem: &Problem) -> bool {
        match problem.code {
            ProblemCode::AttemptMissing => false,
            ProblemCode::Internal => match self.core.log.get(self.id).await {
                Ok(stored) => stored.outcome == Outcome::Pending,
                Err(_) => true,
            },
            _ => true,
        }
    }

    fn tell(&mut self, problem: Problem) {
        self.failures += 1;
        self.core.unwritten.note(self.id, true);
        tracing::warn!(attempt = %self.id, code = problem.code.as_str(), failures = self.failures, "an entry of the log waits to be written");
        if self.failures == 1 {
            // The problem itself would say that no call was made.
            self.core.notice(Problem {
                code: ProblemCode::OutcomeUnwritten,
                ..problem
            });
        }
    }
}

/// The outcome that is known of an attempt; none while it is pending.
pub(super) fn known_outcome(attempt: &Attempt) -> Option<(OutcomeRecord, Timestamp)> {
    let problem = || attempt.problem.clone();
    let record = match attempt.outcome {
        Outcome::Pending => return None,
        Outcome::Placed => OutcomeRecord::Placed {
            conversation_id: attempt.conversation_id.clone()?,
        },
        Outcome::Refused => OutcomeRecord::Refused(problem()?),
        Outcome::Unknown => OutcomeRecord::Unknown(problem()?),
    };
    Some((record, attempt.outcome_at?))
}

fn apply_outcome(attempt: &mut Attempt, record: &OutcomeRecord, at: Timestamp) {
    attempt.outcome_at = Some(at);
    match record {
        OutcomeRecord::Placed { conversation_id } => {
            attempt.outcome = Outcome::Placed;
            attempt.conversation_id = Some(conversation_id.clone());
            attempt.problem = None;
        }
        OutcomeRecord::Refused(problem) => {
            attempt.outcome = Outcome::Refused;
            attempt.problem = Some(problem.clone());
        }
        OutcomeRecord::Unknown(problem) => {
            attempt.outcome = Outcome::Unknown;
            attempt.problem = Some(problem.clone());
        }
    }
}

fn apply_state(attempt: &mut Attempt, record: &CallStateRecord) {
    attempt.call_state = Some(record.state);
    attempt.connected_at = attempt.connected_at.or(record.connected_at);
    if record.state == CallState::Ended {
        attempt.end_reason = Some(record.end_reason.unwrap_or(EndReason::Unclear));
        attempt.ended_at = Some(record.at);
    }
}
