//! Laws 1 and 2 across commands: one call at a time, and none is lost.

use std::time::Duration;

use genesys_sandbox::{CallState, Fault, FaultRule};
use serde_json::Value;

use crate::world::{AGENT, NUMBER, Said, World, signal, until};

const PLACE: &str = "POST /api/v2/conversations/calls/user/*";

fn slow(world: &World, what: &str) {
    let delay = Fault::Delay { ms: 15_000 };
    world.sandbox.add_fault(FaultRule::once(what, delay));
}

fn attempts(world: &World) -> Vec<Value> {
    let said = world.run(&["history", "--json"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    said.json()["attempts"].as_array().unwrap().clone()
}

#[test]
fn a_second_command_for_the_same_agent_places_nothing() {
    let world = World::connected();
    slow(&world, PLACE);
    let mut first = world
        .command(&["--json", "call", "--agent", AGENT, "--to", NUMBER])
        .spawn()
        .unwrap();
    world.until_posted();
    for more in [&[][..], &["--again"]] {
        let second = world.call("+1 202 555 0144", more);
        assert_eq!(
            (second.code, second.problem().as_str()),
            (Some(7), "call_pending")
        );
    }
    assert_eq!(world.posts(), 1);
    assert_eq!(attempts(&world).len(), 1);
    first.kill().unwrap();
    first.wait().unwrap();
}

#[test]
fn a_call_that_may_be_on_makes_busy_unless_again_is_given() {
    let world = World::connected_at(1.0);
    assert_eq!(world.call(NUMBER, &[]).code, Some(0));
    let busy = world.call("+1 202 555 0144", &[]);
    assert_eq!(
        (busy.code, busy.problem().as_str()),
        (Some(7), "again_live")
    );
    let again = world.call("+1 202 555 0144", &["--again"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(world.posts(), 2);
}

#[test]
fn a_call_that_nobody_followed_to_its_end_makes_nobody_busy() {
    let world = World::connected();
    assert_eq!(world.call(NUMBER, &[]).code, Some(0));
    until("the far end has hung up", || {
        let calls = world.sandbox.calls();
        calls.iter().all(|call| call.state == CallState::Ended)
    });
    let next = world.call("+1 202 555 0144", &[]);
    assert_eq!(next.code, Some(0), "{next:?}");
    let rows = attempts(&world);
    assert_eq!(
        rows[1]["end_reason"], "customer_hung_up",
        "its end is written down"
    );
}

#[test]
fn the_same_number_again_at_once_asks_for_whichever_agent() {
    let world = World::connected();
    assert_eq!(world.call(NUMBER, &[]).code, Some(0));
    let other = [
        "--json",
        "call",
        "--agent",
        "alexandra.novak@example.com",
        "--to",
        NUMBER,
    ];
    let said = world.run(&other);
    assert_eq!(
        (said.code, said.problem().as_str()),
        (Some(7), "again_same_number")
    );
    assert_eq!(
        world.run(&[&other[..], &["--again"]].concat()).code,
        Some(0)
    );
}

#[test]
fn a_kill_while_the_request_is_away_leaves_the_attempt_and_it_is_found() {
    let world = World::connected();
    slow(&world, PLACE);
    let mut killed = world
        .command(&["call", "--agent", AGENT, "--to", NUMBER])
        .spawn()
        .unwrap();
    world.until_posted();
    signal(&killed, "KILL");
    killed.wait().unwrap();
    let rows = attempts(&world);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["outcome"], "unknown");
    assert_eq!(rows[0]["problem"]["code"], "process_ended");
    let next = world.call("+1 202 555 0144", &[]);
    assert_eq!(
        (next.code, next.problem().as_str()),
        (Some(7), "again_unknown")
    );
    assert_eq!(world.posts(), 1);
}

#[test]
fn a_kill_before_the_request_leaves_has_sent_nothing() {
    let world = World::connected();
    slow(&world, "POST /oauth/token");
    let mut killed = world
        .command(&["call", "--agent", AGENT, "--to", NUMBER])
        .spawn()
        .unwrap();
    until("a token is asked for", || {
        !world.sandbox.journal().is_empty()
    });
    signal(&killed, "KILL");
    killed.wait().unwrap();
    assert_eq!(attempts(&world).len(), 0, "nothing was pressed yet");
    assert_eq!(world.call(NUMBER, &[]).code, Some(0));
}

#[test]
fn who_follows_takes_over_when_the_process_that_called_is_killed() {
    // Nine seconds from the press to the end.
    let world = World::connected_at(4.0);
    let mut caller = world
        .command(&["call", "--agent", AGENT, "--to", NUMBER, "--wait"])
        .spawn()
        .unwrap();
    until("the call is placed", || {
        attempts(&world)
            .first()
            .is_some_and(|attempt| attempt["outcome"] == "placed")
    });
    let mut follower = world
        .command(&["follow", "last", "--json"])
        .spawn()
        .unwrap();
    until("both have the log open", || owners(&world) == 2);
    // It looks into the log once a second, and finds the caller alive the first time.
    std::thread::sleep(Duration::from_millis(500));
    caller.kill().unwrap();
    caller.wait().unwrap();
    until("the call has ended, and so has the command", || {
        follower.try_wait().unwrap().is_some()
    });
    let said = Said::of(follower.wait_with_output().unwrap());
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.json()["end_reason"], "customer_hung_up");
    assert_eq!(world.posts(), 1);
}

/// How many processes have the log open.
fn owners(world: &World) -> usize {
    let owners = world.data_dir().join("owners");
    std::fs::read_dir(owners).map_or(0, |entries| entries.flatten().count())
}
