//! Starts a simulated Genesys Cloud on a loopback port, places a call on behalf of an agent, and follows it.
//!
//! `cargo run -p genesys-cloud --example place_call`

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::clock::{Clock, SystemClock};
use genesys_cloud::transport::HttpTransport;
use genesys_cloud::{
    Client, ClientConfig, ClientCredentials, Dialect, Hosts, LegState, PlaceCall, PlaceObserver,
    Timeouts,
};
use genesys_sandbox::{Config, Sandbox};
use tokio_util::sync::CancellationToken;

/// What the call did, one line a step.
#[derive(Default)]
struct Steps(std::sync::Mutex<Vec<String>>);

impl Steps {
    fn add(&self, step: String) {
        if let Ok(mut steps) = self.0.lock() {
            steps.push(step);
        }
    }
}

impl PlaceObserver for Steps {
    fn waiting(&self, duration: Duration) {
        self.add(format!("waiting {} s", duration.as_secs()));
    }

    fn sending(&self) -> bool {
        self.add("sending".to_owned());
        true
    }
}

/// Places one call and follows it to its end.
pub(crate) async fn run() -> Result<Vec<String>, Box<dyn Error>> {
    let sandbox = Sandbox::new(Config {
        speed: 50.0,
        ..Config::default()
    });
    let server = sandbox.serve(([127, 0, 0, 1], 0).into()).await?;

    let clock = Arc::new(SystemClock::new());
    let config = ClientConfig {
        hosts: Hosts::explicit(&server.base_url, &server.base_url)?,
        dialect: Dialect::Platform,
        credentials: ClientCredentials {
            id: server.client_id.clone(),
            secret: server.client_secret.clone().into(),
        }
        .into(),
        timeouts: Timeouts::default(),
    };
    let transport = HttpTransport::new(Duration::from_secs(5))?;
    let client = Client::new(config, Arc::new(transport), clock.clone());

    let agent = client.agent_by_email("agent@example.com").await?;
    let call = PlaceCall {
        agent_id: agent.id,
        agent_name: Some(agent.name),
        number: "+14155552671".to_owned(),
        caller_id: None,
        caller_name: None,
        queue_id: None,
        attributes: Default::default(),
    };
    let steps = Steps::default();
    let placed = client
        .place_call(&call, &steps, &CancellationToken::new())
        .await?;
    steps.add("placed".to_owned());

    let mut connected = false;
    loop {
        let snapshot = client.call(&placed.conversation_id).await?;
        let far_end = snapshot.participants.iter().rfind(|leg| leg.is_far_end());
        match far_end.and_then(|leg| leg.state.as_ref()) {
            Some(state) if state.is_over() => break,
            Some(LegState::Connected) if !connected => {
                connected = true;
                steps.add("connected".to_owned());
            }
            _ => {}
        }
        clock.sleep(Duration::from_millis(50)).await;
    }
    steps.add("ended".to_owned());
    server.stop().await;
    Ok(steps.0.into_inner()?)
}

#[tokio::main(flavor = "current_thread")]
#[allow(
    clippy::print_stdout,
    dead_code,
    reason = "an example talks to its terminal; the test that includes this file calls `run`"
)]
async fn main() -> Result<(), Box<dyn Error>> {
    for step in run().await? {
        println!("{step}");
    }
    Ok(())
}
