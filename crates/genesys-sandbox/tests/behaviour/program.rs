//! The program around the library.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Command, Stdio},
};

use serde_json::Value;

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_genesys-sandbox"));
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn it_says_where_it_is_and_answers_there() {
    let mut child = program(&["--agents", "3"]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let address = ready["base_url"]
        .as_str()
        .unwrap()
        .strip_prefix("http://")
        .unwrap();
    assert!(ready["client_id"].is_string() && ready["client_secret"].is_string());
    assert!(ready["public_client_id"].is_string());
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .write_all(b"GET /sandbox/calls HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("[]"),
        "{answer}"
    );
}

#[cfg(unix)]
#[test]
fn signals_stop_it_in_good_order() {
    for signal in ["-TERM", "-INT"] {
        let mut child = program(&[]).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let sent = Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
        assert!(child.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn what_it_does_not_understand_it_says() {
    let output = program(&["--speed", "never"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("not a speed")
    );
}
