//! *Check connection*: a token and a look-up. It places no call.

use std::collections::BTreeMap;

use genesys_cloud::ErrorKind;

use crate::core::Core;
use crate::problem::Problem;
use crate::trouble::{About, problem_of};
use crate::view::{CheckName, CheckState, CheckStep};

/// Nobody has this e-mail: the top-level domain is reserved for that.
const NOBODY: &str = "connection-check@ringfor.invalid";

/// Runs the steps until one fails.
///
/// # Errors
/// `profile_missing`. What is wrong with the connection is in the steps.
pub(crate) async fn check(core: &Core, profile_id: &str) -> Result<Vec<CheckStep>, Problem> {
    let profile = core.log.profiles().get(profile_id).await?;
    // The secret may have been changed in the keyring by somebody else.
    core.connections.forget(&profile.id);
    let client = match core.connections.client(&profile).await {
        Ok(client) => client,
        Err(problem) => return Ok(vec![step(CheckName::Token, Some(problem))]),
    };
    let about = About {
        dialect: client.dialect(),
        email: Some(NOBODY.to_owned()),
        ..About::default()
    };
    if let Err(error) = client.check_token().await {
        return Ok(vec![step(
            CheckName::Token,
            Some(problem_of(&error, &about)),
        )]);
    }
    // A server that answers the question for nobody with somebody would name a wrong agent, too.
    let look_up = match client.agent_by_email(NOBODY).await {
        Ok(_) => None,
        Err(error) if error.kind == ErrorKind::NotFound && error.status != Some(404) => None,
        Err(error) => Some(problem_of(&error, &about)),
    };
    Ok(vec![
        step(CheckName::Token, None),
        step(CheckName::SearchUsers, look_up),
    ])
}

fn step(name: CheckName, problem: Option<Problem>) -> CheckStep {
    CheckStep {
        name,
        state: match problem {
            None => CheckState::Passed,
            Some(_) => CheckState::Failed,
        },
        problem,
        facts: BTreeMap::new(),
    }
}
