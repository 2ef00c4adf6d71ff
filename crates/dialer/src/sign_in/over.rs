//! What follows when a sign-in is over by itself.

use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::host::Host;
use crate::log::CallLog;
use crate::problem::{Problem, ProblemCode};
use crate::secret::SignInOver;
use crate::view::Event;

/// Writes down that nobody is signed in, and tells the person once.
pub(crate) struct Over {
    pub(crate) log: CallLog,
    pub(crate) host: Arc<dyn Host>,
}

impl SignInOver for Over {
    fn over<'a>(&'a self, profile_id: &'a str) -> BoxFuture<'a, ()> {
        async move {
            if let Err(problem) = self.log.profiles().set_user(profile_id, None).await {
                // The next question of a token finds nothing and says the same.
                let code = problem.code.as_str();
                tracing::warn!(code, "it was not written down that a sign-in is over");
            }
            tracing::info!("a sign-in is over");
            let problem = Problem::new(ProblemCode::SignedOut).with("profile", profile_id);
            self.host.emit(Event::Notice { problem });
            self.host.emit(Event::Profiles);
        }
        .boxed()
    }
}
