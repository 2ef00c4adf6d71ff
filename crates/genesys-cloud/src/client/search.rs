//! Looks for calls whose conversation id is not known. All of it only reads.

use std::collections::BTreeSet;

use super::{Client, is_id};
use crate::dialect::ApiRequest;
use crate::search::{self, Interval, Search};
use crate::{CallSnapshot, Error, ErrorKind, Operation};

/// The most pages that are read of one search.
const MOST_PAGES: usize = 8;

impl Client {
    /// Reads the calls that the token's own user is on (`GET /api/v2/conversations/calls`). Needs the token of a user.
    ///
    /// # Errors
    /// With the token of a client, [`crate::ErrorFacts::denied`] is [`crate::Denied::UserNeeded`].
    pub async fn active_calls(&self) -> Result<Vec<CallSnapshot>, Error> {
        let operation = Operation::ActiveCalls;
        let request = ApiRequest::get(&["api", "v2", "conversations", "calls"]);
        let body = self.inner.read(operation, &request).await?;
        let entities =
            search::list(&body, "entities").map_err(|kind| Error::new(operation, kind))?;
        Ok(entities
            .iter()
            .filter_map(CallSnapshot::read_any)
            .filter(|call| call.id.is_some())
            .collect())
    }

    /// Searches the outbound calls of an agent that began within `around`, those still on included
    /// (`POST /api/v2/analytics/conversations/details/query`). How long a call takes to be found is not documented.
    ///
    /// # Errors
    /// Where a permission is missing, [`crate::ErrorFacts::denied`] is [`crate::Denied::Permission`].
    pub async fn analytics_calls(&self, agent_id: &str, around: Interval) -> Result<Search, Error> {
        let operation = Operation::CallDetails;
        if !is_id(agent_id) || around.from >= around.until {
            return Err(Error::new(operation, ErrorKind::InvalidInput));
        }
        let path = [
            "api",
            "v2",
            "analytics",
            "conversations",
            "details",
            "query",
        ];
        let mut found = Search::default();
        let mut known = BTreeSet::new();
        for page in 1..=MOST_PAGES {
            if page > 1 {
                self.inner.count_extra();
            }
            let request = ApiRequest::post(&path, search::details_query(agent_id, &around, page));
            let body = self.inner.read(operation, &request).await?;
            let page = search::read_details(&body, agent_id, &around)
                .map_err(|kind| Error::new(operation, kind))?;
            // A call that begins while pages are read moves the others onto the next page.
            let new = page.calls.into_iter();
            found
                .calls
                .extend(new.filter(|call| known.insert(call.conversation_id.clone())));
            if !page.more {
                found.complete = true;
                break;
            }
        }
        Ok(found)
    }

    /// Searches the outbound calls that an agent is on now (`POST /api/v2/analytics/conversations/activity/query`).
    /// Calls that belong to no queue may be missing.
    ///
    /// # Errors
    /// As [`Client::analytics_calls`].
    pub async fn analytics_activity(&self, agent_id: &str) -> Result<Search, Error> {
        let operation = Operation::CallActivity;
        if !is_id(agent_id) {
            return Err(Error::new(operation, ErrorKind::InvalidInput));
        }
        let path = [
            "api",
            "v2",
            "analytics",
            "conversations",
            "activity",
            "query",
        ];
        let request = ApiRequest::post(&path, search::activity_query(agent_id));
        let body = self.inner.read(operation, &request).await?;
        search::read_activity(&body, agent_id).map_err(|kind| Error::new(operation, kind))
    }
}
