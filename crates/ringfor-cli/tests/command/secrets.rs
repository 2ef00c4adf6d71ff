//! Law 3 on the command line.

use std::path::Path;

use genesys_sandbox::{DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Fault, FaultRule};

use crate::world::{AGENT, NUMBER, World, config};

#[test]
fn the_secret_is_in_no_argument_no_environment_and_no_file() {
    let world = World::connected();
    let delay = Fault::Delay { ms: 5_000 };
    let place = "POST /api/v2/conversations/calls/user/*";
    world.sandbox.add_fault(FaultRule::once(place, delay));
    let mut child = world
        .command(&["call", "--agent", AGENT, "--to", NUMBER])
        .spawn()
        .unwrap();
    world.until_posted();
    let process = Path::new("/proc").join(child.id().to_string());
    let arguments = std::fs::read(process.join("cmdline")).unwrap();
    assert!(has(&arguments, AGENT), "the right process");
    assert!(!has(&arguments, DEFAULT_CLIENT_SECRET));
    // Of a process that lets nobody look in, only root reads it.
    if let Ok(environment) = std::fs::read(process.join("environ")) {
        assert!(!has(&environment, DEFAULT_CLIENT_SECRET));
    }
    child.wait().unwrap();
    for entry in files(&world.data_dir()) {
        assert!(
            !has(&std::fs::read(&entry).unwrap(), DEFAULT_CLIENT_SECRET),
            "{entry:?}"
        );
    }
}

#[test]
fn without_a_keyring_a_secret_serves_one_command_and_stays_nowhere() {
    let world = World::without_keyring(config());
    let add = [
        "--json",
        "profile",
        "add",
        "x",
        "--client-id",
        DEFAULT_CLIENT_ID,
        "--api-url",
        &world.base_url,
    ];
    let kept = world.run_with(&add, DEFAULT_CLIENT_SECRET);
    assert_eq!(
        (kept.code, kept.problem().as_str()),
        (Some(6), "keyring_missing")
    );
    let lent = world.run_with(
        &[&add[..], &["--no-keyring"]].concat(),
        DEFAULT_CLIENT_SECRET,
    );
    assert_eq!(lent.code, Some(0), "{lent:?}");
    let none = world.call(NUMBER, &[]);
    assert_eq!(
        (none.code, none.problem().as_str()),
        (Some(6), "secret_missing")
    );
    let call = [
        "--json",
        "call",
        "--agent",
        AGENT,
        "--to",
        NUMBER,
        "--secret-stdin",
    ];
    let placed = world.run_with(&call, &format!("{DEFAULT_CLIENT_SECRET}\n"));
    assert_eq!(placed.code, Some(0), "{placed:?}");
    let check = ["profile", "check", "x", "--secret-stdin"];
    let checked = world.run_with(&check, DEFAULT_CLIENT_SECRET);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    for entry in files(&world.data_dir()) {
        assert!(
            !has(&std::fs::read(&entry).unwrap(), DEFAULT_CLIENT_SECRET),
            "{entry:?}"
        );
    }
}

#[test]
fn a_secret_is_no_argument() {
    let world = World::without_keyring(config());
    for option in ["--secret", "--client-secret", "--password"] {
        let add = [
            "profile",
            "add",
            "x",
            "--client-id",
            "y",
            "--region",
            "mypurecloud.com",
            option,
            "z",
        ];
        assert_eq!(world.run(&add).code, Some(2), "{option}");
    }
    let empty = [
        "--json",
        "profile",
        "add",
        "x",
        "--client-id",
        "y",
        "--region",
        "mypurecloud.com",
    ];
    let said = world.run(&empty);
    assert_eq!(
        (said.code, said.problem().as_str()),
        (Some(6), "secret_empty")
    );
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all.extend(files(&path)),
            false => all.push(path),
        }
    }
    all
}
