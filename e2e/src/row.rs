//! A row of the history, as the page shows it.

use serde::Deserialize;

/// What a `history-row` says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// `data-outcome`.
    pub outcome: String,
    /// `data-end-reason`; empty while there is none.
    pub end_reason: String,
    /// `data-settling`: how far the look-up of an unknown outcome is; empty where there was none.
    pub settling: String,
    /// `data-number`.
    pub number: String,
    /// `data-conversation-id`; empty where there is none.
    pub conversation_id: String,
    /// Everything a person reads in it.
    pub text: String,
}
