//! Taking over the `.env` file of a tutorial: it becomes a profile, its secret goes to the keyring, and the
//! file itself is left as it is.

mod file;
mod keys;

use std::path::Path;
use std::sync::Arc;

use genesys_cloud::Region;

use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::view::{
    AgentView, CallOptions, Colour, DialectName, ImportView, ProfileForm, ProfileView, SignIn,
};
use crate::{agents, connect};

use keys::Keys;

/// Makes a profile of a `.env` file and takes it into use. One in the same place is used again. Then the agent
/// is looked up; that this fails is told beside the profile.
///
/// # Errors
/// The `import_…` problems, those of the keyring and of the log; then nothing is changed.
pub(crate) async fn import_env(core: &Arc<Core>, path: &Path) -> Result<ImportView, Problem> {
    let shown = path.display().to_string();
    let keys = {
        let path = path.to_owned();
        tokio::task::spawn_blocking(move || Keys::read(&file::contents(&path)?))
            .await
            .unwrap_or_else(|_| Err(Problem::new(ProblemCode::Internal)))
    };
    let keys = keys.map_err(|problem| problem.with("path", &shown))?;
    let Keys {
        client_id,
        client_secret,
        region,
        agent_email,
        number,
    } = keys;
    let form = form_for(core, region, &client_id).await?;
    let saved = connect::save(core, form, Some(client_secret), true).await?;
    let profile = in_use(core, saved).await?;
    let (agent, agent_problem) = match &agent_email {
        None => (None, None),
        Some(email) => match find(core, email).await {
            Ok(agent) => (Some(agent), None),
            Err(problem) => (None, Some(problem)),
        },
    };
    Ok(ImportView {
        path: shown,
        profile,
        agent_email,
        agent,
        agent_problem,
        number,
    })
}

/// The form that a person would fill in: of the profile in this place, else of a new one. The tutorials' shapes do not
/// exist in the published API, so a new one speaks that.
async fn form_for(core: &Core, region: Region, client_id: &str) -> Result<ProfileForm, Problem> {
    let profiles = core.log.profiles().list().await?;
    let known = profiles.into_iter().find(|profile| {
        profile.region.as_deref() == Some(region.domain())
            && profile.hosts.is_none()
            && profile.client_id == client_id
            && profile.sign_in == SignIn::Client
    });
    let new = ProfileForm {
        id: None,
        name: String::new(),
        region: Some(region.domain().to_owned()),
        api_url: None,
        login_url: None,
        client_id: client_id.to_owned(),
        dialect: DialectName::Platform,
        this_run_only: false,
        sign_in: SignIn::Client,
        colour: Colour::default(),
        options: CallOptions::default(),
    };
    Ok(match known {
        None => new,
        Some(known) => form_of(core, known, new),
    })
}

fn form_of(core: &Core, known: Profile, new: ProfileForm) -> ProfileForm {
    ProfileForm {
        // Somebody has chosen so, because the keyring was of no use.
        this_run_only: core.vault.only_for_this_run(&known.id),
        id: Some(known.id),
        name: known.name,
        dialect: known.dialect,
        colour: known.colour,
        options: known.options,
        ..new
    }
}

async fn in_use(core: &Core, saved: ProfileView) -> Result<ProfileView, Problem> {
    match saved.active {
        true => Ok(saved),
        false => connect::use_profile(core, &saved.id).await,
    }
}

/// The agent with this e-mail, chosen.
async fn find(core: &Arc<Core>, email: &str) -> Result<AgentView, Problem> {
    let found = agents::find(core, email).await?;
    let same = |agent: &&AgentView| agent.email.eq_ignore_ascii_case(email);
    let Some(agent) = found.iter().find(same) else {
        return Err(Problem::new(ProblemCode::AgentNotFound).with("email", email));
    };
    agents::choose(core, &agent.id).await
}
