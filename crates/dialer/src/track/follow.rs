//! Follows a placed call until it has ended: hears of it, and reads it.

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::{CallSnapshot, Client, ErrorKind};
use jiff::Timestamp;
use tokio::sync::Notify;

use super::news::{OurClock, news, plain, unclear};
use super::patience::Patience;
use super::schedule;
use super::seen::Seen;
use super::turn::Turn;
use crate::agents;
use crate::attempt::{AttemptId, CallState, EndReason};
use crate::core::Core;
use crate::dial::Ledger;
use crate::feed::{self, Hearing};
use crate::log::Attempt;
use crate::problem::{Problem, ProblemCode};
use crate::trouble::{About, problem_of};

/// For how long a socket may be behind what was read.
const SOCKET_BEHIND: Duration = Duration::from_secs(3);

/// Follows a call of [`Core::live`] until it has ended or the program closes.
///
/// The socket tells of changes as they happen; reading closes what it leaves out. A read that fails
/// does not end a call; a server that no longer knows it does, as `unclear`, and so does a day without
/// a leg of it.
pub(crate) async fn follow(core: &Arc<Core>, id: AttemptId, ledger: &mut Ledger) {
    let Some(call) = core.live.get(id) else {
        return;
    };
    let Some(conversation_id) = call.attempt.conversation_id.clone() else {
        return;
    };
    if call.attempt.call_state.is_none() {
        ledger
            .state(plain(CallState::Requested, core.clock.now()))
            .await;
    }
    let placed_at = call.attempt.outcome_at.unwrap_or(call.attempt.created_at);
    let mut following = Following {
        core,
        id,
        placed_at,
        patience: Patience::begin(core, placed_at),
        seen_before: call.attempt.created_at,
        conversation_id,
        seen: Seen::default(),
        failures: 0,
        covered: false,
        pause: Duration::ZERO,
        behind_since: None,
        looked_at: Duration::ZERO,
    };
    let age = following.patience.age(core);
    following.looked_at = core.clock.elapsed().saturating_sub(age);
    following.run(&call.attempt, &call.look, ledger).await;
}

/// One call that is followed.
struct Following<'a> {
    core: &'a Arc<Core>,
    id: AttemptId,
    conversation_id: String,
    placed_at: Timestamp,
    patience: Patience,
    seen: Seen,
    /// Nothing that is news now happened before this.
    seen_before: Timestamp,
    failures: u32,
    /// Whether a socket tells of the call.
    covered: bool,
    /// How long the server asked to be left alone.
    pause: Duration,
    /// Since when a read has told of something that the socket has not.
    behind_since: Option<Duration>,
    /// When the call was last seen, on the clock's own scale.
    looked_at: Duration,
}

/// Whether following goes on.
#[derive(PartialEq, Eq)]
enum Next {
    Goes,
    Over,
}

impl Following<'_> {
    async fn run(&mut self, attempt: &Attempt, look: &Notify, ledger: &mut Ledger) {
        let core = self.core;
        let mut hearing = self.hear(attempt);
        let mut woken = core.wake.subscribe();
        self.covered = hearing.feed.covers(&attempt.agent_id);
        // A call of an earlier run may have ended long ago: it is read at once.
        let mut turn = Turn::after(
            core,
            match self.patience.is_young(core) {
                true => schedule::wait(Duration::ZERO, self.covered, 0),
                false => Duration::ZERO,
            },
        );
        loop {
            tokio::select! {
                biased;
                () = core.closing.cancelled() => return,
                Some(snapshot) = hearing.snapshots.recv() => {
                    if self.heard(snapshot, ledger).await == Next::Over {
                        return;
                    }
                    continue;
                }
                // Somebody waits for it.
                () = look.notified() => core.budget.spend(1, core.clock.elapsed()),
                _ = woken.changed() => {
                    turn.hurry();
                    continue;
                }
                Ok(()) = hearing.status.changed() => {
                    let covered = hearing.feed.covers(&attempt.agent_id);
                    if std::mem::replace(&mut self.covered, covered) != covered {
                        // What happened before the socket stood was not told, and what happens
                        // without it is not.
                        turn.hurry();
                        core.emit_attempt(self.id);
                    }
                    continue;
                }
                () = &mut turn => {}
            }
            if self.look(attempt, &mut hearing, ledger).await == Next::Over {
                return;
            }
            turn = Turn::after(core, self.wait());
        }
    }

    /// Reads the call, and minds what else may have changed since the last time.
    async fn look(
        &mut self,
        attempt: &Attempt,
        hearing: &mut Hearing,
        ledger: &mut Ledger,
    ) -> Next {
        let core = self.core;
        if self.read(hearing, ledger).await == Next::Over {
            return Next::Over;
        }
        if self.patience.is_over(core) {
            tracing::warn!(attempt = %self.id, "the call could not be read for too long");
            ledger.state(unclear(core)).await;
            return Next::Over;
        }
        // What could not be written before may be written now.
        ledger.write().await;
        let feed = feed::keep(core, &attempt.profile_id, &attempt.agent_id);
        if !Arc::ptr_eq(&feed, &hearing.feed) {
            *hearing = self.hear(attempt);
        }
        self.covered = hearing.feed.covers(&attempt.agent_id);
        self.mind_deafness(hearing);
        Next::Goes
    }

    /// How long the next read has time.
    fn wait(&self) -> Duration {
        // After a failed read the socket alone is not relied on.
        let relies = self.covered && self.failures == 0;
        let mut wait = schedule::wait(self.patience.age(self.core), relies, self.failures);
        if self.behind_since.is_some() {
            wait = wait.min(SOCKET_BEHIND);
        }
        wait.max(self.pause)
    }

    fn hear(&self, attempt: &Attempt) -> Hearing {
        let feed = feed::keep(self.core, &attempt.profile_id, &attempt.agent_id);
        feed.hear(&attempt.agent_id, &self.conversation_id)
    }

    /// Takes in what the socket told.
    async fn heard(&mut self, snapshot: CallSnapshot, ledger: &mut Ledger) -> Next {
        self.behind_since = None;
        if !snapshot.participants.is_empty() {
            self.patience.read(self.core, true);
        }
        self.looked_at = self.core.clock.elapsed();
        let began = self.core.clock.now();
        if !self.seen.hear(snapshot) {
            return Next::Goes;
        }
        self.news(began, ledger).await
    }

    /// Reads the call.
    async fn read(&mut self, hearing: &mut Hearing, ledger: &mut Ledger) -> Next {
        let core = self.core;
        let Some(call) = core.live.get(self.id) else {
            return Next::Over;
        };
        self.pause = Duration::ZERO;
        let began = core.clock.now();
        let moment = self.seen.moment();
        match read_once(core, &call.attempt, &self.conversation_id).await {
            Read::Seen(snapshot) => {
                self.failures = 0;
                let any_leg = !snapshot.participants.is_empty();
                self.patience.read(core, any_leg);
                while let Ok(heard) = hearing.snapshots.try_recv() {
                    if self.heard(heard, ledger).await == Next::Over {
                        return Next::Over;
                    }
                }
                let before = self.state();
                self.seen.read(snapshot, moment);
                let now = core.clock.elapsed();
                let covered = hearing.feed.covered_since(&call.attempt.agent_id);
                let was_covered = covered.is_some_and(|since| since <= self.looked_at);
                if self.behind_since.is_none() && was_covered && self.state() > before {
                    self.behind_since = Some(now);
                }
                self.looked_at = now;
                let next = self.news(began, ledger).await;
                if next == Next::Goes {
                    self.goes_on_after(began);
                }
                next
            }
            Read::Gone if !self.patience.gone(core, self.covered) => self.failed(),
            Read::Gone | Read::Never => {
                tracing::info!(attempt = %self.id, "the server no longer knows the call");
                ledger.state(unclear(core)).await;
                Next::Over
            }
            Read::Refused(problem) => {
                self.patience.refused(core, problem);
                self.failed()
            }
            Read::Failed => self.failed(),
            Read::Limited(asked_for) => {
                self.pause = asked_for;
                self.failed()
            }
        }
    }

    /// A read that began after a press of Hang up without an answer shows that it has ended nothing.
    /// What the socket tells may be older than the press.
    fn goes_on_after(&self, began: Timestamp) {
        self.core.live.change(self.id, |call| {
            call.hang_up_lost = call.hang_up_lost.filter(|lost| *lost >= began);
        });
    }

    fn failed(&mut self) -> Next {
        self.failures += 1;
        Next::Goes
    }

    /// How far the call has come, by all that was seen.
    fn state(&self) -> usize {
        let call = self.core.live.get(self.id);
        let reading = call.and_then(|call| self.seen.reading(&call.attempt.agent_id));
        reading.map_or(0, |reading| reading.state.step() + 1)
    }

    /// Records what is new, and says whether the call goes on. Nothing later than what was looked at
    /// from `began` on is known.
    async fn news(&mut self, began: Timestamp, ledger: &mut Ledger) -> Next {
        let core = self.core;
        let newest = self.seen.newest().cloned();
        let Some(call) = core.live.change(self.id, |call| call.snapshot = newest) else {
            return Next::Over;
        };
        let attempt = &call.attempt;
        let Some(mut reading) = self.seen.reading(&attempt.agent_id) else {
            return Next::Goes;
        };
        if attempt.hung_up_at.is_some() || call.hanging_up > 0 || call.hang_up_lost.is_some() {
            reading.end_reason = reading.end_reason.map(hung_up_here);
        }
        let clock = OurClock {
            sent_at: attempt.sending_at.unwrap_or(self.placed_at),
            began_at: reading.began_at,
            from: self.seen_before,
            to: core.clock.now(),
        };
        self.seen_before = began;
        let Some(record) = news(attempt, &reading, &clock) else {
            return Next::Goes;
        };
        tracing::debug!(attempt = %self.id, state = record.state.as_str(), "seen");
        let over = record.state == CallState::Ended;
        ledger.state(record).await;
        if over { Next::Over } else { Next::Goes }
    }

    /// A socket that is long behind what was read has gone deaf.
    fn mind_deafness(&mut self, hearing: &Hearing) {
        if !self.covered {
            self.behind_since = None;
        } else if let Some(since) = self.behind_since
            && self.core.clock.elapsed().saturating_sub(since) >= SOCKET_BEHIND
        {
            self.behind_since = None;
            hearing.feed.is_deaf();
        }
    }
}

/// The end of a call that was hung up here, unless something else ended it first.
pub(super) fn hung_up_here(reason: EndReason) -> EndReason {
    match reason {
        EndReason::AgentHungUp | EndReason::AgentNoAnswer | EndReason::Unclear => {
            EndReason::HungUpHere
        }
        other => other,
    }
}

/// What one read of a call tells.
pub(super) enum Read {
    Seen(CallSnapshot),
    /// The server does not know it.
    Gone,
    /// It can never be read again.
    Never,
    /// The server does not let it be read, and will not later.
    Refused(Problem),
    Limited(Duration),
    Failed,
}

/// Reads a call once.
pub(super) async fn read_once(core: &Core, attempt: &Attempt, conversation_id: &str) -> Read {
    let client = match client_for(core, attempt).await {
        Ok(client) => client,
        // Its profile is gone, and the secret with it.
        Err(problem)
            if matches!(
                problem.code,
                ProblemCode::SecretMissing | ProblemCode::SignedOut
            ) && is_removed(core, attempt).await =>
        {
            return Read::Never;
        }
        Err(problem) => {
            tracing::warn!(attempt = %attempt.id, code = problem.code.as_str(), "no connection to read the call with");
            return Read::Failed;
        }
    };
    match client.call_once(conversation_id).await {
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

/// The client of the profile an attempt was placed with.
pub(crate) async fn client_for(core: &Core, attempt: &Attempt) -> Result<Client, Problem> {
    // A removed profile still has calls that go on.
    let profiles = core.log.profiles();
    let profile = profiles.get_even_removed(&attempt.profile_id).await?;
    // Somebody else's token tells nothing of this agent's calls.
    agents::allowed(&profile, &attempt.agent_id)?;
    let client = core.connections.client(&profile).await?;
    // What earlier questions took beyond their turns.
    let extra = client.take_extra_requests();
    core.budget.spend(extra, core.clock.elapsed());
    Ok(client)
}

async fn is_removed(core: &Core, attempt: &Attempt) -> bool {
    let profile = core.log.profiles().get(&attempt.profile_id).await;
    profile.is_err_and(|problem| problem.code == ProblemCode::ProfileMissing)
}
