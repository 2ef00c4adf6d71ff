//! Taking over the `.env` file of a tutorial.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::path::PathBuf;
use std::sync::Arc;

use dialer::Dialer;
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{MemoryStore, SecretStore};
use dialer::view::{Colour, DialectName, ProfileForm, SecretPlace, SignIn};
use genesys_sandbox::{Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET};
use secrecy::ExposeSecret;
use support::{AGENT, World, form};

struct Place {
    world: World,
    keyring: Arc<MemoryStore>,
    dialer: Dialer,
}

impl Place {
    async fn new() -> Self {
        let mut world = World::new(Config::default());
        let keyring = Arc::new(MemoryStore::default());
        world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
        let dialer = world.open().await;
        Self {
            world,
            keyring,
            dialer,
        }
    }

    fn file(&self, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.world.dir.path().join("script.env");
        std::fs::write(&path, contents).unwrap();
        path
    }

    async fn refused(&self, contents: impl AsRef<[u8]>) -> Problem {
        let path = self.file(contents);
        let problem = self.dialer.import_env(&path).await.unwrap_err();
        assert_eq!(problem.params["path"], path.display().to_string());
        assert!(self.dialer.profiles().await.unwrap().is_empty());
        assert!(self.world.sandbox.journal().is_empty(), "nothing was sent");
        problem
    }
}

fn whole() -> String {
    format!(
        "CLIENT_ID={DEFAULT_CLIENT_ID}\nCLIENT_SECRET=\"{DEFAULT_CLIENT_SECRET}\"\n\
         GENESYS_CLOUD_REGION=mypurecloud.ie\nAGENT_EMAIL={AGENT}\nTARGET_NUMBER=(202) 555-0143\n"
    )
}

#[tokio::test(start_paused = true)]
async fn a_file_becomes_a_profile_in_use_with_its_secret_in_the_keyring() {
    let place = Place::new().await;
    let path = place.file(whole());
    let imported = place.dialer.import_env(&path).await.unwrap();
    let profile = &imported.profile;
    assert!(profile.active);
    assert_eq!(profile.name, "eu-west-1");
    assert_eq!(profile.dialect, DialectName::Platform);
    assert_eq!(profile.secret, SecretPlace::Keyring);
    let kept = place.keyring.get(&profile.id).await.unwrap().unwrap();
    assert_eq!(kept.expose_secret(), DEFAULT_CLIENT_SECRET);
    assert_eq!(imported.agent_email.as_deref(), Some(AGENT));
    let agent = imported.agent.as_ref().unwrap();
    assert_eq!(agent.email, AGENT);
    assert_eq!(imported.agent_problem, None);
    assert_eq!(imported.number.as_deref(), Some("(202) 555-0143"));
    assert_eq!(imported.path, path.display().to_string());
    assert!(!format!("{imported:?}").contains(DEFAULT_CLIENT_SECRET));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), whole());
    assert_eq!(place.world.call_requests(), 0, "nothing dials by itself");
    // The agent is chosen: a press of Call is all that is left.
    let start = place.dialer.start().await.unwrap();
    assert_eq!(start.agent.unwrap().id, agent.id);
}

#[tokio::test(start_paused = true)]
async fn the_profile_in_the_same_place_is_used_again_as_it_is() {
    let place = Place::new().await;
    let known = ProfileForm {
        name: "Contoso".to_owned(),
        region: Some("mypurecloud.ie".to_owned()),
        api_url: None,
        login_url: None,
        colour: Colour::Teal,
        ..form(DialectName::Participants)
    };
    let known = place
        .dialer
        .save_profile(known, Some("an old one".into()))
        .await
        .unwrap();
    // Another sign-in is another connection.
    let person = ProfileForm {
        name: "As a person".to_owned(),
        region: Some("mypurecloud.ie".to_owned()),
        api_url: None,
        login_url: None,
        sign_in: SignIn::Pkce,
        ..form(DialectName::Platform)
    };
    place.dialer.save_profile(person, None).await.unwrap();

    let imported = place.dialer.import_env(&place.file(whole())).await.unwrap();
    assert_eq!(imported.profile.id, known.id);
    assert_eq!(imported.profile.name, "Contoso");
    assert_eq!(imported.profile.dialect, DialectName::Participants);
    assert_eq!(imported.profile.colour, Colour::Teal);
    assert!(imported.profile.active);
    let kept = place.keyring.get(&known.id).await.unwrap().unwrap();
    assert_eq!(kept.expose_secret(), DEFAULT_CLIENT_SECRET);
    assert_eq!(place.dialer.profiles().await.unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_is_not_found_is_told_beside_the_profile() {
    let place = Place::new().await;
    let file = place.file(whole().replace(AGENT, "nobody@example.com"));
    let imported = place.dialer.import_env(&file).await.unwrap();
    assert_eq!(imported.agent, None);
    assert_eq!(
        imported.agent_problem.unwrap().code,
        ProblemCode::AgentNotFound
    );
    let file = place.file(whole().replace(AGENT, ""));
    let imported = place.dialer.import_env(&file).await.unwrap();
    assert_eq!((imported.agent_email, imported.agent_problem), (None, None));
}

#[tokio::test(start_paused = true)]
async fn what_is_no_such_file_changes_nothing() {
    let place = Place::new().await;
    let code = |problem: Problem| problem.code;
    assert_eq!(code(place.refused("").await), ProblemCode::ImportNoEnv);
    assert_eq!(
        code(place.refused(b"CLIENT_ID=\xff\xfe").await),
        ProblemCode::ImportNoEnv
    );
    assert_eq!(
        code(place.refused(whole().replace('\n', "\0")).await),
        ProblemCode::ImportNoEnv
    );
    let long = whole() + &"#".repeat(64 * 1024);
    assert_eq!(code(place.refused(long).await), ProblemCode::ImportTooLarge);
    let elsewhere = whole().replace("mypurecloud.ie", "evil.example");
    let problem = place.refused(elsewhere).await;
    assert_eq!(problem.code, ProblemCode::ImportRegionUnknown);
    assert_eq!(problem.params["key"], "GENESYS_CLOUD_REGION");
    let problem = place.refused(whole().replace("CLIENT_SECRET", "X")).await;
    assert_eq!(problem.code, ProblemCode::ImportKeyMissing);
    assert_eq!(problem.params["key"], "CLIENT_SECRET");
}

#[cfg(unix)]
#[tokio::test(start_paused = true)]
async fn only_a_regular_file_is_read() {
    let place = Place::new().await;
    let dir = place.world.dir.path().join("directory");
    std::fs::create_dir(&dir).unwrap();
    let endless = place.world.dir.path().join("endless");
    std::os::unix::fs::symlink(&endless, &endless).unwrap();
    let link = place.world.dir.path().join("link");
    std::os::unix::fs::symlink(place.file(whole()), &link).unwrap();
    let missing = place.world.dir.path().join("missing");
    for path in [&dir, &endless, &missing, &PathBuf::from("/dev/zero")] {
        let problem = place.dialer.import_env(path).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::ImportUnreadable, "{path:?}");
    }
    // A link to a file is the file.
    place.dialer.import_env(&link).await.unwrap();
}
