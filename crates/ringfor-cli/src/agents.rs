//! `ringfor agents find`.

use dialer::view::AgentView;

use crate::args::Shared;
use crate::exit::{Exit, Stop};
use crate::json::AgentsObject;
use crate::session::Session;
use crate::terminal::Terminal;

/// Finds agents, and says whether there are any.
///
/// # Errors
/// Those of the connection and the log.
pub(crate) async fn find(shared: &Shared, text: &str, terminal: &Terminal) -> Result<Exit, Stop> {
    let session = Session::open(shared).await?;
    let agents = session.dialer.find_agents(text).await?;
    if terminal.json() {
        terminal.object(&AgentsObject {
            agents: agents.iter().map(Into::into).collect(),
        })?;
    } else {
        for agent in &agents {
            terminal.line(&fields(agent))?;
        }
    }
    Ok(if agents.is_empty() {
        Exit::NoAgent
    } else {
        Exit::Done
    })
}

fn fields(agent: &AgentView) -> Vec<&str> {
    let mut words = vec![agent.email.as_str(), agent.name.as_str()];
    words.extend(agent.title.as_deref());
    words.extend(agent.station.as_deref());
    words.extend(agent.presence.as_deref());
    words
}
