//! Ends calls. Ending one twice is the same as ending it once, so these requests are sent again where that can help.

use http::Method;
use serde_json::json;

use super::read::{Manner, Try};
use super::{Client, is_id, or_not_found};
use crate::answer::Answer;
use crate::dialect::ApiRequest;
use crate::{Error, ErrorKind, Operation};

/// What came of asking to end a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HungUp {
    /// The server accepted it; the call ends in a moment. Also where it was over when the request was sent again: the
    /// try whose answer was lost has ended it.
    Accepted,
    /// There was nothing left to end.
    AlreadyOver,
}

/// Codes that say that there is nothing left to end.
const ALREADY_OVER: &[&str] = &[
    "conversation.error.call.disconnected",
    "conversation.error.participant.no.active.conversations",
    "conversation.error.conversation.not.found",
];

impl Client {
    /// Hangs up a leg on behalf of its agent
    /// (`PATCH /api/v2/conversations/calls/{conversationId}/participants/{participantId}/user/{userId}`; with the token of
    /// a user, whose leg it must be, the same without `/user/{userId}`).
    ///
    /// It is idempotent, so it is sent again after a lost answer, a 5xx or a 429, within [`super::Timeouts::read_total`],
    /// and it never holds back for a rate limit that others used up.
    ///
    /// # Errors
    /// [`crate::ErrorFacts::denied`] where these credentials may not, [`ErrorKind::NotFound`] where the server does not
    /// know the leg (or this request). [`crate::ErrorFacts::acted`] says whether the call can have been ended all the
    /// same.
    pub async fn hang_up(
        &self,
        conversation_id: &str,
        participant_id: &str,
        user_id: &str,
    ) -> Result<HungUp, Error> {
        let mut path = vec![
            "api",
            "v2",
            "conversations",
            "calls",
            conversation_id,
            "participants",
            participant_id,
        ];
        if !self.inner.tokens.are_of_a_user() {
            path.extend(["user", user_id]);
        }
        let ids = [conversation_id, participant_id, user_id];
        let body = json!({ "state": "disconnected" });
        let request = ApiRequest::new(Method::PATCH, &path, Some(body));
        self.end(Operation::HangUp, &ids, &request).await
    }

    /// Ends a whole conversation, all its legs (`POST /api/v2/conversations/{conversationId}/disconnect`). Genesys
    /// means it for calls that cannot be ended otherwise. As [`Client::hang_up`], it is idempotent and sent again.
    ///
    /// # Errors
    /// As [`Client::hang_up`].
    pub async fn disconnect(&self, conversation_id: &str) -> Result<HungUp, Error> {
        let path = ["api", "v2", "conversations", conversation_id, "disconnect"];
        let request = ApiRequest::new(Method::POST, &path, None);
        self.end(Operation::Disconnect, &[conversation_id], &request)
            .await
    }

    async fn end(
        &self,
        operation: Operation,
        ids: &[&str],
        request: &ApiRequest,
    ) -> Result<HungUp, Error> {
        if !ids.iter().all(|id| is_id(id)) {
            return Err(Error::new(operation, ErrorKind::InvalidInput));
        }
        let understand = |answer: &Answer, this: &Try<'_>| match answer.success(operation, this.now)
        {
            Ok(()) => Ok(HungUp::Accepted),
            Err(error) if is_already_over(&error) && this.acted_on => Ok(HungUp::Accepted),
            Err(error) if is_already_over(&error) => Ok(HungUp::AlreadyOver),
            Err(error) => Err(error),
        };
        let ended = self
            .inner
            .ask(operation, request, Manner::Urgent, understand);
        ended.await.map_err(or_not_found)
    }
}

fn is_already_over(error: &Error) -> bool {
    let code = error.code.as_deref().unwrap_or_default();
    matches!(error.status, Some(400 | 404 | 409)) && ALREADY_OVER.contains(&code)
}
