//! The browser in which a person signs in, as a test plays it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use genesys_sandbox::{DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET};

use crate::world::{AGENT, World};

impl World {
    /// Adds a profile in which a person signs in.
    pub(crate) fn add_person(&self, name: &str) {
        let add = [
            "profile",
            "add",
            name,
            "--sign-in",
            "code",
            "--client-id",
            DEFAULT_CLIENT_ID,
            "--api-url",
            &self.base_url,
        ];
        let added = self.run_with(&add, DEFAULT_CLIENT_SECRET);
        assert_eq!(added.code, Some(0), "{added:?}");
    }

    /// Signs the agent in.
    pub(crate) fn sign_in(&self, name: &str) {
        let mut child = self
            .command(&["sign-in", name, "--no-browser"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let url = lines
            .map(Result::unwrap)
            .find(|line| line.starts_with("http://"));
        // The address that is told leads on to the page.
        let url = led_to(&exchange("GET", &url.unwrap(), ""));
        let (page, fields) = url.split_once('?').unwrap();
        let agent = AGENT.replace('@', "%40");
        let form = format!("{fields}&email={agent}&action=sign_in");
        let back = led_to(&exchange("POST", page, &form));
        let page = exchange("GET", &back, "");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(child.wait().unwrap().success());
    }
}

fn led_to(answer: &str) -> String {
    let to = answer
        .lines()
        .find_map(|line| line.strip_prefix("location: "));
    to.unwrap().trim().to_owned()
}

/// One request, and the whole answer.
fn exchange(method: &str, url: &str, body: &str) -> String {
    let (host, path) = url
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    let head = format!(
        "{method} /{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all((head + body).as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
