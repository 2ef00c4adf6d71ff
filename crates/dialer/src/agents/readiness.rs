//! What decides whether a call for an agent can work, and what is advised about it.

use genesys_cloud::{Agent, StationState, UserState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::view::{Advice, AdviceCode};

/// The type of a station that is a page of Genesys Cloud.
const WEBRTC: &str = "inin_webrtc_softphone";
/// System presences of somebody who is signed in, but not there.
const AWAY: &[&str] = &["away", "break", "idle", "meal", "meeting", "training"];
const OFFLINE: &str = "offline";

/// What was read of an agent, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Readiness {
    pub(crate) active: bool,
    /// Name of the phone; none where there is none.
    pub(crate) station: Option<String>,
    pub(crate) webrtc: bool,
    pub(crate) auto_answer: bool,
    pub(crate) presence: Option<String>,
    pub(crate) routing: Option<String>,
    pub(crate) on_call: Option<bool>,
}

/// [`Readiness`], and when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadAt {
    pub(crate) readiness: Readiness,
    pub(crate) at: Timestamp,
}

impl Readiness {
    /// What the server told of an agent; none where it did not tell of the phone.
    pub(crate) fn of(agent: &Agent) -> Option<Self> {
        let station = match &agent.station {
            StationState::Unknown => return None,
            StationState::Missing => None,
            StationState::Effective(station) => Some(station),
        };
        Some(Self {
            active: is_active(agent),
            // A phone without a name is a phone all the same.
            station: station.map(|station| {
                let name = station.name.clone().or_else(|| station.id.clone());
                name.unwrap_or_default()
            }),
            webrtc: station.is_some_and(|station| station.kind.as_deref() == Some(WEBRTC)),
            auto_answer: agent.auto_answer == Some(true),
            presence: agent.presence.clone(),
            routing: agent.routing.clone(),
            on_call: agent.on_call,
        })
    }

    /// What speaks against a call, in the order that matters. `ours` says that the agent is on a call
    /// that was placed from here: Call asks about that one itself.
    pub(crate) fn advice(&self, ours: bool) -> Vec<Advice> {
        let presence = self.presence.as_deref().map(str::to_lowercase);
        let is = |names: &[&str]| presence.as_deref().is_some_and(|own| names.contains(&own));
        let (away, offline) = (is(AWAY), is(&[OFFLINE]));
        // A WebRTC phone takes the calls that are placed for it by itself, as long as its page is open;
        // of somebody who is signed out it is not.
        let answers_by_itself = self.auto_answer || (self.webrtc && away);
        let told = [
            (AdviceCode::Inactive, !self.active),
            (AdviceCode::NoStation, self.station.is_none()),
            (AdviceCode::OnCall, self.on_call == Some(true) && !ours),
            (
                AdviceCode::AutoAnswer,
                self.station.is_some() && answers_by_itself && (away || offline),
            ),
            (AdviceCode::Away, away),
            (AdviceCode::Offline, offline),
            (AdviceCode::WebrtcPhone, self.webrtc),
        ];
        let told = told.into_iter().filter(|(_, holds)| *holds);
        told.map(|(code, _)| Advice {
            code,
            blocks: blocks(code),
        })
        .collect()
    }
}

fn blocks(code: AdviceCode) -> bool {
    match code {
        AdviceCode::Inactive | AdviceCode::NoStation | AdviceCode::OnCall => true,
        AdviceCode::AutoAnswer
        | AdviceCode::Away
        | AdviceCode::Offline
        | AdviceCode::WebrtcPhone => false,
    }
}

/// Whether calls can be placed for an agent, as far as the server tells.
pub(crate) fn is_active(agent: &Agent) -> bool {
    matches!(
        agent.state,
        None | Some(UserState::Active | UserState::Other(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use AdviceCode::{AutoAnswer, Away, Inactive, NoStation, Offline, OnCall, WebrtcPhone};

    fn ready() -> Readiness {
        Readiness {
            active: true,
            station: Some("Alex desk phone".to_owned()),
            webrtc: false,
            auto_answer: false,
            presence: Some("Available".to_owned()),
            routing: None,
            on_call: Some(false),
        }
    }

    fn codes(readiness: &Readiness) -> Vec<AdviceCode> {
        let advice = readiness.advice(false);
        advice.iter().map(|advice| advice.code).collect()
    }

    fn with(change: impl FnOnce(&mut Readiness)) -> Vec<AdviceCode> {
        let mut readiness = ready();
        change(&mut readiness);
        codes(&readiness)
    }

    #[test]
    fn nothing_is_advised_where_nothing_speaks_against_a_call() {
        assert_eq!(codes(&ready()), []);
        for presence in ["On Queue", "Busy", "Something New"] {
            assert_eq!(with(|it| it.presence = Some(presence.to_owned())), []);
        }
        // What is not known is not advised about.
        assert_eq!(
            with(|it| {
                it.presence = None;
                it.on_call = None;
            }),
            []
        );
    }

    #[test]
    fn each_reason_why_a_call_cannot_work_blocks() {
        assert_eq!(with(|it| it.active = false), [Inactive]);
        assert_eq!(with(|it| it.station = None), [NoStation]);
        assert_eq!(with(|it| it.on_call = Some(true)), [OnCall]);
        let mut all = ready();
        all.active = false;
        all.station = None;
        all.on_call = Some(true);
        assert!(all.advice(false).iter().all(|advice| advice.blocks));
        assert_eq!(codes(&all), [Inactive, NoStation, OnCall]);
    }

    #[test]
    fn a_call_of_ours_is_asked_about_by_call_itself() {
        let mut readiness = ready();
        readiness.on_call = Some(true);
        assert_eq!(readiness.advice(true), []);
    }

    #[test]
    fn somebody_who_is_not_there_is_a_warning() {
        for presence in [
            "Away", "Break", "Meal", "Meeting", "Training", "Idle", "AWAY",
        ] {
            assert_eq!(
                with(|it| it.presence = Some(presence.to_owned())),
                [Away],
                "{presence}"
            );
        }
        let mut offline = ready();
        offline.presence = Some("Offline".to_owned());
        assert_eq!(codes(&offline), [Offline]);
        assert!(!offline.advice(false)[0].blocks);
    }

    #[test]
    fn a_phone_that_answers_by_itself_is_a_warning_where_nobody_is_there() {
        assert_eq!(with(|it| it.auto_answer = true), []);
        for (presence, expected) in [("Away", Away), ("Offline", Offline)] {
            let codes = with(|it| {
                it.auto_answer = true;
                it.presence = Some(presence.to_owned());
            });
            assert_eq!(codes, [AutoAnswer, expected]);
        }
        // Without a phone nothing answers.
        let codes = with(|it| {
            it.auto_answer = true;
            it.station = None;
            it.presence = Some("Away".to_owned());
        });
        assert_eq!(codes, [NoStation, Away]);
    }

    #[test]
    fn a_webrtc_phone_needs_its_page_and_answers_by_itself_while_that_is_open() {
        assert_eq!(with(|it| it.webrtc = true), [WebrtcPhone]);
        let at = |presence: &str| {
            with(|it| {
                it.webrtc = true;
                it.presence = Some(presence.to_owned());
            })
        };
        assert_eq!(at("Away"), [AutoAnswer, Away, WebrtcPhone]);
        assert_eq!(at("Offline"), [Offline, WebrtcPhone]);
    }
}
