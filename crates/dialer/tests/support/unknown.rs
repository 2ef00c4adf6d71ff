//! Attempts whose outcome is unknown, and how their look-up ends.

use dialer::attempt::AttemptId;
use dialer::view::{AttemptView, DialectName, SettlingState};
use genesys_sandbox::{Config, Fault};

use super::{Ready, World, until};

/// The call is created, and the answer lost.
pub(crate) const LOST: &str = "+1 202 555 0107";

pub(crate) fn no_analytics() -> Vec<String> {
    [
        "analytics:conversationDetail:view",
        "analytics:agentConversationDetail:view",
        "analytics:queueObservation:view",
    ]
    .map(str::to_owned)
    .into()
}

pub(crate) async fn deaf(config: Config, dialect: DialectName) -> Ready {
    let world = World::new(config);
    world.faults("TOPIC *", 10_000, Fault::RejectTopic);
    Ready::over(world, dialect).await
}

pub(crate) async fn settled(ready: &Ready, id: AttemptId) -> AttemptView {
    until(&ready.dialer, id, |attempt| {
        let settling = attempt.settling.as_ref();
        settling.is_some_and(|settling| settling.state != SettlingState::Searching)
    })
    .await
}
