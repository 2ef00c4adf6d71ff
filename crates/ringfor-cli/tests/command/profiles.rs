//! Profiles: those of the window, one secret each.

use genesys_sandbox::{DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET};

use crate::world::{NUMBER, World, config};

#[test]
fn profiles_are_added_listed_used_checked_and_removed() {
    let world = World::connected();
    let second = [
        "profile",
        "add",
        "Second",
        "--client-id",
        DEFAULT_CLIENT_ID,
        "--api-url",
        &world.base_url,
    ];
    assert_eq!(world.run_with(&second, DEFAULT_CLIENT_SECRET).code, Some(0));
    let taken = world.run_with(&second, DEFAULT_CLIENT_SECRET);
    assert_eq!(taken.code, Some(12), "{taken:?}");
    let names = |active: bool| -> Vec<String> {
        let told = world.run(&["profile", "list", "--json"]).json();
        let profiles = told["profiles"].as_array().unwrap().clone();
        let wanted = profiles
            .iter()
            .filter(|profile| profile["active"] == active);
        wanted
            .map(|profile| profile["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        (names(true), names(false)),
        (vec!["Second".to_owned()], vec!["platform".to_owned()])
    );
    assert_eq!(
        world.run(&["profile", "use", "PLATFORM"]).code,
        Some(0),
        "in either case"
    );
    assert_eq!(names(true), ["platform"]);
    let checked = world.run(&["profile", "check", "Second", "--json"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(!checked.json()["steps"].as_array().unwrap().is_empty());
    assert_eq!(world.sandbox.calls(), [], "a check places nothing");
    let elsewhere = world.call(NUMBER, &["--profile", "second"]);
    assert_eq!(elsewhere.json()["profile"], "Second");
    assert_eq!(
        names(true),
        ["platform"],
        "one call elsewhere changes nothing"
    );
    assert_eq!(world.run(&["profile", "remove", "Second"]).code, Some(0));
    assert_eq!(names(false), Vec::<String>::new());
    assert_eq!(world.run(&["profile", "remove", "Second"]).code, Some(6));
    let kept = world.run(&["history", "--json"]).json();
    assert_eq!(
        kept["attempts"].as_array().unwrap().len(),
        1,
        "its attempts stay"
    );
}

#[test]
fn a_tutorials_file_is_taken_over() {
    let world = World::open(config());
    let file = world.path("tutorial.env");
    let secret = "a-secret-of-a-tutorial";
    std::fs::write(
        &file,
        format!("CLIENT_ID=abc\nCLIENT_SECRET={secret}\nGENESYS_CLOUD_REGION=mypurecloud.ie\nTARGET_NUMBER=+12025550143\n"),
    )
    .unwrap();
    let said = world.run(&["profile", "import", file.to_str().unwrap(), "--json"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.json()["profile"]["region"], "mypurecloud.ie");
    assert_eq!(said.json()["profile"]["secret"], "keyring");
    assert_eq!(said.json()["number"], "+12025550143");
    assert!(!format!("{said:?}").contains(secret));
    assert!(file.exists(), "the person deletes it");
}
