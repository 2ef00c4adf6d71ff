//! The ids that a subscription may have.

use crate::{organisation::Organisation, tokens::Holder};

/// Longer ids are refused.
const SHORTER_THAN: usize = 200;

/// The topics of one user, as the published list of topics names them.
const OF_USERS: [&str; 21] = [
    "activity",
    "alerting.interactions",
    "conversations",
    "conversations.callbacks",
    "conversations.calls",
    "conversations.chats",
    "conversations.cobrowsesessions",
    "conversations.emails",
    "conversations.messages",
    "conversations.screenshares",
    "conversations.socialexpressions",
    "conversations.videos",
    "conversationsummary",
    "geolocation",
    "outofoffice",
    "presence",
    "routingStatus",
    "routingskills",
    "station",
    "tokens",
    "userrecordings",
];

/// The topic that carries the calls of a user, flat.
pub(super) fn calls_of(agent_id: &str) -> String {
    format!("v2.users.{agent_id}.conversations.calls")
}

/// The topic that carries the conversations of a user, nested.
pub(super) fn conversations_of(agent_id: &str) -> String {
    format!("v2.users.{agent_id}.conversations")
}

/// The topics that an id stands for; nothing when it is none. `v2.users.{id}?presence&station` is
/// the two of them.
pub(super) fn covered(id: &str) -> Option<Vec<String>> {
    if id.len() >= SHORTER_THAN {
        return None;
    }
    if let Some(rest) = id.strip_prefix("v2.users.") {
        let (user, topics): (&str, Vec<&str>) = match rest.split_once('?') {
            Some((user, topics)) => (user, topics.split('&').collect()),
            None => rest
                .split_once('.')
                .map(|(user, topic)| (user, vec![topic]))?,
        };
        let known = !user.is_empty() && topics.iter().all(|topic| OF_USERS.contains(topic));
        return known.then(|| {
            let full = |topic: &&str| format!("v2.users.{user}.{topic}");
            topics.iter().map(full).collect()
        });
    }
    let is_known = (id.starts_with("v2.routing.queues.") && id.contains(".conversations"))
        || id.starts_with("v2.detail.events.conversation.")
        || id == "v2.system.socket_closing"
        || id == "channel.metadata";
    is_known.then(|| vec![id.to_owned()])
}

/// The permissions that somebody lacks for a topic; nothing when it may be subscribed to.
/// Which permissions the conversation topics want is inferred from reading conversations.
pub(super) fn missing(
    organisation: &Organisation,
    holder: &Holder,
    topic: &str,
) -> Option<Vec<&'static str>> {
    const VIEW: &str = "conversation:communication:view";
    let rest = topic.strip_prefix("v2.users.")?;
    let (user, name) = rest.split_once('.').unwrap_or((rest, ""));
    if organisation.agent(user).is_none() {
        return Some(Vec::new());
    }
    (name.starts_with("conversations") && organisation.lacks(holder, &[VIEW])).then(|| vec![VIEW])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_of_users_are_known_alone_and_combined() {
        assert_eq!(
            covered("v2.users.a.conversations.calls"),
            Some(vec![calls_of("a")])
        );
        assert_eq!(
            covered("v2.users.a?presence&conversations.calls"),
            Some(vec!["v2.users.a.presence".to_owned(), calls_of("a")])
        );
        assert!(covered("v2.routing.queues.q.conversations.calls").is_some());
    }

    #[test]
    fn what_is_no_topic_is_not_taken_for_one() {
        let long = format!("v2.users.{}.presence", "a".repeat(200));
        for id in [
            "",
            "v2.users.a",
            "v2.users.a.calls",
            "v2.users.a?presence&calls",
            "v2.users..presence",
            "v2.conversations.c",
            "v2.routing.queues.q",
            long.as_str(),
        ] {
            assert_eq!(covered(id), None, "{id}");
        }
    }
}
