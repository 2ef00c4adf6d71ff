use dialer::log::CallLog;
use dialer::number::ExtensionDigits;
use dialer::problem::ProblemCode;
use dialer::profile::{AgentSeen, Profile};
use dialer::view::{CallOptions, Colour, DialectName, HostsView, SignIn, SignedInUser};

use crate::support::*;

fn profile(id: &str) -> Profile {
    Profile {
        id: id.into(),
        name: "Contoso".into(),
        sandbox: false,
        region: Some("mypurecloud.com".into()),
        hosts: None,
        client_id: "client".into(),
        dialect: DialectName::Platform,
        this_run_only: false,
        secret_changes: 0,
        active: false,
        sign_in: SignIn::Pkce,
        user: Some(SignedInUser {
            id: "u-1".into(),
            name: "Alex Kim".into(),
            email: "alex.kim@example.com".into(),
        }),
        colour: Colour::Teal,
        options: CallOptions {
            queue_id: Some("q-1".into()),
            queue_name: Some("Billing".into()),
            caller_id: Some("+14155550100".into()),
            caller_name: Some("Contoso".into()),
        },
        default_country: None,
        last_agent_id: None,
        extension_digits: ExtensionDigits::default(),
    }
}

#[tokio::test]
async fn a_profile_comes_back_as_it_was_saved_in_each_dialect() {
    let (_place, log) = fresh();
    let profiles = log.profiles();
    for dialect in [
        DialectName::Platform,
        DialectName::Participants,
        DialectName::FromTo,
    ] {
        let mut wanted = profile("p");
        wanted.dialect = dialect;
        wanted.region = None;
        wanted.hosts = Some(HostsView {
            api_url: "http://127.0.0.1:1".into(),
            login_url: "http://127.0.0.1:2".into(),
        });
        wanted.this_run_only = true;
        profiles.save(wanted.clone()).await.unwrap();
        assert_eq!(profiles.get("p").await.unwrap(), wanted);
    }
    let nowhere = Profile {
        region: None,
        ..profile("q")
    };
    assert_eq!(
        profiles.save(nowhere).await.unwrap_err().code,
        ProblemCode::Internal
    );
}

#[tokio::test]
async fn changing_the_connection_keeps_country_and_agent() {
    let (place, log) = fresh();
    let profiles = log.profiles();
    profiles.save(profile("p")).await.unwrap();
    profiles.set_default_country("p", "DE").await.unwrap();
    profiles.set_last_agent("p", "agent-1").await.unwrap();
    profiles.activate("p").await.unwrap();
    let changed = Profile {
        name: "Renamed".into(),
        ..profile("p")
    };
    profiles.save(changed).await.unwrap();
    drop((profiles, log));

    let log: CallLog = open(place.path()).unwrap();
    let active = log.profiles().active().await.unwrap().unwrap();
    assert_eq!(active.name, "Renamed");
    assert_eq!(active.default_country.as_deref(), Some("DE"));
    assert_eq!(active.last_agent_id.as_deref(), Some("agent-1"));
}

#[tokio::test]
async fn one_profile_is_in_use_and_a_removed_one_is_only_known_to_the_history() {
    let (_place, log) = fresh();
    let profiles = log.profiles();
    assert_eq!(profiles.active().await.unwrap(), None);
    profiles.save(profile("p")).await.unwrap();
    profiles.save(profile("q")).await.unwrap();
    profiles.activate("p").await.unwrap();
    profiles.activate("q").await.unwrap();
    assert_eq!(profiles.active().await.unwrap().unwrap().id, "q");

    let missing = ProblemCode::ProfileMissing;
    assert_eq!(profiles.activate("nobody").await.unwrap_err().code, missing);
    assert_eq!(profiles.active().await.unwrap().unwrap().id, "q");

    profiles.remove("q").await.unwrap();
    profiles.remove("q").await.unwrap();
    assert_eq!(profiles.active().await.unwrap(), None);
    let ids: Vec<_> = profiles
        .list()
        .await
        .unwrap()
        .into_iter()
        .map(|p| p.id)
        .collect();
    assert_eq!(ids, ["p"]);
    assert_eq!(profiles.get("q").await.unwrap_err().code, missing);
    assert_eq!(profiles.activate("q").await.unwrap_err().code, missing);
    assert_eq!(
        profiles
            .set_default_country("q", "US")
            .await
            .unwrap_err()
            .code,
        missing
    );
    assert_eq!(profiles.get_even_removed("q").await.unwrap().id, "q");
    let again = profiles.save(profile("q")).await.unwrap_err();
    assert_eq!(again.code, missing);
    assert_eq!(profiles.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn agents_seen_are_kept_per_profile_the_last_one_first() {
    let (_place, log) = fresh();
    let agents = log.agents_seen();
    let agent = |id: &str, name: &str| AgentSeen {
        id: id.into(),
        name: name.into(),
        email: format!("{id}@example.com"),
        title: None,
    };
    agents
        .remember("p", agent("1", "Alex"), at(1))
        .await
        .unwrap();
    agents
        .remember("p", agent("2", "Sam"), at(2))
        .await
        .unwrap();
    agents
        .remember("q", agent("3", "Zoë"), at(3))
        .await
        .unwrap();
    agents
        .remember("p", agent("1", "Alexandra"), at(4))
        .await
        .unwrap();

    let names = |list: Vec<AgentSeen>| list.into_iter().map(|a| a.name).collect::<Vec<_>>();
    assert_eq!(
        names(agents.recent("p", 9).await.unwrap()),
        ["Alexandra", "Sam"]
    );
    assert_eq!(names(agents.recent("p", 1).await.unwrap()), ["Alexandra"]);
    assert_eq!(agents.get("q", "3").await.unwrap(), Some(agent("3", "Zoë")));
    assert_eq!(agents.get("q", "1").await.unwrap(), None);
}

/// Which dialect it is decides where the secret is sent, so it is not guessed.
#[tokio::test]
async fn a_dialect_that_is_not_known_is_a_problem() {
    let (place, log) = fresh();
    log.profiles().save(profile("p")).await.unwrap();
    let db = rusqlite::Connection::open(place.path().join("ringfor.db")).unwrap();
    db.execute_batch("PRAGMA ignore_check_constraints = ON; UPDATE profiles SET dialect = 'new';")
        .unwrap();
    for read in [
        log.profiles().get("p").await.map(drop),
        log.profiles().list().await.map(drop),
    ] {
        assert_eq!(read.unwrap_err().code, ProblemCode::DatabaseDamaged);
    }
}
