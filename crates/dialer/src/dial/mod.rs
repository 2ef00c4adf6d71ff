//! A press of Call, in the one way there is:
//! number → agent → guard and intent in one transaction → answer → request → outcome → following.

mod ledger;
mod live;
mod outcome;
mod request;

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::attempt::AttemptId;
use crate::core::Core;
use crate::log::{Attempt, Begun, Intent};
use crate::number::{self, Country, Dialled};
use crate::present::spaced;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::view::{AttemptView, CallOptions, PlaceRequest};
use crate::{agents, feed, options, recovery};

pub(crate) use ledger::Ledger;
pub(crate) use live::{Live, LiveCall, Since, Stage};

/// Takes a press of Call and answers as soon as the attempt is on disk.
///
/// # Errors
/// The problems of the number and of the agent, `profile_missing`, and those of a log that cannot
/// be written: then nothing was sent and nothing will be.
pub(crate) async fn place(core: &Arc<Core>, request: PlaceRequest) -> Result<AttemptView, Problem> {
    let core = Arc::clone(core);
    // On its own task: once begun, an attempt is carried out also when nobody waits for the answer.
    let placing = tokio::spawn(async move { place_now(&core, request).await });
    placing
        .await
        .unwrap_or_else(|_| Err(Problem::new(ProblemCode::Internal)))
}

async fn place_now(core: &Arc<Core>, request: PlaceRequest) -> Result<AttemptView, Problem> {
    if let Ok(known) = core.log.get(request.id).await {
        return Ok(core.view(known).await);
    }
    let profile = core.log.profiles().get(&request.profile_id).await?;
    let agent = chosen_agent(core, &request, &profile).await?;
    let number = shown_number(&request, &profile)?;
    let intent = intent_of(core, &request, &profile, &agent, number)?;
    let mut begun = core.log.begin(intent.clone()).await?;
    if let Begun::Same(waiting) = &begun
        && waiting.id != request.id
        && is_over_and_written(core, waiting).await?
    {
        begun = core.log.begin(intent).await?;
    }
    match begun {
        Begun::Same(attempt) => {
            tracing::info!(pressed = %request.id, attempt = %attempt.id, "a second press is the same attempt");
            Ok(core.view(attempt).await)
        }
        Begun::Asks {
            mut question,
            recovered,
            orphans,
        } => {
            recovery::settle_all(core, recovered).await;
            recovery::take_up(core, orphans).await;
            if let Some(number) = question.params.get_mut("number") {
                *number = spaced(number);
            }
            tracing::info!(pressed = %request.id, code = question.code.as_str(), "asked first");
            Err(question)
        }
        Begun::New {
            logged,
            recovered,
            orphans,
        } => {
            recovery::settle_all(core, recovered).await;
            recovery::take_up(core, orphans).await;
            let attempt = logged.attempt().clone();
            tracing::info!(attempt = %attempt.id, number = %number::masked(&attempt.number), "a call is asked for");
            let cancel = CancellationToken::new();
            core.enter_live(attempt.clone(), Stage::Preparing, cancel.clone());
            feed::want(core, &profile.id, &attempt.agent_id);
            let view = core.view(attempt).await;
            core.emit_attempt(view.id);
            tokio::spawn(request::carry_out(
                Arc::clone(core),
                logged,
                profile,
                cancel,
            ));
            Ok(view)
        }
    }
}

/// Whether an attempt that the log has as pending has its outcome already; it is written then, or it is a problem that
/// it cannot be. Only until its outcome is known another press is the same one.
async fn is_over_and_written(core: &Core, waiting: &Attempt) -> Result<bool, Problem> {
    let known = core.live.get(waiting.id);
    let Some((record, at)) = known.and_then(|call| ledger::known_outcome(&call.attempt)) else {
        return Ok(false);
    };
    match core.log.finish(waiting.id, record, at).await {
        Ok(_) => Ok(true),
        Err(problem) if problem.code == ProblemCode::Internal => {
            Err(Problem::new(ProblemCode::LogUnwritable))
        }
        Err(problem) => Err(problem),
    }
}

/// Gives an attempt up: after that no request of it leaves. Where one has left already, its answer tells.
///
/// # Errors
/// `attempt_missing`.
pub(crate) async fn cancel(core: &Arc<Core>, id: AttemptId) -> Result<(), Problem> {
    if core.live.cancel(id) {
        return Ok(());
    }
    core.log.get(id).await.map(drop)
}

async fn chosen_agent(
    core: &Core,
    request: &PlaceRequest,
    profile: &Profile,
) -> Result<AgentSeen, Problem> {
    if request.agent_id.is_empty() {
        return Err(Problem::new(ProblemCode::AgentMissing));
    }
    agents::allowed(profile, &request.agent_id)?;
    let seen = core.log.agents_seen();
    seen.get(&request.profile_id, &request.agent_id)
        .await?
        .ok_or_else(|| Problem::new(ProblemCode::AgentMissing))
}

/// The number that was typed, if it is the one that was shown and the person wants it dialled.
fn shown_number(request: &PlaceRequest, profile: &Profile) -> Result<Dialled, Problem> {
    let country = Country::parse(&request.country).unwrap_or(Country::US);
    let reading = number::read(&request.typed, country, &profile.dialled_extensions())?;
    let dialled = reading.dialled();
    if dialled.as_str() != request.e164 {
        return Err(Problem::new(ProblemCode::NumberChanged));
    }
    match reading.warning() {
        Some(warning) if !request.confirmed => Err(warning),
        _ => Ok(dialled),
    }
}

fn intent_of(
    core: &Core,
    request: &PlaceRequest,
    profile: &Profile,
    agent: &AgentSeen,
    number: Dialled,
) -> Result<Intent, Problem> {
    // What the dialect cannot send was not asked for, and the history must not say so.
    let sends_options = crate::connection::dialect_of(profile.dialect).call_options();
    Ok(Intent {
        id: request.id,
        profile_id: profile.id.clone(),
        placed_by: core.placed_by.clone(),
        version: core.version.clone(),
        via: request.via,
        typed: request.typed.clone(),
        number,
        agent_id: agent.id.clone(),
        agent_name: agent.name.clone(),
        options: match sends_options {
            true => options::valid(request.options.clone())?,
            false => CallOptions::default(),
        },
        at: core.clock.now(),
        again: request.again.clone(),
    })
}
