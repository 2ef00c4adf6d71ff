//! Pages of interactions in Genesys Cloud's own user interface.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use genesys_cloud::Region;

use crate::log::{Attempt, CallLog};

/// The region of each profile that was asked for: explicit hosts and the sandbox have no such page.
#[derive(Default)]
pub(crate) struct Links {
    regions: Mutex<HashMap<String, Option<Region>>>,
}

impl Links {
    /// Makes sure that the region of a profile is known, also of a removed one.
    pub(crate) async fn learn(&self, log: &CallLog, profile_id: &str) {
        if self.lock().contains_key(profile_id) {
            return;
        }
        // Without the profile there is no link; that is no reason to fail.
        if let Ok(profile) = log.profiles().get_even_removed(profile_id).await {
            let region = match profile.hosts {
                Some(_) => None,
                None => profile.region.as_deref().and_then(Region::find),
            };
            self.lock().insert(profile.id, region);
        }
    }

    /// A profile has changed.
    pub(crate) fn forget(&self, profile_id: &str) {
        self.lock().remove(profile_id);
    }

    /// The page of an attempt.
    pub(crate) fn of(&self, attempt: &Attempt) -> Option<String> {
        let conversation_id = attempt.conversation_id.as_deref()?;
        let region = self.lock().get(&attempt.profile_id).copied().flatten()?;
        region.interaction_url(conversation_id).map(String::from)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Option<Region>>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.regions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
