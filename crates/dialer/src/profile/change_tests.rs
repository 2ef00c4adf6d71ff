//! Changes that two processes make at once.

use tempfile::TempDir;

use super::{Change, Kind, Naming, Profile};
use crate::data_dir::DataDir;
use crate::log::CallLog;
use crate::problem::ProblemCode;
use crate::view::{Colour, DialectName, SignIn, SignedInUser};

fn fresh() -> (TempDir, CallLog) {
    let dir = tempfile::tempdir().unwrap();
    let log = CallLog::open(&DataDir::open(dir.path()).unwrap()).unwrap();
    (dir, log)
}

fn profile(sign_in: SignIn) -> Profile {
    Profile {
        id: "p".into(),
        name: "Work".into(),
        sandbox: false,
        region: Some("mypurecloud.ie".into()),
        hosts: None,
        client_id: "client".into(),
        dialect: DialectName::Platform,
        this_run_only: false,
        secret_changes: 0,
        active: false,
        sign_in,
        user: None,
        colour: Colour::Plain,
        options: Default::default(),
        default_country: None,
        last_agent_id: None,
        extension_digits: Default::default(),
    }
}

fn changed(profile: Profile, secret_stays: bool) -> Change {
    Change {
        profile,
        naming: Naming::Typed,
        kind: Kind::Changed { secret_stays },
    }
}

#[tokio::test]
async fn a_form_brings_neither_a_sign_in_nor_a_secret_back() {
    let (_dir, log) = fresh();
    let profiles = log.profiles();
    profiles.save(profile(SignIn::Code)).await.unwrap();
    let read_before = profiles.get("p").await.unwrap();
    let ann = SignedInUser {
        id: "u-1".into(),
        name: "Ann".into(),
        email: "ann@example.com".into(),
    };
    profiles.set_user("p", Some(ann.clone())).await.unwrap();
    profiles.secret_removed("p").await.unwrap();
    let renamed = Profile {
        name: "Renamed".into(),
        ..read_before.clone()
    };
    let now = profiles.apply(changed(renamed, true)).await.unwrap();
    assert_eq!(now.name, "Renamed");
    assert_eq!(now.user, Some(ann), "who has signed in since stays");
    assert!(now.this_run_only, "the secret that is gone stays gone");
    // In another way nobody has signed in yet; a new secret is where the form says.
    let other = Profile {
        sign_in: SignIn::Pkce,
        ..read_before
    };
    let now = profiles.apply(changed(other, false)).await.unwrap();
    assert_eq!((now.user, now.this_run_only), (None, false));
}

#[tokio::test]
async fn a_profile_that_was_removed_meanwhile_stays_removed() {
    let (_dir, log) = fresh();
    let profiles = log.profiles();
    profiles.save(profile(SignIn::Client)).await.unwrap();
    let read_before = profiles.get("p").await.unwrap();
    profiles.retire("p").await.unwrap();
    let missing = ProblemCode::ProfileMissing;
    let problem = profiles.save(read_before.clone()).await.unwrap_err();
    assert_eq!(problem.code, missing);
    let problem = profiles.secret_removed("p").await.unwrap_err();
    assert_eq!(problem.code, missing);
    let problem = profiles.apply(changed(read_before, true)).await;
    assert_eq!(problem.unwrap_err().code, missing);
    assert!(profiles.list().await.unwrap().is_empty());
}
