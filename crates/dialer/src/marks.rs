//! What the history tells of the profile of an attempt: its name and colour, and the pages of its
//! interactions in Genesys Cloud's own user interface.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use genesys_cloud::Region;

use crate::log::{Attempt, CallLog};
use crate::view::ProfileMark;

/// What is known of each profile that was asked for, removed ones included.
#[derive(Default)]
pub(crate) struct Marks {
    known: Mutex<HashMap<String, Known>>,
}

struct Known {
    mark: ProfileMark,
    /// Explicit hosts and the sandbox have no pages.
    region: Option<Region>,
}

impl Marks {
    /// Makes sure that a profile is known, also a removed one.
    pub(crate) async fn learn(&self, log: &CallLog, profile_id: &str) {
        if self.lock().contains_key(profile_id) {
            return;
        }
        // Without the profile there is neither mark nor link; that is no reason to fail.
        if let Ok(profile) = log.profiles().get_even_removed(profile_id).await {
            let region = match profile.hosts {
                Some(_) => None,
                None => profile.region.as_deref().and_then(Region::find),
            };
            let mark = ProfileMark {
                name: profile.name,
                colour: profile.colour,
                sandbox: profile.sandbox,
            };
            self.lock().insert(profile.id, Known { mark, region });
        }
    }

    /// A profile has changed.
    pub(crate) fn forget(&self, profile_id: &str) {
        self.lock().remove(profile_id);
    }

    /// Any profile may have changed.
    pub(crate) fn forget_all(&self) {
        self.lock().clear();
    }

    /// How the profile of an attempt is told apart.
    pub(crate) fn mark(&self, attempt: &Attempt) -> Option<ProfileMark> {
        let known = self.lock();
        known
            .get(&attempt.profile_id)
            .map(|known| known.mark.clone())
    }

    /// The page of an attempt.
    pub(crate) fn link(&self, attempt: &Attempt) -> Option<String> {
        let conversation_id = attempt.conversation_id.as_deref()?;
        let region = self.lock().get(&attempt.profile_id)?.region?;
        region.interaction_url(conversation_id).map(String::from)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
