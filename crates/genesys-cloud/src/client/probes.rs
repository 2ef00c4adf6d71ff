//! What these credentials may do, asked without doing it. Nothing here places a call or leaves anything behind.

use serde_json::{Value, json};

use super::Client;
use super::read::{Manner, Try};
use crate::answer::Answer;
use crate::dialect::ApiRequest;
use crate::json::items;
use crate::{Dialect, Error, ErrorKind, Operation, StationState};

/// A user that does not exist.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";
/// The permission that `POST /api/v2/conversations/calls` documents.
const PLACES_OWN_CALLS: &[&str] = &["conversation:conference:add"];

/// Whether something is allowed; a refusal is an error, whose [`crate::ErrorFacts::denied`] says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Allowed {
    /// It is.
    Yes,
    /// It cannot be told without doing it.
    Unknown,
}

impl Client {
    /// Whether agents can be searched: searches for one that does not exist (`POST /api/v2/users/search`, or
    /// `GET /api/v2/users` in the tutorial dialects).
    ///
    /// # Errors
    /// Where it is refused, and those of every read.
    pub async fn may_search(&self) -> Result<Allowed, Error> {
        let dialect = self.inner.config.dialect;
        let request = dialect.find_by_email("nobody@ringfor.invalid");
        let body = self.inner.read(Operation::LookUp, &request).await?;
        if body.is_object() {
            Ok(Allowed::Yes)
        } else {
            Err(Error::new(Operation::LookUp, ErrorKind::Unreadable))
        }
    }

    /// Whether an agent's phone can be read (`GET /api/v2/users/{id}?expand=station`). The published API needs no
    /// permission for it; a server that leaves the phone out has not said why.
    ///
    /// # Errors
    /// As [`Client::agent`].
    pub async fn may_read_station(&self, agent_id: &str) -> Result<Allowed, Error> {
        Ok(match self.agent(agent_id).await?.station {
            StationState::Unknown => Allowed::Unknown,
            StationState::Missing | StationState::Effective(_) => Allowed::Yes,
        })
    }

    /// Whether news of calls can be had (`GET /api/v2/notifications/channels`, which needs the same scope as making a
    /// channel and makes none).
    ///
    /// # Errors
    /// Where it is refused, and those of every read.
    pub async fn may_be_notified(&self) -> Result<Allowed, Error> {
        let path = ["api", "v2", "notifications", "channels"];
        let request = ApiRequest::get(&path);
        self.inner.read(Operation::Channels, &request).await?;
        Ok(Allowed::Yes)
    }

    /// Whether calls can be placed.
    ///
    /// No read of the API tells it. Asked is for a call that cannot be: to no number at all, and on behalf of a user
    /// that does not exist (`POST /api/v2/conversations/calls/user/{nobody}` with `{}`). Whoever lacks the permission
    /// gets a 403; that something is missing is the answer for everybody else.
    ///
    /// For a user the server may tell the permissions (`GET /api/v2/users/me?expand=authorization`), else it is
    /// [`Allowed::Unknown`]; so it is in the tutorial dialects, which do not say what they would answer.
    ///
    /// # Errors
    /// Where it is refused, and those of every request that is sent once.
    pub async fn may_place(&self) -> Result<Allowed, Error> {
        if self.dialect() != Dialect::Platform {
            return Ok(Allowed::Unknown);
        }
        if self.inner.tokens.are_of_a_user() {
            return self.may_place_as_user().await;
        }
        let operation = Operation::PlaceCall;
        let path = ["api", "v2", "conversations", "calls", "user", NOBODY];
        let request = ApiRequest::post(&path, json!({}));
        let understand = |answer: &Answer, this: &Try<'_>| {
            match answer.json(operation, this.now) {
                // Nobody answers so to what asks for nothing.
                Ok(_) => Ok(Allowed::Unknown),
                Err(error) if is_about_the_request(&error) => Ok(Allowed::Yes),
                Err(error) => Err(error),
            }
        };
        self.inner
            .ask(operation, &request, Manner::Once, understand)
            .await
    }
    async fn may_place_as_user(&self) -> Result<Allowed, Error> {
        let mut request = ApiRequest::get(&["api", "v2", "users", "me"]);
        request.query = vec![("expand", "authorization".to_owned())];
        let body = self.inner.read(Operation::LookUp, &request).await?;
        let permissions = body.get("authorization");
        let permissions = permissions.map_or(&[][..], |own| items(own, "permissions"));
        let mut permissions = permissions.iter().filter_map(Value::as_str);
        // One that is not told may still be there by another name.
        Ok(if permissions.any(|one| PLACES_OWN_CALLS.contains(&one)) {
            Allowed::Yes
        } else {
            Allowed::Unknown
        })
    }
}

/// Whether the server looked at what was asked, and found that it cannot be done.
fn is_about_the_request(error: &Error) -> bool {
    matches!(error.status, Some(400 | 404 | 409)) && error.denied().is_none()
}
