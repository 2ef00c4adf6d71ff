//! A user as the API shows one.

use serde_json::{Value, json};

use crate::{
    clock::api_time,
    organisation::{Organisation, lock},
    team::{Agent, fixed_id},
};

/// A `User` with the expansions that were asked for; the others are left out.
pub(super) fn user(organisation: &Organisation, agent: &Agent, expand: &[&str]) -> Value {
    let mut user = json!({
        "id": agent.id,
        "name": agent.name,
        "division": {
            "id": fixed_id("division", 0),
            "name": "Home",
            "selfUri": format!("/api/v2/authorization/divisions/{}", fixed_id("division", 0)),
        },
        "chat": { "jabberId": format!("{}@sandbox.example.com", agent.id) },
        "department": agent.department,
        "email": agent.email,
        "primaryContactInfo": [
            { "address": agent.email, "mediaType": "EMAIL", "type": "PRIMARY" }
        ],
        "addresses": [],
        "state": if agent.active { "active" } else { "inactive" },
        "title": agent.title,
        "username": agent.email,
        "version": 7,
        "acdAutoAnswer": agent.auto_answer,
        "selfUri": format!("/api/v2/users/{}", agent.id),
    });
    let load = Load::of(organisation, agent);
    let since = api_time(organisation.clock.at(std::time::Duration::ZERO));
    for name in expand {
        let value = match *name {
            "station" => stations(agent),
            "presence" => json!({
                "source": "PURECLOUD",
                "presenceDefinition": {
                    "id": agent.presence_id,
                    "systemPresence": agent.presence,
                    "selfUri": format!("/api/v2/presence/definitions/{}", agent.presence_id),
                },
                "message": "",
                "modifiedDate": since,
                "selfUri": format!("/api/v2/users/{}/presences/PURECLOUD", agent.id),
            }),
            "routingStatus" => json!({
                "userId": agent.id,
                "status": load.routing(agent),
                "startTime": since,
            }),
            "conversationSummary" => load.summary(agent),
            _ => continue,
        };
        user[*name] = value;
    }
    user
}

/// `UserStations`: an agent without a phone has none of them.
pub(super) fn stations(agent: &Agent) -> Value {
    match &agent.station {
        None => json!({}),
        Some(station) => {
            let station = json!({
                "id": station.id,
                "name": station.name,
                "type": station.kind,
                "webRtcCallAppearances": 100,
            });
            json!({
                "associatedStation": station,
                "effectiveStation": station,
                "defaultStation": station,
                "lastAssociatedStation": station,
            })
        }
    }
}

/// The calls an agent is on now.
struct Load {
    personal: usize,
    queue: usize,
}

impl Load {
    fn of(organisation: &Organisation, agent: &Agent) -> Self {
        let calls = lock(&organisation.calls);
        let live: Vec<bool> = calls
            .iter()
            .filter(|call| call.agent_id == agent.id && !call.has_ended(organisation))
            .map(|call| call.queue_id.is_some())
            .collect();
        let queue = live.iter().filter(|for_queue| **for_queue).count();
        Self {
            personal: live.len() - queue + agent.calls_before as usize,
            queue,
        }
    }

    fn routing(&self, agent: &Agent) -> &'static str {
        if self.queue > 0 {
            "INTERACTING"
        } else if self.personal > 0 && agent.routing != "OFF_QUEUE" {
            "COMMUNICATING"
        } else {
            agent.routing
        }
    }

    fn summary(&self, agent: &Agent) -> Value {
        let media = |queue: usize, personal: usize| {
            json!({
                "contactCenter": { "active": queue, "acw": 0 },
                "enterprise": { "active": personal, "acw": 0 },
            })
        };
        json!({
            "userId": agent.id,
            "call": media(self.queue, self.personal),
            "callback": media(0, 0),
            "email": media(0, 0),
            "message": media(0, 0),
            "chat": media(0, 0),
            "socialExpression": media(0, 0),
            "video": media(0, 0),
        })
    }
}
