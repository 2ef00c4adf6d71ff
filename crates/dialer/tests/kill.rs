//! Law 2 with real processes: one is killed between *intent on disk* and *answer*, another one is
//! not, and a third one settles what the first has left.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use genesys_sandbox::{Config, Fault, FaultRule, Running, Sandbox};
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};

const FIRST: &str = "agent@example.com";
const SECOND: &str = "alexandra.novak@example.com";

/// The example `headless`, which cargo builds beside the tests.
fn headless() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let name = format!("headless{}", std::env::consts::EXE_SUFFIX);
    let path = test
        .parent()
        .unwrap()
        .parent()
        .unwrap()
        .join("examples")
        .join(name);
    assert!(
        path.is_file(),
        "{} is missing: build it with `cargo build -p dialer --examples`",
        path.display()
    );
    path
}

struct World {
    dir: TempDir,
    sandbox: Sandbox,
    running: Running,
}

impl World {
    async fn new() -> Self {
        // Nothing is found afterwards, so that what a killed process leaves can be looked at.
        let denied_permissions = [
            "analytics:conversationDetail:view",
            "analytics:agentConversationDetail:view",
            "analytics:queueObservation:view",
        ];
        let sandbox = Sandbox::new(Config {
            denied_permissions: denied_permissions.map(str::to_owned).into(),
            ..Config::default()
        });
        let running = sandbox
            .serve(SocketAddr::from(([127, 0, 0, 1], 0)))
            .await
            .unwrap();
        Self {
            dir: tempfile::tempdir().unwrap(),
            sandbox,
            running,
        }
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    async fn start(&self, args: &[&str]) -> Child {
        let mut child = Command::new(headless())
            .arg(self.path())
            .args([&self.running.base_url, &self.running.client_id])
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let secret = format!("{}\n", self.running.client_secret);
        let mut input = child.stdin.take().unwrap();
        input.write_all(secret.as_bytes()).await.unwrap();
        child
    }

    /// Starts a process that places a call, and waits until the server has its request and holds
    /// the answer back.
    async fn hang_in_the_middle(&self, email: &str) -> Child {
        self.hang("place", email).await
    }

    /// The same with `place` or `again`.
    async fn hang(&self, how: &str, email: &str) -> Child {
        self.sandbox.add_fault(FaultRule::once(
            "POST /api/v2/conversations/calls/user/*",
            Fault::Delay { ms: 600_000 },
        ));
        let before = self.sandbox.calls().len();
        let child = self.start(&[how, email, "+1 415 555 2671"]).await;
        let started = Instant::now();
        while self.sandbox.calls().len() == before {
            assert!(
                started.elapsed() < Duration::from_secs(30),
                "no call came to be"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        child
    }

    /// The history as a new process sees it: agent and outcome, newest first.
    async fn history(&self) -> Vec<Value> {
        let child = self.start(&["history"]).await;
        let output = child.wait_with_output().await.unwrap();
        assert!(output.status.success());
        let lines = String::from_utf8(output.stdout).unwrap();
        let values = lines
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        values.filter(|value| value.get("seq").is_some()).collect()
    }
}

fn row<'a>(rows: &'a [Value], agent: &str) -> &'a Value {
    rows.iter().find(|row| row["agent_name"] == agent).unwrap()
}

#[tokio::test]
async fn a_killed_process_leaves_an_unknown_attempt_and_a_living_one_is_left_alone() {
    let world = World::new().await;
    let mut killed = world.hang_in_the_middle(FIRST).await;
    // The same number within ten seconds.
    let mut living = world.hang("again", SECOND).await;
    let rows = world.history().await;
    assert_eq!(row(&rows, "Alex Kim")["outcome"], "pending");
    assert_eq!(row(&rows, "Alexandra Novak")["outcome"], "pending");

    // SIGKILL: nothing of it can tidy up.
    killed.kill().await.unwrap();
    let rows = world.history().await;
    assert_eq!(rows.len(), 2);
    let left = row(&rows, "Alex Kim");
    assert_eq!(left["outcome"], "unknown");
    assert_eq!(left["problem"]["code"], "process_ended");
    assert_eq!(left["e164"], "+14155552671");
    assert_eq!(left["via"], "command_line");
    assert_eq!(
        row(&rows, "Alexandra Novak")["outcome"],
        "pending",
        "its process still runs"
    );

    living.kill().await.unwrap();
    let rows = world.history().await;
    assert_eq!(row(&rows, "Alexandra Novak")["outcome"], "unknown");
    assert_eq!(
        world.sandbox.calls().len(),
        2,
        "no restart has placed anything"
    );
}

#[tokio::test]
async fn an_agent_whose_process_was_killed_can_be_called_for_again() {
    let world = World::new().await;
    let mut killed = world.hang_in_the_middle(FIRST).await;
    // While it lives, another process's press for the same agent is the same press.
    let mut second = world.start(&["place", FIRST, "+1 415 555 2671"]).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(world.sandbox.calls().len(), 1);
    second.kill().await.unwrap();
    killed.kill().await.unwrap();

    // What became of it is not known: the person is asked first, and then it goes on.
    let asked = world.start(&["place", FIRST, "+1 415 555 2671"]).await;
    assert!(!asked.wait_with_output().await.unwrap().status.success());
    assert_eq!(world.sandbox.calls().len(), 1);
    let third = world.hang("again", FIRST).await;
    let rows = world.history().await;
    let outcomes: Vec<_> = rows
        .iter()
        .map(|row| row["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["pending", "unknown"]);
    drop(third);
}
