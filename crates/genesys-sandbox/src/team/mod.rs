//! The agents of the simulated organisation.
//!
//! The first six are the ones a test needs: `agent@example.com` (Alex Kim, ready), Alexandra Novak
//! (shares the first letters), Aisha Bello (first in the alphabet, so the one an ignored filter
//! returns), Sam Lee (no station), Mateo García (inactive), Ingrid Sørensen (on a call). Further down,
//! Fatima Haddad is away from a WebRTC phone, Daniel Cohen from a phone that answers by itself
//! (`acdAutoAnswer`), and Jack O'Connor is signed out (offline).

mod queues;
mod roster;

use uuid::Uuid;

use crate::record::AgentRecord;
pub(crate) use queues::{Membership, Queue};
use roster::{FAMILY, GIVEN, Line, PEOPLE};

/// The organisation's name.
pub(crate) const ORGANISATION: &str = "Contoso Sandbox";

/// One user of the organisation.
#[derive(Clone, Debug)]
pub(crate) struct Agent {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) title: String,
    pub(crate) department: String,
    pub(crate) active: bool,
    pub(crate) station: Option<Station>,
    /// Whether the phone takes calls by itself.
    pub(crate) auto_answer: bool,
    /// The system presence, such as `Available`.
    pub(crate) presence: &'static str,
    pub(crate) presence_id: String,
    /// The routing status, such as `IDLE`.
    pub(crate) routing: &'static str,
    /// Calls that were there before the sandbox started.
    pub(crate) calls_before: u32,
    /// The queues that calls can be placed for.
    pub(crate) queues: Vec<Membership>,
}

impl Agent {
    /// The queue of that id, where it is one of this agent's.
    pub(crate) fn queue(&self, id: &str) -> Option<&Queue> {
        self.queues
            .iter()
            .map(|membership| &membership.queue)
            .find(|queue| queue.id.eq_ignore_ascii_case(id))
    }

    pub(crate) fn record(&self) -> AgentRecord {
        AgentRecord {
            id: self.id.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            active: self.active,
            has_station: self.station.is_some(),
            on_call: self.calls_before > 0,
        }
    }
}

/// A phone that an agent is associated with.
#[derive(Clone, Debug)]
pub(crate) struct Station {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
}

/// How an agent can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phone {
    Softphone,
    Desk,
    /// A desk phone that takes calls by itself.
    Answering,
    Nothing,
}

/// What decides whether a call can work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Ready,
    OnQueue,
    Away,
    Offline,
    OnCall,
    Inactive,
}

/// A team of that size, at least one; the same people with the same ids every time.
pub(crate) fn team(size: usize) -> Vec<Agent> {
    (0..size.max(1)).map(agent).collect()
}

pub(crate) fn organisation_id() -> String {
    fixed_id("organisation", 0)
}

fn agent(index: usize) -> Agent {
    match PEOPLE.get(index) {
        Some(Line(name, address, title, department, phone, standing)) => {
            described(index, name, address, title, department, *phone, *standing)
        }
        None => generated(index),
    }
}

/// Someone beyond the written roster: every pair of names once, then again with a number.
fn generated(index: usize) -> Agent {
    let extra = index - PEOPLE.len();
    let given = GIVEN[extra % GIVEN.len()];
    let family = FAMILY[(extra / GIVEN.len()) % FAMILY.len()];
    let round = extra / (GIVEN.len() * FAMILY.len());
    let numbered = if round == 0 {
        String::new()
    } else {
        format!(" {}", round + 1)
    };
    let phone = match extra % 7 {
        3 => Phone::Nothing,
        5 => Phone::Desk,
        _ => Phone::Softphone,
    };
    let standing = match extra % 11 {
        4 => Standing::Away,
        7 => Standing::OnCall,
        9 => Standing::Inactive,
        _ => Standing::OnQueue,
    };
    // The index keeps addresses apart from each other and from the roster's.
    let address = format!("{}.{}{index}", given.to_lowercase(), family.to_lowercase());
    described(
        index,
        &format!("{given} {family}{numbered}"),
        &address,
        "Customer Care Agent",
        "Customer Care",
        phone,
        standing,
    )
}

fn described(
    index: usize,
    name: &str,
    address: &str,
    title: &str,
    department: &str,
    phone: Phone,
    standing: Standing,
) -> Agent {
    let first = name.split(' ').next().unwrap_or(name);
    let station = |kind, label: &str| Station {
        id: fixed_id("station", index),
        name: format!("{first} {label}"),
        kind,
    };
    let (presence, routing) = match standing {
        Standing::Ready => ("Available", "OFF_QUEUE"),
        Standing::OnQueue => ("On Queue", "IDLE"),
        Standing::Away => ("Away", "OFF_QUEUE"),
        Standing::OnCall => ("Busy", "COMMUNICATING"),
        Standing::Offline | Standing::Inactive => ("Offline", "OFF_QUEUE"),
    };
    Agent {
        id: fixed_id("agent", index),
        name: name.to_owned(),
        email: format!("{address}@example.com"),
        title: title.to_owned(),
        department: department.to_owned(),
        active: standing != Standing::Inactive,
        station: match phone {
            Phone::Softphone => Some(station("inin_webrtc_softphone", "WebRTC")),
            Phone::Desk | Phone::Answering => Some(station("inin_standalone_phone", "desk phone")),
            Phone::Nothing => None,
        },
        auto_answer: phone == Phone::Answering,
        presence,
        presence_id: fixed_id(presence, 0),
        routing,
        calls_before: u32::from(standing == Standing::OnCall),
        queues: queues::of_agent(index),
    }
}

/// A random-looking UUID that is the same for the same thing in every run.
pub(crate) fn fixed_id(what: &str, index: usize) -> String {
    // FNV-1a, then SplitMix64: enough to look random, and no dependency.
    let mut state = what.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    state = state.wrapping_add(index as u64);
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let random = (u128::from(next()) << 64) | u128::from(next());
    uuid::Builder::from_random_bytes(random.to_be_bytes())
        .into_uuid()
        .to_string()
}

/// A participant, a call leg, a conversation: new every time.
pub(crate) fn new_id() -> String {
    Uuid::new_v4().to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn everyone_is_someone_else_and_the_same_every_time() {
        let first = team(3_000);
        let second = team(3_000);
        assert_eq!(first.len(), 3_000);
        assert!(
            first
                .iter()
                .zip(&second)
                .all(|(a, b)| a.id == b.id && a.email == b.email)
        );
        let ids: HashSet<_> = first.iter().map(|agent| &agent.id).collect();
        let emails: HashSet<_> = first.iter().map(|agent| &agent.email).collect();
        assert_eq!((ids.len(), emails.len()), (3_000, 3_000));
        assert!(first.iter().all(|agent| Uuid::parse_str(&agent.id).is_ok()));
    }

    #[test]
    fn the_first_six_are_the_ones_that_tests_need() {
        let team = team(6);
        assert_eq!(team[0].email, "agent@example.com");
        assert_eq!(team[0].name, "Alex Kim");
        assert!(team[0].active && team[0].station.is_some());
        assert!(team[1].name.starts_with("Alex"));
        assert!(
            team[2].name < team[0].name,
            "an ignored filter must not return Alex Kim"
        );
        assert!(team[3].station.is_none());
        assert!(!team[4].active);
        assert_eq!(team[5].calls_before, 1);
    }

    #[test]
    fn a_team_is_never_empty() {
        assert_eq!(team(0).len(), 1);
    }
}
