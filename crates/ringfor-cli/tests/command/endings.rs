//! What a process waits for before it ends.

use std::process::Stdio;
use std::time::Duration;

use genesys_sandbox::{Fault, FaultRule};
use rusqlite::Connection;

use crate::world::{AGENT, NUMBER, Said, World, config, signal, until};

const PLACE: &str = "POST /api/v2/conversations/calls/user/*";

#[test]
fn a_sign_in_that_is_being_refreshed_outlives_every_signal() {
    let world = World::open(config());
    world.add_person("Person");
    world.sign_in("Person");
    let commands = [
        (&["call", "--to", NUMBER, "--again"][..], "INT", 3),
        (&["profile", "check", "Person"], "TERM", 130),
        (&["call", "--to", NUMBER, "--again"], "HUP", 3),
    ];
    for (command, name, code) in commands {
        world.sandbox.expire_tokens();
        let asked = refreshes(&world);
        let delay = Fault::Delay { ms: 2_500 };
        world
            .sandbox
            .add_fault(FaultRule::once("POST /oauth/token", delay));
        let child = world.command(command).spawn().unwrap();
        until(&format!("the token is refreshed before {name}"), || {
            refreshes(&world) > asked
        });
        signal(&child, name);
        let said = Said::of(child.wait_with_output().unwrap());
        assert_eq!(said.code, Some(code), "{name}: {said:?}");
        let next = world.run(&["call", "--to", NUMBER, "--again", "--wait"]);
        assert_eq!(next.code, Some(0), "still signed in after {name}: {next:?}");
    }
}

fn refreshes(world: &World) -> usize {
    let journal = world.sandbox.journal();
    let tokens = journal.iter().filter(|entry| entry.path == "/oauth/token");
    tokens.count()
}

/// Nobody else can write to the log meanwhile.
fn lock_log(world: &World) -> Connection {
    let log = Connection::open(world.data_dir().join("ringfor.db")).unwrap();
    log.busy_timeout(Duration::from_secs(20)).unwrap();
    log.execute_batch("BEGIN IMMEDIATE").unwrap();
    log
}

#[test]
fn an_outcome_that_cannot_be_written_is_waited_for() {
    let world = World::connected();
    let delay = Fault::Delay { ms: 2_000 };
    world.sandbox.add_fault(FaultRule::once(PLACE, delay));
    let mut child = world
        .command(&["call", "--agent", AGENT, "--to", NUMBER, "--json"])
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    world.until_posted();
    let log = lock_log(&world);
    let mut line = String::new();
    let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut out, &mut line).unwrap();
    let told: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(told["outcome"], "placed");
    assert!(child.try_wait().unwrap().is_none(), "the log waits for it");
    drop(log);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let rows = world.run(&["history", "--json"]).json();
    assert_eq!(rows["attempts"][0]["outcome"], "placed", "{rows}");
}

#[test]
fn what_was_not_written_is_told_when_its_command_is_interrupted() {
    let world = World::connected();
    let delay = Fault::Delay { ms: 2_000 };
    world.sandbox.add_fault(FaultRule::once(PLACE, delay));
    let mut child = world
        .command(&["call", "--agent", AGENT, "--to", NUMBER, "--json"])
        .spawn()
        .unwrap();
    world.until_posted();
    let _log = lock_log(&world);
    let mut line = String::new();
    let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut out, &mut line).unwrap();
    let told: serde_json::Value = serde_json::from_str(&line).unwrap();
    signal(&child, "INT");
    let said = Said::of(child.wait_with_output().unwrap());
    assert_eq!(said.code, Some(0), "it was placed: {said:?}");
    let conversation = world.sandbox.calls().remove(0).conversation_id;
    let id = told["id"].as_str().unwrap();
    let fact = format!("placed {id} {conversation}");
    let told_plainly = said.err.lines().any(|line| line.replace('\t', " ") == fact);
    assert!(told_plainly, "{said:?}");
}

#[test]
fn a_command_that_waits_for_a_secret_can_be_interrupted() {
    let world = World::connected();
    for (name, command, code) in [
        ("INT", &["call", "--agent", AGENT, "--to", NUMBER][..], 3),
        ("TERM", &["agents", "find", "alex"], 130),
        ("HUP", &["follow", "last"], 130),
    ] {
        let mut child = world
            .command(&[command, &["--secret-stdin"]].concat())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take();
        until("signals are caught", || catches(child.id()));
        signal(&child, name);
        let said = Said::of(child.wait_with_output().unwrap());
        assert_eq!(said.code, Some(code), "{name}: {said:?}");
        drop(stdin);
    }
    assert_eq!(world.sandbox.journal().len(), 0);
}

/// Whether a process catches SIGTERM.
fn catches(process: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    caught
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .is_some_and(|mask| mask & (1 << 14) != 0)
}
