//! Reads a placed call again and again until it has ended.

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::{CallSnapshot, Client, ErrorKind};
use jiff::Timestamp;

use super::patience::Patience;
use super::reading::{Reading, read};
use super::schedule;
use crate::attempt::{AttemptId, CallState, EndReason};
use crate::core::Core;
use crate::dial::Ledger;
use crate::log::{Attempt, CallStateRecord};
use crate::problem::{Problem, ProblemCode};
use crate::trouble::{About, problem_of};

/// Follows a call of [`Core::live`] until it has ended or the program closes.
///
/// A read that fails does not end a call; a server that no longer knows it does, as `unclear`, and so
/// does a day without a leg of it.
pub(crate) async fn follow(core: &Arc<Core>, id: AttemptId, ledger: &mut Ledger) {
    let Some(call) = core.live.get(id) else {
        return;
    };
    let Some(conversation_id) = call.attempt.conversation_id.clone() else {
        return;
    };
    let placed_at = call.attempt.outcome_at.unwrap_or(call.attempt.created_at);
    let mut patience = Patience::begin(core, placed_at);
    let mut failures = 0;
    let mut seen_before = call.attempt.created_at;
    if call.attempt.call_state.is_none() {
        ledger
            .state(plain(CallState::Requested, core.clock.now()))
            .await;
    }
    // A call of an earlier run may have ended long ago: it is read at once.
    let mut wait = if patience.is_young(core) {
        schedule::wait(Duration::ZERO, core.live.count(), 0)
    } else {
        Duration::ZERO
    };
    loop {
        tokio::select! {
            () = core.closing.cancelled() => return,
            () = core.clock.sleep(wait) => {}
        }
        let Some(call) = core.live.get(id) else {
            return;
        };
        let read_at = core.clock.now();
        let mut pause = Duration::ZERO;
        match read_once(core, &call.attempt, &conversation_id).await {
            Read::Seen(snapshot) => {
                failures = 0;
                patience.read(core, !snapshot.participants.is_empty());
                let reading = read(&snapshot, &call.attempt.agent_id);
                let clock = OurClock {
                    sent_at: call.attempt.sending_at.unwrap_or(placed_at),
                    began_at: reading.began_at,
                    from: seen_before,
                    to: core.clock.now(),
                };
                if let Some(record) = news(&call.attempt, &reading, &clock) {
                    let state = record.state;
                    tracing::debug!(attempt = %id, state = state.as_str(), "seen");
                    ledger.state(record).await;
                    if state == CallState::Ended {
                        return;
                    }
                }
                seen_before = read_at;
            }
            Read::Gone if patience.is_young(core) => failures += 1,
            Read::Gone => {
                tracing::info!(attempt = %id, "the server no longer knows the call");
                return ledger.state(unclear(core)).await;
            }
            Read::Refused(problem) => {
                failures += 1;
                patience.refused(core, problem);
            }
            Read::Failed => failures += 1,
            Read::Limited(asked_for) => {
                failures += 1;
                pause = asked_for;
            }
        }
        if patience.is_over(core) {
            tracing::warn!(attempt = %id, "the call could not be read for too long");
            return ledger.state(unclear(core)).await;
        }
        // What could not be written before may be written now.
        ledger.write().await;
        wait = schedule::wait(patience.age(core), core.live.count(), failures).max(pause);
    }
}

enum Read {
    Seen(CallSnapshot),
    Gone,
    /// The server does not let it be read, and will not later.
    Refused(Problem),
    Limited(Duration),
    Failed,
}

async fn read_once(core: &Core, attempt: &Attempt, conversation_id: &str) -> Read {
    let client = match client_for(core, attempt).await {
        Ok(client) => client,
        // Its profile is gone, and the secret with it: it can never be read again.
        Err(problem)
            if problem.code == ProblemCode::SecretMissing && is_removed(core, attempt).await =>
        {
            return Read::Gone;
        }
        Err(problem) => {
            tracing::warn!(attempt = %attempt.id, code = problem.code.as_str(), "no connection to read the call with");
            return Read::Failed;
        }
    };
    match client.call(conversation_id).await {
        Ok(snapshot) => Read::Seen(snapshot),
        Err(error) if error.kind == ErrorKind::NotFound || error.status == Some(410) => Read::Gone,
        Err(error) => {
            tracing::warn!(attempt = %attempt.id, kind = ?error.kind, status = error.status, "the call could not be read");
            match error.retry_after {
                Some(pause) => Read::Limited(pause.min(Duration::from_secs(180))),
                None if error.kind == ErrorKind::Refused => {
                    Read::Refused(problem_of(&error, &About::default()))
                }
                None => Read::Failed,
            }
        }
    }
}

async fn client_for(core: &Core, attempt: &Attempt) -> Result<Client, Problem> {
    // A removed profile still has calls that go on.
    let profiles = core.log.profiles();
    let profile = profiles.get_even_removed(&attempt.profile_id).await?;
    core.connections.client(&profile).await
}

async fn is_removed(core: &Core, attempt: &Attempt) -> bool {
    let profile = core.log.profiles().get(&attempt.profile_id).await;
    profile.is_err_and(|problem| problem.code == ProblemCode::ProfileMissing)
}

/// Brings the server's times onto our clock. The first leg began when our request was sent, so the
/// two clocks need not agree; and nothing happened before the last read or after this one.
struct OurClock {
    sent_at: Timestamp,
    began_at: Option<Timestamp>,
    from: Timestamp,
    to: Timestamp,
}

impl OurClock {
    fn time_of(&self, told: Timestamp) -> Timestamp {
        let ours = self
            .began_at
            .and_then(|began| self.sent_at.checked_add(told.duration_since(began)).ok())
            .unwrap_or(told);
        ours.min(self.to).max(self.from.min(self.to))
    }
}

/// What is new in `reading`. States only move forward.
fn news(attempt: &Attempt, reading: &Reading, clock: &OurClock) -> Option<CallStateRecord> {
    if attempt
        .call_state
        .is_some_and(|last| last.step() >= reading.state.step())
    {
        return None;
    }
    let connected_at = reading.connected_at.map(|told| clock.time_of(told));
    let told = match reading.state {
        CallState::Connected => connected_at,
        CallState::Ended => reading.ended_at.map(|told| clock.time_of(told)),
        _ => None,
    };
    Some(CallStateRecord {
        state: reading.state,
        at: told.unwrap_or(clock.to),
        end_reason: reading.end_reason,
        disconnect_type: reading.disconnect_type.clone(),
        error_code: reading.error_code.clone(),
        connected_at: attempt.connected_at.or(connected_at),
    })
}

fn plain(state: CallState, at: Timestamp) -> CallStateRecord {
    CallStateRecord {
        state,
        at,
        end_reason: None,
        disconnect_type: None,
        error_code: None,
        connected_at: None,
    }
}

fn unclear(core: &Core) -> CallStateRecord {
    CallStateRecord {
        end_reason: Some(EndReason::Unclear),
        ..plain(CallState::Ended, core.clock.now())
    }
}
