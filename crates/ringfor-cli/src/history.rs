//! `ringfor history`.

use std::io;

use dialer::Dialer;
use dialer::problem::Problem;
use dialer::view::{AttemptView, HistoryQuery};
use jiff::Timestamp;

use crate::args::{HistoryArgs, Shared};
use crate::csv;
use crate::exit::{Exit, Stop};
use crate::follow::state_word;
use crate::json::{AttemptObject, HistoryObject};
use crate::session::Session;
use crate::since;
use crate::terminal::Terminal;

const PAGE: u32 = 200;

/// Lists attempts.
///
/// # Errors
/// Those of the log, and a `--since` that is no time.
pub(crate) async fn run(
    args: &HistoryArgs,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let since = match &args.since {
        Some(text) => Some(since::read(text, Timestamp::now()).ok_or_else(|| not_a_time(text))?),
        None => None,
    };
    let session = Session::open(shared).await?;
    let dialer = &session.dialer;
    let wanted = Wanted {
        agent: match &args.agent {
            Some(agent) => Some(Agent::of(dialer, agent).await),
            None => None,
        },
        profile_id: match &shared.profile {
            Some(_) => Some(dialer.profile().await?.id),
            None => None,
        },
        since,
    };
    let (attempts, more) = wanted.rows(dialer, args).await?;
    if terminal.json() {
        terminal.object(&HistoryObject {
            attempts: attempts.iter().map(AttemptObject::of).collect(),
            more,
        })?;
    } else if args.csv {
        terminal.raw(as_csv(&attempts).as_bytes())?;
    } else {
        for attempt in &attempts {
            row(attempt, terminal)?;
        }
    }
    Ok(Exit::Done)
}

fn not_a_time(text: &str) -> Stop {
    Stop::Usage(format!(
        "invalid value '{text}' for '--since <WHEN>': not a date, a time or how long ago"
    ))
}

/// The agent that was asked for.
struct Agent {
    ids: Vec<String>,
    part_of_name: String,
}

impl Agent {
    /// Who has this e-mail is known from earlier look-ups; the server is not asked.
    async fn of(dialer: &Dialer, text: &str) -> Self {
        let known = match text.contains('@') {
            // Without a connection nobody is known.
            true => dialer.known_agents(text).await.unwrap_or_default(),
            false => Vec::new(),
        };
        let same = known
            .into_iter()
            .filter(|agent| agent.email.eq_ignore_ascii_case(text));
        Self {
            ids: same.map(|agent| agent.id).collect(),
            part_of_name: text.to_lowercase(),
        }
    }

    fn is(&self, attempt: &AttemptView) -> bool {
        self.ids.contains(&attempt.agent_id)
            || attempt
                .agent_name
                .to_lowercase()
                .contains(&self.part_of_name)
    }
}

struct Wanted {
    agent: Option<Agent>,
    profile_id: Option<String>,
    since: Option<Timestamp>,
}

impl Wanted {
    /// The newest that fit, and whether there are more.
    async fn rows(
        &self,
        dialer: &Dialer,
        args: &HistoryArgs,
    ) -> Result<(Vec<AttemptView>, bool), Problem> {
        let mut rows = Vec::new();
        let mut query = HistoryQuery {
            outcome: args.outcome.map(Into::into),
            limit: PAGE,
            ..HistoryQuery::default()
        };
        loop {
            let page = dialer.history(query.clone()).await?;
            for attempt in page.rows {
                // Newest by their place, not by their time: a clock may have been set back meanwhile.
                if self.is_too_old(&attempt) || !self.fits(&attempt) {
                    continue;
                }
                if rows.len() == args.limit {
                    return Ok((rows, true));
                }
                rows.push(attempt);
            }
            query.before = page.next;
            if query.before.is_none() {
                return Ok((rows, false));
            }
        }
    }

    fn is_too_old(&self, attempt: &AttemptView) -> bool {
        let created = attempt.created_at.parse::<Timestamp>().ok();
        self.since
            .zip(created)
            .is_some_and(|(since, created)| created < since)
    }

    fn fits(&self, attempt: &AttemptView) -> bool {
        let agent = self.agent.as_ref().is_none_or(|agent| agent.is(attempt));
        let profile = self.profile_id.as_ref();
        agent && profile.is_none_or(|profile| *profile == attempt.profile_id)
    }
}

fn row(attempt: &AttemptView, terminal: &Terminal) -> io::Result<()> {
    terminal.line(&[
        &attempt.created_at,
        &terminal.text(&format!("outcome-{}", attempt.outcome.as_str()), &[]),
        &state_word(attempt, terminal),
        &attempt.display,
        &attempt.agent_name,
        &attempt.id.to_string(),
    ])
}

fn as_csv(attempts: &[AttemptView]) -> String {
    let mut text = csv::line([
        "id",
        "created_at",
        "outcome",
        "call_state",
        "end_reason",
        "agent_name",
        "typed",
        "e164",
        "conversation_id",
        "outcome_at",
        "connected_at",
        "ended_at",
        "talk_ms",
        "profile",
        "via",
        "placed_by",
        "problem",
        "note",
    ]);
    for attempt in attempts {
        let talk_ms = attempt.talk_ms.map(|ms| ms.to_string());
        let problem = attempt.problem.as_ref();
        let profile = attempt.profile.as_ref();
        text += &csv::line([
            attempt.id.to_string().as_str(),
            &attempt.created_at,
            attempt.outcome.as_str(),
            attempt.call_state.map_or("", |state| state.as_str()),
            attempt.end_reason.map_or("", |reason| reason.as_str()),
            &attempt.agent_name,
            &attempt.typed,
            &attempt.e164,
            attempt.conversation_id.as_deref().unwrap_or_default(),
            attempt.outcome_at.as_deref().unwrap_or_default(),
            attempt.connected_at.as_deref().unwrap_or_default(),
            attempt.ended_at.as_deref().unwrap_or_default(),
            talk_ms.as_deref().unwrap_or_default(),
            profile.map_or("", |profile| &profile.name),
            attempt.via.as_str(),
            &attempt.placed_by,
            problem.map_or("", |problem| problem.code.as_str()),
            attempt.note.as_deref().unwrap_or_default(),
        ]);
    }
    text
}
