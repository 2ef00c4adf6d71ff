//! Queues an agent can call from.

use serde_json::Value;

use crate::ErrorKind;
use crate::answer::shortened;
use crate::id::plain_id;
use crate::json::text;
use crate::search::list;

/// How many queues are asked for at once.
pub(crate) const PAGE: usize = 100;

/// A queue that an agent has joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    /// Queue id.
    pub id: String,
    /// Name; empty where the server does not tell it.
    pub name: String,
    /// Name shown to the far end of calls from this queue.
    pub calling_party_name: Option<String>,
    /// Number shown to the far end of calls from this queue.
    pub calling_party_number: Option<String>,
}

/// One page of queues.
#[derive(Debug)]
pub(crate) struct QueuePage {
    pub(crate) queues: Vec<Queue>,
    pub(crate) more: bool,
}

impl QueuePage {
    /// Reads page number `page`.
    pub(crate) fn read(body: &Value, page: usize) -> Result<Self, ErrorKind> {
        let entities = list(body, "entities")?;
        let pages = body.get("pageCount").and_then(Value::as_u64);
        Ok(Self {
            queues: entities.iter().filter_map(Queue::read).collect(),
            // The server may give fewer at once than were asked for.
            more: !entities.is_empty()
                && pages.map_or(entities.len() >= PAGE, |pages| (page as u64) < pages),
        })
    }
}

impl Queue {
    /// Reads a queue; none where it has no plain id, or where the agent has not joined it.
    fn read(value: &Value) -> Option<Self> {
        if value.get("joined").and_then(Value::as_bool) == Some(false) {
            return None;
        }
        let read = |key| text(value, key).and_then(shortened);
        Some(Self {
            id: plain_id(value, "id")?,
            name: read("name").unwrap_or_default(),
            calling_party_name: read("callingPartyName"),
            calling_party_number: read("callingPartyNumber"),
        })
    }
}
