//! The queues an agent can call from.

use std::collections::BTreeSet;

use super::{Client, is_id, or_not_found};
use crate::dialect::ApiRequest;
use crate::queue::{PAGE, Queue, QueuePage};
use crate::{Error, ErrorKind, Operation};

/// The most pages of queues that are read.
const MOST_PAGES: usize = 10;

impl Client {
    /// Reads the queues that an agent has joined (`GET /api/v2/users/{id}/queues?joined=true`; with the token of a user,
    /// whose queues they must be, `GET /api/v2/routing/queues/me?joined=true`), a thousand at most.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where there is no such user; where a permission is missing,
    /// [`crate::ErrorFacts::denied`] says so.
    pub async fn queues_of(&self, agent_id: &str) -> Result<Vec<Queue>, Error> {
        let operation = Operation::Queues;
        if !is_id(agent_id) {
            return Err(Error::new(operation, ErrorKind::InvalidInput));
        }
        let path: &[&str] = if self.inner.tokens.are_of_a_user() {
            &["api", "v2", "routing", "queues", "me"]
        } else {
            &["api", "v2", "users", agent_id, "queues"]
        };
        let mut request = ApiRequest::get(path);
        let mut queues = Vec::new();
        let mut known = BTreeSet::new();
        for page in 1..=MOST_PAGES {
            if page > 1 {
                self.inner.count_extra();
            }
            request.query = vec![
                ("joined", "true".to_owned()),
                ("pageSize", PAGE.to_string()),
                ("pageNumber", page.to_string()),
            ];
            let body = self.inner.read(operation, &request).await;
            let page = QueuePage::read(&body.map_err(or_not_found)?, page)
                .map_err(|kind| Error::new(operation, kind))?;
            // A queue that is joined while pages are read moves the others onto the next page.
            let new = page.queues.into_iter();
            queues.extend(new.filter(|queue| known.insert(queue.id.clone())));
            if !page.more {
                break;
            }
        }
        Ok(queues)
    }
}
