//! `ringfor number`, which needs neither data nor a connection.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::world::{World, config};

#[test]
fn a_number_is_read_without_data_or_connection() {
    let world = World::without_keyring(config());
    let said = world.run(&["number", "(415) 555-2671", "--country", "US", "--json"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.json()["e164"], "+14155552671");
    assert_eq!(said.json()["verdict"], "valid");
    let possible = world.run(&["number", "+1 555 123 4567", "--json"]);
    assert_eq!(possible.code, Some(5));
    assert_eq!(possible.json()["verdict"], "possible");
    assert_eq!(possible.json()["e164"], "+15551234567");
    let impossible = world.run(&["number", "12", "--country", "DE", "--json"]);
    assert_eq!(
        (impossible.code, impossible.json()["verdict"].clone()),
        (Some(5), "impossible".into())
    );
    assert!(!world.data_dir().exists());
}

#[test]
fn each_line_is_answered_in_its_order_before_the_next_is_waited_for() {
    let world = World::without_keyring(config());
    let mut child = world
        .command(&["number", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ask = |line: &[u8]| {
        input.write_all(line).unwrap();
        let answer = answers.next().unwrap().unwrap();
        serde_json::from_str::<serde_json::Value>(&answer).unwrap()
    };
    assert_eq!(ask(b"US\t(415) 555-2671\n")["e164"], "+14155552671");
    assert_eq!(ask(b"de\t030 1234567\r\n")["e164"], "+49301234567");
    assert_eq!(ask(b"no tab\n")["problem"]["code"], "line_unreadable");
    assert_eq!(ask(b"ZZ\t1\n")["problem"]["code"], "country_unknown");
    assert_eq!(ask(b"US\t\xff\xfe\n")["problem"]["code"], "line_unreadable");
    assert_eq!(ask(b"\n")["problem"]["code"], "line_unreadable");
    assert!(ask(b"US\t\n")["verdict"].is_null());
    let long = [b"US\t".to_vec(), vec![b'1'; 1_000_000], b"\n".to_vec()].concat();
    assert_eq!(ask(&long)["problem"]["code"], "line_unreadable");
    assert_eq!(ask(b"GB\t020 7946 0958\n")["e164"], "+442079460958");
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn completions_and_the_manual_come_from_the_definition() {
    let world = World::without_keyring(config());
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = world.run(&["completions", shell]);
        assert_eq!(said.code, Some(0), "{said:?}");
        assert!(said.out.contains("hangup"), "{shell}");
    }
    let page = world.run(&["manual"]);
    assert!(page.out.contains(".TH ringfor"), "{page:?}");
    assert!(page.out.contains("RINGFOR_DATA_DIR"));
    let folder = world.path("man");
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(
        world.run(&["manual", folder.to_str().unwrap()]).code,
        Some(0)
    );
    assert!(folder.join("ringfor-call.1").exists());
}
