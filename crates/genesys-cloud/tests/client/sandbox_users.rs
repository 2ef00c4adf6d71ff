//! Signing in at the simulated Genesys Cloud, and what a user may do there; the test plays the browser.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use futures_util::future::join_all;
use genesys_cloud::clock::{Clock, SimulatedClock};
use genesys_cloud::transport::{InMemoryTransport, Transport};
use genesys_cloud::{
    Acted, Allowed, Authorization, Client, ClientConfig, Denied, Dialect, Error, ErrorKind, Grant,
    Hosts, HungUp, StationState, Timeouts, UserCredentials,
};
use genesys_sandbox::{Config, OnBehalf, Sandbox};
use http::Request;
use secrecy::{ExposeSecret, SecretString};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::keeper::Keeper;
use crate::server::{Ear, a_call};

const EMAIL: &str = "agent@example.com";
const NUMBER: &str = "+12025550123";

/// One organisation, and whether the client has a secret.
struct Organisation {
    sandbox: Sandbox,
    clock: Arc<dyn Clock>,
    client_id: String,
    secret: Option<SecretString>,
}

impl Organisation {
    fn new(config: Config, with_secret: bool) -> Self {
        let sandbox = Sandbox::new(config);
        let config = sandbox.config().clone();
        let (client_id, secret) = if with_secret {
            (config.client_id, Some(config.client_secret.into()))
        } else {
            (config.public_client_id, None)
        };
        Self {
            sandbox,
            clock: Arc::new(SimulatedClock::new()),
            client_id,
            secret,
        }
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(InMemoryTransport::new(self.sandbox.service()))
    }

    fn begin(&self) -> Authorization {
        let pkce = self.secret.is_none();
        let back = "http://localhost:49152";
        Authorization::new(&hosts(), &self.client_id, back, pkce).unwrap()
    }

    /// Signs in on the page, and gives what the browser comes back with.
    async fn browse(&self, url: &Url) -> Url {
        let form: Vec<(String, String)> = url
            .query_pairs()
            .into_owned()
            .chain([
                ("email".to_owned(), EMAIL.to_owned()),
                ("action".to_owned(), "sign_in".to_owned()),
            ])
            .collect();
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let request = Request::post(url.path())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        let answer = self.sandbox.handle(request).await.unwrap();
        assert_eq!(answer.status(), 302);
        answer.headers()["location"]
            .to_str()
            .unwrap()
            .parse()
            .unwrap()
    }

    async fn exchange(&self, sign_in: Authorization, code: &str) -> Result<Grant, Error> {
        let clock = Arc::clone(&self.clock);
        let timeouts = Timeouts::default();
        let secret = self.secret.as_ref();
        sign_in
            .exchange(code, secret, self.transport(), clock, &timeouts)
            .await
    }

    async fn sign_in(&self) -> Keeper {
        let sign_in = self.begin();
        let back = self.browse(sign_in.url()).await;
        assert!(sign_in.check_state(&parameter(&back, "state")));
        let code = parameter(&back, "code");
        Keeper::with(self.exchange(sign_in, &code).await.unwrap())
    }

    fn client(&self, keeper: &Keeper) -> Client {
        let credentials = UserCredentials {
            client_id: self.client_id.clone(),
            client_secret: self.secret.clone(),
            keeper: Arc::new(keeper.clone()),
        };
        let config = ClientConfig {
            hosts: hosts(),
            dialect: Dialect::Platform,
            credentials: credentials.into(),
            timeouts: Timeouts::default(),
        };
        Client::new(config, self.transport(), Arc::clone(&self.clock))
    }
}

fn hosts() -> Hosts {
    Hosts::explicit("http://127.0.0.1:1", "http://127.0.0.1:1").unwrap()
}

fn parameter(url: &Url, name: &str) -> String {
    let mut pairs = url.query_pairs();
    pairs
        .find_map(|(key, value)| (key == name).then(|| value.into_owned()))
        .unwrap()
}

async fn place(client: &Client, agent_id: &str) -> Result<String, Error> {
    let mut call = a_call();
    call.agent_id = agent_id.to_owned();
    call.number = NUMBER.to_owned();
    let cancel = CancellationToken::new();
    let placed = client.place_call(&call, &Ear::default(), &cancel).await;
    placed.map(|placed| placed.conversation_id)
}

#[tokio::test(start_paused = true)]
async fn both_sign_ins_lead_to_a_call_of_the_user() {
    for with_secret in [true, false] {
        let organisation = Organisation::new(Config::default(), with_secret);
        let keeper = organisation.sign_in().await;
        let client = organisation.client(&keeper);
        let me = client.me().await.unwrap();
        assert_eq!(me.email.as_deref(), Some(EMAIL));
        assert!(matches!(me.station, StationState::Effective(_)));
        let id = place(&client, &me.id).await.unwrap();
        tokio::time::sleep(Duration::from_secs(10)).await;
        let calls = client.active_calls().await.unwrap();
        assert_eq!(calls.len(), 1);
        assert_eq!(calls[0].id.as_deref(), Some(&*id));
        let legs = &calls[0].participants;
        let leg = legs.iter().find(|leg| leg.is_agent()).unwrap();
        let done = client
            .hang_up(&id, leg.id.as_deref().unwrap(), &me.id)
            .await;
        assert_eq!(done.unwrap(), HungUp::Accepted);

        let facts = client.token_facts().await.unwrap();
        assert_eq!(facts.organization_name.as_deref(), Some("Contoso Sandbox"));
        let queues = client.queues_of(&me.id).await.unwrap();
        assert_eq!(queues.len(), 2);
        assert!(!queues[0].name.is_empty());
        assert_eq!(client.may_place().await.unwrap(), Allowed::Yes);
        client.end_token().await.unwrap();
        let over = client.me().await.unwrap_err();
        assert_eq!(over.kind, ErrorKind::SignedOut);
        client.end_token().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_serves_once_and_only_who_began() {
    let organisation = Organisation::new(Config::default(), false);
    let sign_in = organisation.begin();
    let back = organisation.browse(sign_in.url()).await;
    let code = parameter(&back, "code");
    let other = organisation.begin();
    assert!(!other.check_state(&parameter(&back, "state")));
    let error = organisation.exchange(other, &code).await.unwrap_err();
    assert_eq!(error.code.as_deref(), Some("invalid_grant"));
    assert!(!format!("{error:?}").contains(&code));
}

#[tokio::test(start_paused = true)]
async fn processes_that_refresh_at_once_refresh_once_and_go_on() {
    let config = Config {
        token_lifetime: Duration::from_secs(600),
        ..Config::default()
    };
    let organisation = Organisation::new(config, true);
    let keeper = organisation.sign_in().await;
    let processes: Vec<Client> = (0..3).map(|_| organisation.client(&keeper)).collect();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_secs(550)).await;
        let all = processes.iter().flat_map(|one| [one.me(), one.me()]);
        for me in join_all(all).await {
            me.unwrap();
        }
    }
    // A refresh token that served twice would have ended the sign-in.
    assert_eq!(keeper.log().len(), 3);
    organisation.sandbox.expire_tokens();
    for me in join_all(processes.iter().map(Client::me)).await {
        me.unwrap();
    }
    assert_eq!(keeper.log().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_sign_in_that_is_ended_elsewhere_ends_here() {
    let organisation = Organisation::new(Config::default(), true);
    let keeper = organisation.sign_in().await;
    let (here, there) = (organisation.client(&keeper), organisation.client(&keeper));
    let me = here.me().await.unwrap();
    there.end_token().await.unwrap();
    let error = place(&here, &me.id).await.unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::SignedOut, Acted::No));
    assert_eq!(keeper.log(), ["forget"]);
    assert!(keeper.kept().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_organisation_that_wants_a_user_says_so_and_takes_one() {
    let config = Config {
        on_behalf: OnBehalf::NotAUser,
        ..Config::default()
    };
    let organisation = Organisation::new(config, true);
    let own = crate::sandbox::client(&organisation.sandbox, Dialect::Platform);
    let agent = crate::sandbox::agent(&own).await;
    let error = place(&own, &agent.id).await.unwrap_err();
    assert_eq!(error.denied(), Some(Denied::UserNeeded));
    assert_eq!(
        own.may_place().await.unwrap_err().denied(),
        Some(Denied::UserNeeded)
    );
    let keeper = organisation.sign_in().await;
    place(&organisation.client(&keeper), &agent.id)
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_permission_is_found_out_without_a_call() {
    let behalf = ["conversation:agentlessCall:add", "conversation:call:add"];
    for denied in [&[][..], &behalf[..]] {
        let config = Config {
            denied_permissions: denied.iter().map(|&one| one.to_owned()).collect(),
            denied_user_permissions: vec!["conversation:conference:add".to_owned()],
            ..Config::default()
        };
        let organisation = Organisation::new(config, true);
        let own = crate::sandbox::client(&organisation.sandbox, Dialect::Platform);
        let agent = crate::sandbox::agent(&own).await;
        assert_eq!(own.may_search().await.unwrap(), Allowed::Yes);
        assert_eq!(own.may_read_station(&agent.id).await.unwrap(), Allowed::Yes);
        assert_eq!(own.may_be_notified().await.unwrap(), Allowed::Yes);
        match own.may_place().await {
            Ok(told) => assert!(denied.is_empty() && told == Allowed::Yes),
            Err(error) => {
                assert_eq!(error.denied(), Some(Denied::Permission));
                assert_eq!(error.missing_permissions, behalf);
            }
        }
        assert_eq!(own.queues_of(&agent.id).await.unwrap().len(), 2);
        let keeper = organisation.sign_in().await;
        let told = organisation.client(&keeper).may_place().await.unwrap();
        assert_eq!(told, Allowed::Unknown);
        assert!(organisation.sandbox.calls().is_empty());
        let kept = keeper.kept().await.unwrap();
        assert!(kept.access_token.expose_secret().len() > 20);
    }
}
