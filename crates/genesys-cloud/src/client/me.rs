//! Whose token it is, what is known of it, and its end.

use http::Method;

use super::read::{Manner, Try};
use super::{Client, Inner};
use crate::answer::Answer;
use crate::dialect::{ApiRequest, READINESS};
use crate::{Agent, Error, ErrorKind, Operation, TokenFacts, agent};

impl Client {
    /// Reads the signed-in user, as [`Client::agent`] reads an agent (`GET /api/v2/users/me?expand=…`). Needs the token
    /// of a user.
    ///
    /// # Errors
    /// With the token of a client, [`crate::ErrorFacts::denied`] is [`crate::Denied::UserNeeded`].
    pub async fn me(&self) -> Result<Agent, Error> {
        self.inner.me().await
    }

    /// Reads what is known of the token, without putting off its end
    /// (`GET /api/v2/tokens/me?preserveIdleTTL=true`).
    ///
    /// # Errors
    /// Those of a read, with [`Operation::TokenFacts`].
    pub async fn token_facts(&self) -> Result<TokenFacts, Error> {
        let operation = Operation::TokenFacts;
        let mut request = ApiRequest::get(&["api", "v2", "tokens", "me"]);
        request.query = vec![("preserveIdleTTL", "true".to_owned())];
        let body = self.inner.read(operation, &request).await?;
        TokenFacts::read(&body).map_err(|kind| Error::new(operation, kind))
    }

    /// Ends the token at the server (`DELETE /api/v2/tokens/me`). Also fine where there was nothing left to end. What is
    /// kept of it stays.
    ///
    /// # Errors
    /// Where the server may still take the token.
    pub async fn end_token(&self) -> Result<(), Error> {
        let operation = Operation::EndToken;
        let request = ApiRequest::new(Method::DELETE, &["api", "v2", "tokens", "me"], None);
        let understand = |answer: &Answer, this: &Try<'_>| {
            answer.success(operation, this.now)?;
            self.inner.tokens.ended(this.token);
            Ok(())
        };
        let ended = self
            .inner
            .ask(operation, &request, Manner::Urgent, understand);
        match ended.await {
            Err(error) if error.kind == ErrorKind::SignedOut => Ok(()),
            ended => ended,
        }
    }
}

impl Inner {
    /// Reads the signed-in user, and remembers that the token is that user's.
    pub(super) async fn me(&self) -> Result<Agent, Error> {
        let operation = Operation::LookUp;
        let mut request = ApiRequest::get(&["api", "v2", "users", "me"]);
        request.query = vec![("expand", READINESS.join(","))];
        let understand = |answer: &Answer, this: &Try<'_>| {
            let body = answer.json(operation, this.now)?;
            let agent = agent::own(&body).map_err(|kind| answer.unusable(operation, kind))?;
            let owner = this.token.owner().get_or_init(|| agent.id.clone());
            if *owner == agent.id {
                Ok(agent)
            } else {
                Err(answer.unusable(operation, ErrorKind::Mismatch))
            }
        };
        self.ask(operation, &request, Manner::Repeatable, understand)
            .await
    }
}
