//! Notices what other processes do: the command line writes to the same database, and ends.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use crate::attempt::AttemptId;
use crate::core::Core;
use crate::log::Attempt;
use crate::problem::Problem;
use crate::profile::Profile;
use crate::view::Event;
use crate::{connect, feed, network, recovery};

/// How often it is looked. Looking is reading one number that SQLite keeps.
const EVERY: Duration = Duration::from_secs(1);

/// What was seen last.
pub(crate) struct Seen {
    version: i64,
    profiles: Vec<Profile>,
    /// Attempts of other living processes that are not over.
    theirs: HashMap<AttemptId, Attempt>,
}

impl Seen {
    /// What is there now: what comes later is news.
    ///
    /// # Errors
    /// Those of the log.
    pub(crate) async fn now(core: &Core) -> Result<Self, Problem> {
        Ok(Self {
            version: core.log.version_elsewhere().await?,
            profiles: comparable(core).await?,
            theirs: theirs(core).await?,
        })
    }
}

/// Looks until the program closes.
pub(crate) async fn watch(core: &Arc<Core>, mut seen: Seen) {
    loop {
        tokio::select! {
            () = core.closing.cancelled() => return,
            () = core.clock.sleep(EVERY) => {}
        }
        // What could not be read now is read the next time.
        if let Err(problem) = look(core, &mut seen).await {
            tracing::debug!(
                code = problem.code.as_str(),
                "what other processes do is not known"
            );
        }
    }
}

async fn look(core: &Arc<Core>, seen: &mut Seen) -> Result<(), Problem> {
    let version = core.log.version_elsewhere().await?;
    let changed = version != seen.version;
    // An owner that ends writes nothing.
    if !changed && seen.theirs.is_empty() {
        return Ok(());
    }
    recovery::recover(core).await?;
    tell_of_theirs(core, seen).await?;
    if changed {
        look_at_profiles(core, seen).await?;
        network::look_again(core).await?;
        core.host.emit(Event::History);
        seen.version = version;
    }
    Ok(())
}

/// Tells of attempts of other processes that have changed, are over, or are looked after here now.
async fn tell_of_theirs(core: &Arc<Core>, seen: &mut Seen) -> Result<(), Problem> {
    let now = theirs(core).await?;
    for (id, attempt) in &now {
        if seen.theirs.get(id) != Some(attempt) {
            core.emit(attempt.clone()).await;
        }
    }
    let before = std::mem::replace(&mut seen.theirs, now);
    for id in before.into_keys() {
        if !seen.theirs.contains_key(&id) {
            core.emit(core.log.get(id).await?).await;
        }
    }
    Ok(())
}

async fn theirs(core: &Core) -> Result<HashMap<AttemptId, Attempt>, Problem> {
    let mut attempts = core.log.pending().await?;
    attempts.extend(core.log.unended().await?);
    let since = core.clock.now().saturating_sub(recovery::SEARCHED_BACK);
    if let Ok(since) = since {
        attempts.extend(core.log.unsettled(since).await?);
    }
    attempts.retain(|attempt| {
        attempt.owner != core.log.owner()
            && core.live.get(attempt.id).is_none()
            && core.data_dir.owner_alive(&attempt.owner)
    });
    let by_id = attempts.into_iter().map(|attempt| (attempt.id, attempt));
    Ok(by_id.collect())
}

async fn look_at_profiles(core: &Arc<Core>, seen: &mut Seen) -> Result<(), Problem> {
    let now = comparable(core).await?;
    if now == seen.profiles {
        return Ok(());
    }
    let before = std::mem::replace(&mut seen.profiles, now);
    core.marks.forget_all();
    let listed = core.log.profiles().list().await?;
    for gone in &before {
        if !listed.iter().any(|profile| profile.id == gone.id) {
            connect::gone_elsewhere(core, gone).await;
        }
    }
    for profile in &listed {
        let was = before.iter().find(|before| before.id == profile.id);
        if was.is_some_and(|was| !crate::connection::leads_to_the_same(was, profile)) {
            // Who still wants to hear of its calls listens anew, with the client that it has now.
            core.feeds.forget(&profile.id);
        }
    }
    match core.find_active_profile().await? {
        Some(in_use) => feed::show(core, &in_use.id),
        None => feed::show_none(core),
    }
    core.host.emit(Event::Profiles);
    Ok(())
}

/// The profiles, without what is no change of them: another agent was chosen.
async fn comparable(core: &Core) -> Result<Vec<Profile>, Problem> {
    let mut profiles = core.log.profiles().list().await?;
    for profile in &mut profiles {
        profile.last_agent_id = None;
    }
    Ok(profiles)
}
