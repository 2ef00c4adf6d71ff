//! `ringfor sandbox`, and other commands beside it.

use std::io::{BufRead, BufReader};

use crate::world::{AGENT, NUMBER, World, config, signal};

#[test]
fn a_sandbox_has_a_profile_that_other_commands_use() {
    let world = World::open(config());
    let mut child = world
        .command(&["sandbox", "--speed", "10", "--json"])
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let told: serde_json::Value = serde_json::from_str(&line).unwrap();
    let profile = told["profile"].as_str().unwrap().to_owned();
    let call = [
        "call",
        "--profile",
        &profile,
        "--agent",
        AGENT,
        "--to",
        NUMBER,
        "--json",
        "--wait",
    ];
    let said = world.run(&call);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.json()["profile"], profile.as_str());
    signal(&child, "INT");
    assert!(child.wait().unwrap().success());
    let gone = world.run(&[&call[..], &["--again"]].concat());
    assert_eq!(
        (gone.code, gone.problem().as_str()),
        (Some(3), "unreachable")
    );
}
