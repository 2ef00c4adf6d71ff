//! What was called, what was noted about it, and whom people call.

use super::Dialer;
use crate::attempt::AttemptId;
use crate::log::HistorySearch;
use crate::problem::Problem;
use crate::view::{
    AttemptDetails, AttemptView, ContactForm, ContactView, HistoryPage, HistoryQuery,
};
use crate::{contacts, note, present};

impl Dialer {
    /// A page of the history, newest first.
    ///
    /// # Errors
    /// Those of the log.
    pub async fn history(&self, query: HistoryQuery) -> Result<HistoryPage, Problem> {
        let search = HistorySearch {
            text: query.search,
            outcome: query.outcome,
            before: query.before,
            limit: query.limit,
        };
        let page = self.core.log.history(search).await?;
        let mut rows = Vec::with_capacity(page.attempts.len());
        for attempt in page.attempts {
            rows.push(self.core.view(attempt).await);
        }
        Ok(HistoryPage {
            rows,
            next: page.next,
        })
    }

    /// One attempt with its timeline.
    ///
    /// # Errors
    /// `attempt_missing`, and those of the log.
    pub async fn attempt(&self, id: AttemptId) -> Result<AttemptDetails, Problem> {
        let attempt = self.core.log.get(id).await?;
        let states = self.core.log.states(id).await?;
        Ok(AttemptDetails {
            attempt: self.core.view(attempt).await,
            states: states.into_iter().map(present::state_view).collect(),
        })
    }

    /// Writes a note on an attempt; an empty one removes it.
    ///
    /// # Errors
    /// `note_too_long`, `attempt_missing`, and those of the log.
    pub async fn set_note(&self, id: AttemptId, note: &str) -> Result<AttemptView, Problem> {
        note::set(&self.core, id, note).await
    }

    /// All contacts, by name. They are the same for every connection.
    ///
    /// # Errors
    /// Those of the log.
    pub async fn contacts(&self) -> Result<Vec<ContactView>, Problem> {
        contacts::list(&self.core).await
    }

    /// Makes or changes a contact.
    ///
    /// # Errors
    /// The `contact_…` problems, those of a number that cannot be read, and those of the log.
    pub async fn save_contact(&self, form: ContactForm) -> Result<ContactView, Problem> {
        contacts::save(&self.core, form).await
    }

    /// Removes a contact; one that is not there is removed already.
    ///
    /// # Errors
    /// Those of the log.
    pub async fn remove_contact(&self, id: &str) -> Result<(), Problem> {
        contacts::remove(&self.core, id).await
    }

    /// The page of an attempt in Genesys Cloud; none before it is placed, with explicit hosts and
    /// in the sandbox.
    ///
    /// # Errors
    /// `attempt_missing`, and those of the log.
    pub async fn interaction_url(&self, id: AttemptId) -> Result<Option<String>, Problem> {
        let attempt = self.core.log.get(id).await?;
        Ok(self.core.view(attempt).await.interaction_url)
    }
}
