//! How a command ends: each exit code.

use genesys_sandbox::{DEFAULT_CLIENT_ID, Fault, FaultRule};

use crate::world::{AGENT, NUMBER, Said, World, config};

#[test]
fn a_call_is_placed_and_told_in_the_words_of_the_domain() {
    let world = World::connected();
    let said = world.call("(202) 555-0143", &[]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.err, "", "progress is for terminals");
    let told = said.json();
    let call = world.sandbox.calls().remove(0);
    assert_eq!(told["outcome"], "placed");
    assert_eq!(told["e164"], "+12025550143");
    assert_eq!(told["typed"], "(202) 555-0143");
    assert_eq!(told["agent_name"], "Alex Kim");
    assert_eq!(told["conversation_id"], call.conversation_id.as_str());
    assert_eq!(told["via"], "command_line");
    assert_eq!(told["profile"], "platform");
    assert!(told["problem"].is_null());
    let asked: Vec<String> = world
        .sandbox
        .journal()
        .iter()
        .map(|entry| entry.path.clone())
        .collect();
    assert_eq!(asked.len(), 3, "token, look-up, POST: {asked:?}");
}

#[test]
fn a_call_that_is_waited_for_ends_well_or_is_not_reached() {
    let world = World::connected();
    let well = world.call(NUMBER, &["--wait"]);
    assert_eq!(well.code, Some(0), "{well:?}");
    assert_eq!(well.json()["end_reason"], "customer_hung_up");
    assert!(well.json()["talk_ms"].as_i64().unwrap() > 0);
    let busy = world.call("+1 202 555 0100", &["--wait"]);
    assert_eq!(busy.code, Some(9), "{busy:?}");
    assert_eq!(busy.json()["end_reason"], "busy");
    let channels = world.sandbox.channels();
    assert!(
        channels.is_empty(),
        "a command takes no channel: {channels:?}"
    );
}

#[test]
fn a_refusal_is_certain() {
    let world = World::connected();
    let said = world.call("+1 202 555 0104", &[]);
    assert_eq!(said.code, Some(3), "{said:?}");
    assert_eq!(said.json()["outcome"], "refused");
    assert_eq!(said.problem(), "call_cannot_be_placed");
    assert!(
        said.err.contains("Genesys Cloud cannot place this call"),
        "{said:?}"
    );
}

#[test]
fn a_doubt_is_unknown_and_looked_up_where_it_is_waited_for() {
    let world = World::connected();
    let said = world.call("+1 202 555 0107", &[]);
    assert_eq!(said.code, Some(4), "{said:?}");
    assert_eq!(said.json()["outcome"], "unknown");
    let id = said.json()["id"].as_str().unwrap().to_owned();
    // Nobody looks after it, so the next command may.
    let asked = world.call(NUMBER, &[]);
    assert_eq!(asked.code, Some(7), "{asked:?}");
    assert_eq!(asked.problem(), "again_unknown");
    let followed = world.run(&["follow", &id, "--json"]);
    assert_eq!(followed.code, Some(0), "{followed:?}");
    assert_eq!(followed.json()["outcome"], "placed");
    assert_eq!(followed.json()["settling"]["state"], "found");
    assert_eq!(world.posts(), 1);
    let none = world.call("+1 202 555 0109", &["--wait"]);
    assert_eq!(none.code, Some(4), "{none:?}");
    assert_eq!(none.json()["settling"]["state"], "not_found");
}

#[test]
fn a_number_that_cannot_be_dialled_sends_nothing() {
    let world = World::connected();
    for (number, code) in [
        ("911", "number_emergency"),
        ("hello", "number_unreadable"),
        ("555 2671", "number_local_only"),
    ] {
        let said = world.call(number, &[]);
        assert_eq!(said.code, Some(5), "{said:?}");
        assert_eq!(said.problem(), code);
    }
    let nowhere = world.call(NUMBER, &["--country", "ZZ"]);
    assert_eq!(nowhere.code, Some(2), "twice the same option: {nowhere:?}");
    let possible = world.call("+1 555 123 4567", &[]);
    assert_eq!(
        (possible.code, possible.problem().as_str()),
        (Some(5), "number_not_in_use")
    );
    assert_eq!(world.sandbox.journal().len(), 0, "not even a token");
    let wanted = world.call("+1 555 123 4567", &["--possible"]);
    assert_eq!(wanted.code, Some(0), "{wanted:?}");
}

#[test]
fn who_is_not_signed_in_is_told_so() {
    let world = World::open(config());
    let nobody = world.call(NUMBER, &[]);
    assert_eq!(
        (nobody.code, nobody.problem().as_str()),
        (Some(6), "not_connected")
    );
    assert!(nobody.err.contains("ringfor profile add"), "{nobody:?}");
    let added = [
        "profile",
        "add",
        "wrong",
        "--client-id",
        DEFAULT_CLIENT_ID,
        "--api-url",
        &world.base_url,
    ];
    assert_eq!(world.run_with(&added, "not the secret").code, Some(0));
    let wrong = world.call(NUMBER, &[]);
    assert_eq!(
        (wrong.code, wrong.problem().as_str()),
        (Some(6), "secret_wrong")
    );
    let missing = world.call(NUMBER, &["--profile", "nowhere"]);
    assert_eq!(
        (missing.code, missing.problem().as_str()),
        (Some(6), "profile_missing")
    );
    assert_eq!(world.posts(), 0);
}

#[test]
fn an_agent_that_is_not_there_is_not_called_for() {
    let world = World::connected();
    let call = |agent: &str| world.run(&["--json", "call", "--agent", agent, "--to", NUMBER]);
    let nobody = call("nobody@example.com");
    assert_eq!(
        (nobody.code, nobody.problem().as_str()),
        (Some(8), "agent_not_found")
    );
    let inactive = call("mateo.garcia@example.com");
    assert_eq!(inactive.code, Some(8), "{inactive:?}");
    let found = world.run(&["agents", "find", "alex", "--json"]);
    assert_eq!(found.code, Some(0), "{found:?}");
    assert_eq!(found.json()["agents"][0]["email"], AGENT);
    assert_eq!(world.run(&["agents", "find", "zzzz"]).code, Some(8));
    assert_eq!(world.posts(), 0);
}

#[test]
fn a_server_that_fails_before_a_call_has_refused_it() {
    let world = World::connected();
    let no = Fault::Status {
        status: 403,
        code: Some("missing.any.permissions".to_owned()),
        retry_after: None,
        message: None,
    };
    world
        .sandbox
        .add_fault(FaultRule::once("POST /api/v2/users/search", no));
    let said = world.call(NUMBER, &[]);
    assert_eq!(
        (said.code, said.problem().as_str()),
        (Some(3), "permission_missing")
    );
    assert_eq!(world.posts(), 0);
}

#[test]
fn what_cannot_be_recorded_is_not_sent() {
    let world = World::connected();
    let mut command = world.command(&["--json", "call", "--agent", AGENT, "--to", NUMBER]);
    let in_the_way = world.path("file");
    std::fs::write(&in_the_way, "").unwrap();
    let output = command
        .env("RINGFOR_DATA_DIR", in_the_way)
        .output()
        .unwrap();
    let said = crate::world::Said::of(output);
    assert_eq!(
        (said.code, said.problem().as_str()),
        (Some(10), "data_dir_unwritable")
    );
    assert_eq!(world.sandbox.journal().len(), 0);
}

#[test]
fn hanging_up_ends_a_call_of_an_earlier_command() {
    let world = World::connected_at(1.0);
    let call = world.call(NUMBER, &[]);
    let id = call.json()["id"].as_str().unwrap().to_owned();
    let end = &id[id.len() - 8..];
    let said = world.run(&["--json", "hangup", end]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.json()["id"], id.as_str());
    assert_eq!(said.json()["end_reason"], "hung_up_here");
    let again = world.run(&["hangup", "last"]);
    assert_eq!(
        again.code,
        Some(0),
        "a call that is over is hung up: {again:?}"
    );
    let none = world.run(&["--json", "hangup", "ffffffff"]);
    assert_eq!(
        (none.code, none.problem().as_str()),
        (Some(11), "attempt_missing")
    );
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_2() {
    let world = World::without_keyring(config());
    for arguments in [
        &["call"][..],
        &["call", "--agent", AGENT],
        &["history", "--since", "yesterday"],
        &["history", "--csv", "--json"],
        &["profile", "add", "x", "--client-id", "y"],
        &["nothing"],
        &[],
    ] {
        let said = world.run(arguments);
        assert_eq!(said.code, Some(2), "{arguments:?}: {said:?}");
        assert_eq!(said.out, "");
    }
}

#[test]
fn a_placed_call_is_placed_also_where_nobody_reads_of_it() {
    let world = World::connected();
    let full = std::fs::File::options().write(true).open("/dev/full");
    let (reader, closed) = std::io::pipe().unwrap();
    drop(reader);
    let outputs: [std::process::Stdio; 2] = [full.unwrap().into(), closed.into()];
    for (output, more) in outputs.into_iter().zip([&[][..], &["--json"]]) {
        let call = ["call", "--agent", AGENT, "--to", NUMBER, "--again"];
        let mut command = world.command(&[&call[..], more].concat());
        let said = Said::of(command.stdout(output).output().unwrap());
        assert_eq!(said.code, Some(0), "{said:?}");
        let rows = world.run(&["history", "--json"]).json();
        let id = rows["attempts"][0]["id"].as_str().unwrap().to_owned();
        assert!(said.err.contains(&format!("placed {id}")), "{said:?}");
    }
}

#[test]
fn a_call_that_cannot_be_read_is_not_waited_for() {
    let world = World::connected();
    let no = Fault::Status {
        status: 403,
        code: Some("missing.any.permissions".to_owned()),
        retry_after: None,
        message: None,
    };
    let read = FaultRule {
        times: 1000,
        ..FaultRule::once("GET /api/v2/conversations/calls/*", no)
    };
    world.sandbox.add_fault(read);
    let said = world.call(NUMBER, &["--wait"]);
    assert_eq!(said.code, Some(12), "{said:?}");
    assert_eq!(said.json()["outcome"], "placed");
    assert!(said.err.contains("call_unreadable"), "{said:?}");
}

#[test]
fn a_command_that_places_no_call_says_nothing_of_one() {
    let world = World::connected();
    assert_eq!(world.call(NUMBER, &[]).code, Some(0));
    let folder = world.data_dir();
    let file = folder.join("ringfor.db");
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains("ringfor.db-") {
            std::fs::remove_file(path).unwrap();
        }
    }
    std::fs::write(
        file,
        "this is no database, and it is longer than a header of one is",
    )
    .unwrap();
    for command in [&["history"][..], &["hangup", "last"], &["follow", "last"]] {
        assert_eq!(world.run(command).code, Some(12), "{command:?}");
    }
    assert_eq!(world.call(NUMBER, &[]).code, Some(10), "nothing was sent");
}

#[test]
fn nobody_signed_in_is_told_with_and_without_an_agent() {
    let world = World::open(config());
    world.add_person("Person");
    for agent in [&[][..], &["--agent", AGENT]] {
        let said = world.run(&[&["call", "--to", NUMBER, "--json"][..], agent].concat());
        assert_eq!(
            (said.code, said.problem().as_str()),
            (Some(6), "signed_out")
        );
    }
}
