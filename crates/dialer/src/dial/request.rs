//! The part of an attempt that runs by itself: request, outcome, following.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use genesys_cloud::{ATTEMPT_ID_ATTRIBUTE, Operation, PlaceCall, PlaceObserver};
use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::ledger::Ledger;
use super::live::Stage;
use super::outcome::outcome_of;
use crate::attempt::AttemptId;
use crate::connection::dialect_of;
use crate::core::Core;
use crate::log::{Attempt, Logged, OutcomeRecord};
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::timeouts::PRESS_COUNTS_FOR;
use crate::trouble::About;
use crate::{settle, track};

/// Sends the attempt that `logged` proves to be on disk, and sees it through.
pub(super) async fn carry_out(
    core: Arc<Core>,
    logged: Logged,
    profile: Profile,
    cancel: CancellationToken,
) {
    let attempt = logged.attempt().clone();
    let id = attempt.id;
    let mut ledger = Ledger::new(Arc::clone(&core), id);
    let sending = tokio::spawn(send(Arc::clone(&core), logged, profile.clone(), cancel));
    // A defect on the way leaves open whether the request was sent.
    let outcome = sending
        .await
        .unwrap_or_else(|_| OutcomeRecord::Unknown(Problem::new(ProblemCode::Internal)));
    let outcome = unless_claimed(&core, &attempt, outcome).await;
    report(id, &outcome);
    core.live.change(id, |call| call.stage = Stage::Sent);
    distrust_client(&core, &profile, &outcome);
    let unknown = matches!(outcome, OutcomeRecord::Unknown(_));
    let mut placed = matches!(outcome, OutcomeRecord::Placed { .. });
    ledger.outcome(outcome).await;
    if unknown {
        placed = settle::settle(&core, id, &mut ledger).await;
    }
    if placed {
        track::follow(&core, id, &mut ledger).await;
    }
    ledger.write_all().await;
    core.live.leave(id);
}

/// A conversation belongs to one attempt. An answer that names one which another attempt has tells nothing of this one.
async fn unless_claimed(core: &Core, attempt: &Attempt, outcome: OutcomeRecord) -> OutcomeRecord {
    let OutcomeRecord::Placed { conversation_id } = &outcome else {
        return outcome;
    };
    let claimed = core.log.is_claimed(conversation_id.clone(), attempt.id);
    match claimed.await {
        Ok(true) => {
            tracing::warn!(attempt = %attempt.id, "the answer names the call of another attempt");
            let mut problem = Problem::new(ProblemCode::AnswerUnreadable);
            problem.details.step = Some(Operation::PlaceCall.as_str().to_owned());
            OutcomeRecord::Unknown(problem)
        }
        _ => outcome,
    }
}

/// The one place from which a call request leaves; takes the proof, so there is one per attempt.
async fn send(
    core: Arc<Core>,
    logged: Logged,
    profile: Profile,
    cancel: CancellationToken,
) -> OutcomeRecord {
    let attempt = logged.attempt();
    let connecting = core.connections.client(&profile);
    let client = tokio::select! {
        biased;
        () = cancel.cancelled() => {
            return OutcomeRecord::Refused(Problem::new(ProblemCode::Cancelled));
        }
        client = connecting => match client {
            Ok(client) => client,
            Err(problem) => return OutcomeRecord::Refused(problem),
        },
    };
    let progress = Progress {
        core: Arc::clone(&core),
        id: attempt.id,
        pressed_at: attempt.created_at,
        too_late: AtomicBool::new(false),
        notes: Mutex::default(),
    };
    let call = call_of(attempt, &profile);
    let result = client.place_call(&call, &progress, &cancel).await;
    progress.settle().await;
    if progress.too_late.load(Ordering::SeqCst) {
        return OutcomeRecord::Refused(Problem::new(ProblemCode::PressedTooLongAgo));
    }
    let mut outcome = outcome_of(result, &about(attempt, &profile));
    if let OutcomeRecord::Refused(problem) | OutcomeRecord::Unknown(problem) = &mut outcome
        && !profile.sandbox
    {
        // Where it can be signed in to.
        let name = match problem.code {
            ProblemCode::UserNeeded => Some("sign_in"),
            ProblemCode::SignedOut => Some("profile"),
            _ => None,
        };
        if let Some(name) = name {
            problem.params.insert(name.to_owned(), profile.id.clone());
        }
    }
    outcome
}

fn call_of(attempt: &Attempt, profile: &Profile) -> PlaceCall {
    let mut attributes = BTreeMap::new();
    if dialect_of(profile.dialect).call_options() {
        attributes.insert(ATTEMPT_ID_ATTRIBUTE.to_owned(), attempt.id.to_string());
    }
    PlaceCall {
        agent_id: attempt.agent_id.clone(),
        agent_name: Some(attempt.agent_name.clone()).filter(|name| !name.is_empty()),
        number: attempt.number.to_string(),
        caller_id: attempt.options.caller_id.clone(),
        caller_name: attempt.options.caller_name.clone(),
        queue_id: attempt.options.queue_id.clone(),
        attributes,
    }
}

fn about(attempt: &Attempt, profile: &Profile) -> About {
    About {
        dialect: dialect_of(profile.dialect),
        agent: Some(attempt.agent_name.clone()),
        email: None,
        number: Some(attempt.number.display()),
    }
}

/// A refused token or secret may be an old one: the next attempt reads the keyring anew.
fn distrust_client(core: &Core, profile: &Profile, outcome: &OutcomeRecord) {
    if let OutcomeRecord::Refused(problem) | OutcomeRecord::Unknown(problem) = outcome
        && matches!(
            problem.code,
            ProblemCode::SecretWrong | ProblemCode::ClientUnknown | ProblemCode::TokenRejected
        )
    {
        core.connections.forget(&profile.id);
    }
}

fn report(id: AttemptId, outcome: &OutcomeRecord) {
    match outcome {
        OutcomeRecord::Placed { conversation_id } => {
            tracing::info!(attempt = %id, conversation = %conversation_id, "placed");
        }
        OutcomeRecord::Refused(problem) => tell(id, "refused", problem),
        OutcomeRecord::Unknown(problem) => tell(id, "unknown", problem),
    }
}

fn tell(id: AttemptId, outcome: &'static str, problem: &Problem) {
    // Server messages and parameters can hold names and numbers, so only facts are logged.
    let details = &problem.details;
    tracing::warn!(
        attempt = %id,
        outcome,
        code = problem.code.as_str(),
        status = details.http_status,
        correlation = details.correlation_id.as_deref(),
        "the call was not placed for certain"
    );
}

/// Hears from the client how far the request is.
struct Progress {
    core: Arc<Core>,
    id: AttemptId,
    pressed_at: Timestamp,
    /// The request was held back because the press was too long ago.
    too_late: AtomicBool,
    /// Notes in the log that may still be being written.
    notes: Mutex<Vec<JoinHandle<()>>>,
}

impl Progress {
    /// Waits until no note can arrive after the outcome any more.
    async fn settle(&self) {
        let notes = std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner));
        for note in notes {
            if note.await.is_err() {
                tracing::error!(attempt = %self.id, "a note of the time of sending was lost");
            }
        }
    }

    /// Whether the person who pressed Call can still be expected to wait for it: a computer may have slept since.
    fn is_awaited(&self, now: Timestamp) -> bool {
        let age = now.duration_since(self.pressed_at);
        // A clock that was set back says nothing about how long ago it was.
        SignedDuration::try_from(PRESS_COUNTS_FOR).is_ok_and(|longest| age <= longest)
            && age >= SignedDuration::from_secs(-5)
    }
}

impl PlaceObserver for Progress {
    fn waiting(&self, duration: Duration) {
        tracing::info!(attempt = %self.id, seconds = duration.as_secs_f64(), "the server asks to wait");
        let stage = Stage::Waiting(self.core.clock.elapsed() + duration);
        self.core.live.change(self.id, |call| call.stage = stage);
        self.core.emit_attempt(self.id);
    }

    fn sending(&self) -> bool {
        let at = self.core.clock.now();
        if !self.is_awaited(at) {
            self.too_late.store(true, Ordering::SeqCst);
            return false;
        }
        if !self.core.live.send(self.id, at) {
            return false;
        }
        self.core.emit_attempt(self.id);
        let log = self.core.log.clone();
        let id = self.id;
        let note = tokio::spawn(async move {
            // Only a note: the intent is on disk, and that is what the law asks for.
            if let Err(problem) = log.sending(id, at).await {
                tracing::warn!(attempt = %id, code = problem.code.as_str(), "the time of sending was not noted");
            }
        });
        self.notes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(note);
        true
    }
}
