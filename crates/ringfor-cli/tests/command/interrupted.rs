//! Ctrl-C and SIGTERM.

use std::process::Child;

use crate::world::{AGENT, NUMBER, Said, World, signal, until};
use genesys_sandbox::{Fault, FaultRule};

fn waiting(world: &World) -> Child {
    let child = world
        .command(&["--json", "call", "--agent", AGENT, "--to", NUMBER, "--wait"])
        .spawn()
        .unwrap();
    until("the call is followed", || {
        let journal = world.sandbox.journal();
        journal.iter().any(|entry| {
            entry.method == "GET" && entry.path.starts_with("/api/v2/conversations/calls/")
        })
    });
    child
}

#[test]
fn a_call_that_was_placed_goes_on_when_its_command_is_interrupted() {
    for name in ["INT", "TERM"] {
        let world = World::connected_at(1.0);
        let child = waiting(&world);
        signal(&child, name);
        let said = Said::of(child.wait_with_output().unwrap());
        assert_eq!(said.code, Some(130), "{name}: {said:?}");
        assert_eq!(said.json()["outcome"], "placed");
        let id = said.json()["id"].as_str().unwrap().to_owned();
        assert!(
            said.err.contains(&format!("ringfor hangup {id}")),
            "{said:?}"
        );
        let journal = world.sandbox.journal();
        assert!(
            journal.iter().all(|entry| entry.method != "PATCH"),
            "nothing hung up"
        );
    }
}

#[test]
fn an_interrupt_before_anything_rings_gives_the_call_up() {
    let world = World::connected();
    let wait = Fault::Status {
        status: 429,
        code: None,
        retry_after: Some(5),
        message: None,
    };
    let place = "POST /api/v2/conversations/calls/user/*";
    world.sandbox.add_fault(FaultRule::once(place, wait));
    let child = world
        .command(&["--json", "call", "--agent", AGENT, "--to", NUMBER])
        .spawn()
        .unwrap();
    until("the server asks to wait", || {
        let journal = world.sandbox.journal();
        journal.iter().any(|entry| entry.status == Some(429))
    });
    signal(&child, "INT");
    let said = Said::of(child.wait_with_output().unwrap());
    assert_eq!(said.code, Some(3), "{said:?}");
    assert_eq!(said.problem(), "cancelled");
    assert_eq!(world.posts(), 1, "it is not sent again");
}

#[test]
fn an_interrupt_during_the_look_up_presses_nothing() {
    let world = World::connected();
    let delay = Fault::Delay { ms: 8_000 };
    world
        .sandbox
        .add_fault(FaultRule::once("POST /oauth/token", delay));
    let child = world
        .command(&["--json", "call", "--agent", AGENT, "--to", NUMBER])
        .spawn()
        .unwrap();
    until("a token is asked for", || {
        !world.sandbox.journal().is_empty()
    });
    signal(&child, "TERM");
    let said = Said::of(child.wait_with_output().unwrap());
    assert_eq!((said.code, said.problem().as_str()), (Some(3), "cancelled"));
    assert_eq!(world.posts(), 0);
    let history = world.run(&["history", "--json"]).json();
    assert_eq!(history["attempts"].as_array().unwrap().len(), 0);
}
