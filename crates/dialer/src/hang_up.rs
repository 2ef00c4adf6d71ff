//! Hanging up on behalf of an agent.

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::{Acted, CallSnapshot, Client, Error, ErrorKind, HungUp, LegState};
use jiff::SignedDuration;

use crate::attempt::{AttemptId, Outcome};
use crate::core::Core;
use crate::log::Attempt;
use crate::problem::{Problem, ProblemCode};
use crate::track::{MAY_BE_UNKNOWN_FOR, client_for};
use crate::trouble::{About, problem_of};

/// Between two looks at a call that the server does not know yet.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Hangs up the agent's leg of a placed call, whether it rings or talks.
///
/// # Errors
/// `attempt_missing`; `hang_up_denied` where these credentials may not, or no leg of the agent is left
/// in a call that goes on; those of the connection.
pub(crate) async fn hang_up(core: &Arc<Core>, id: AttemptId) -> Result<(), Problem> {
    let Some((attempt, conversation_id)) = on(core, id).await? else {
        return Ok(());
    };
    let client = client_for(core, &attempt).await?;
    let here = EndedHere::expect(core, &attempt);
    let known = core.live.get(id).and_then(|call| call.snapshot);
    let known = known.and_then(|call| leg_of(&call, &attempt.agent_id));
    let mut ended = match &known {
        Some(leg) => {
            client
                .hang_up(&conversation_id, leg, &attempt.agent_id)
                .await
        }
        None => Err(not_known()),
    };
    // Legs come and go: a new one may have taken the place of the one that was seen.
    if ended
        .as_ref()
        .is_err_and(|error| error.kind == ErrorKind::NotFound)
    {
        ended = match leg_at_last(core, &client, &conversation_id, &attempt).await? {
            Leg::Is(leg) => {
                client
                    .hang_up(&conversation_id, &leg, &attempt.agent_id)
                    .await
            }
            Leg::Over | Leg::Unknown => Ok(HungUp::AlreadyOver),
            Leg::Missing => return Err(denied(&attempt, String::new())),
        };
    }
    if let Err(error) = &ended {
        here.note_lost(error);
    }
    match ended {
        Ok(hung_up) => {
            here.note(hung_up).await;
            Ok(())
        }
        Err(error) if error.denied().is_some() => {
            let permissions = match error.missing_permissions.as_slice() {
                [] => error.operation.permissions().join(", "),
                missing => missing.join(", "),
            };
            let mut problem = denied(&attempt, permissions);
            problem.details = problem_of(&error, &about(&attempt)).details;
            Err(problem)
        }
        Err(error) => Err(failed(&error, &attempt)),
    }
}

/// Ends a placed call for everybody on it.
///
/// # Errors
/// `attempt_missing`, `permission_missing`, and those of the connection.
pub(crate) async fn hang_up_all(core: &Arc<Core>, id: AttemptId) -> Result<(), Problem> {
    let Some((attempt, conversation_id)) = on(core, id).await? else {
        return Ok(());
    };
    let client = client_for(core, &attempt).await?;
    let here = EndedHere::expect(core, &attempt);
    let ended = client.disconnect(&conversation_id).await;
    let hung_up = ended.map_err(|error| {
        here.note_lost(&error);
        failed(&error, &attempt)
    })?;
    here.note(hung_up).await;
    Ok(())
}

/// The attempt and its conversation; none where there is nothing to hang up.
async fn on(core: &Core, id: AttemptId) -> Result<Option<(Attempt, String)>, Problem> {
    let attempt = match core.live.get(id) {
        Some(call) => call.attempt,
        None => core.log.get(id).await?,
    };
    let on = attempt.outcome == Outcome::Placed && attempt.ended_at.is_none();
    let conversation_id = attempt.conversation_id.clone().filter(|_| on);
    Ok(conversation_id.map(|conversation_id| (attempt, conversation_id)))
}

/// The agent's leg at this moment.
enum Leg {
    Is(String),
    /// No leg lives any more.
    Over,
    /// The call goes on without the agent.
    Missing,
    /// The server does not know the call, or no leg of it.
    Unknown,
}

/// The agent's leg, waited for as long as the server may not know the call yet: that is no end of it.
async fn leg_at_last(
    core: &Core,
    client: &Client,
    conversation_id: &str,
    attempt: &Attempt,
) -> Result<Leg, Problem> {
    let placed_at = attempt.outcome_at.unwrap_or(attempt.created_at);
    let age = core.clock.now().duration_since(placed_at);
    // A clock that was set back makes it young, but not for longer.
    let age = age.max(SignedDuration::ZERO).unsigned_abs();
    let young_until = core.clock.elapsed() + MAY_BE_UNKNOWN_FOR.saturating_sub(age);
    loop {
        match leg_now(client, conversation_id, attempt).await? {
            Leg::Unknown if core.clock.elapsed() < young_until => {
                core.clock.sleep(LOOK_EVERY).await;
            }
            leg => return Ok(leg),
        }
    }
}

async fn leg_now(
    client: &Client,
    conversation_id: &str,
    attempt: &Attempt,
) -> Result<Leg, Problem> {
    match client.call(conversation_id).await {
        Ok(call) => Ok(match leg_of(&call, &attempt.agent_id) {
            Some(leg) => Leg::Is(leg),
            None if call.participants.is_empty() => Leg::Unknown,
            None if call.participants.iter().any(lives) => Leg::Missing,
            None => Leg::Over,
        }),
        Err(error) if error.kind == ErrorKind::NotFound => Ok(Leg::Unknown),
        Err(error) => Err(failed(&error, attempt)),
    }
}

/// The agent's newest leg that lives.
fn leg_of(call: &CallSnapshot, agent_id: &str) -> Option<String> {
    call.participants
        .iter()
        .filter(|leg| lives(leg))
        .filter(|leg| match &leg.user_id {
            Some(user) => user.eq_ignore_ascii_case(agent_id),
            None => leg.is_agent(),
        })
        .max_by_key(|leg| leg.start_time)
        .and_then(|leg| leg.id.clone())
}

fn lives(leg: &genesys_cloud::Participant) -> bool {
    leg.end_time.is_none() && !leg.state.as_ref().is_some_and(LegState::is_over)
}

/// That the call is being ended from here. The socket can tell of the end before the server has answered, so it counts
/// from the beginning, and no more where nothing was ended. Each press counts for itself.
struct EndedHere<'a> {
    core: &'a Arc<Core>,
    id: AttemptId,
}

impl<'a> EndedHere<'a> {
    fn expect(core: &'a Arc<Core>, attempt: &Attempt) -> Self {
        core.live.change(attempt.id, |call| call.hanging_up += 1);
        Self {
            core,
            id: attempt.id,
        }
    }

    /// The answer did not come, so whether the call goes on is looked at.
    fn note_lost(&self, error: &Error) {
        if error.acted == Acted::Maybe {
            let at = self.core.clock.now();
            self.core
                .live
                .change(self.id, |call| call.hang_up_lost = Some(at));
            self.core.live.look(self.id);
        }
    }

    /// What the server accepted is what ended the call; what was over before was not ended here, unless by a press
    /// whose answer was lost.
    async fn note(self, hung_up: HungUp) {
        tracing::info!(attempt = %self.id, ?hung_up, "hung up");
        let live = self.core.live.get(self.id);
        let lost = live.is_some_and(|call| call.hang_up_lost.is_some());
        if hung_up == HungUp::Accepted || lost {
            let at = self.core.clock.now();
            self.core.live.change(self.id, |call| {
                call.attempt.hung_up_at.get_or_insert(at);
            });
            // Only the next run needs it on disk.
            if let Err(problem) = self.core.log.hung_up(self.id, at).await {
                tracing::warn!(attempt = %self.id, code = problem.code.as_str(), "that it was hung up here was not noted");
            }
        }
        self.core.live.look(self.id);
    }
}

impl Drop for EndedHere<'_> {
    fn drop(&mut self) {
        self.core.live.change(self.id, |call| {
            call.hanging_up = call.hanging_up.saturating_sub(1)
        });
    }
}

fn denied(attempt: &Attempt, permissions: String) -> Problem {
    Problem::new(ProblemCode::HangUpDenied)
        .with("agent", &attempt.agent_name)
        .with("permissions", permissions)
}

fn failed(error: &Error, attempt: &Attempt) -> Problem {
    let mut problem = problem_of(error, &about(attempt));
    problem.details.step = Some("hang_up".to_owned());
    problem
}

fn about(attempt: &Attempt) -> About {
    About {
        agent: Some(attempt.agent_name.clone()),
        ..About::default()
    }
}

fn not_known() -> Error {
    Error::new(genesys_cloud::Operation::HangUp, ErrorKind::NotFound)
}
