//! A process of the example `headless`, and what it has told.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use genesys_sandbox::Running;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::plan::Anchor;

/// Longer than anything takes that is waited for.
const LONGEST: Duration = Duration::from_secs(180);

/// One process.
pub(crate) struct Host {
    child: Child,
    lines: mpsc::UnboundedReceiver<Value>,
    told: Vec<Value>,
}

/// The example `headless`, which cargo builds beside the tests.
fn headless() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let target = test.parent().and_then(Path::parent).unwrap();
    let name = format!("headless{}", std::env::consts::EXE_SUFFIX);
    let path = target.join("examples").join(name);
    assert!(
        path.is_file(),
        "{} is missing: build it with `cargo build -p dialer --examples`",
        path.display()
    );
    path
}

impl Host {
    pub(crate) async fn start(dir: &Path, server: &Running, words: &[String]) -> Self {
        let mut child = Command::new(headless())
            .arg(dir)
            .args([&server.base_url, &server.client_id])
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let secret = format!("{}\n", server.client_secret);
        let mut input = child.stdin.take().unwrap();
        input.write_all(secret.as_bytes()).await.unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut output = output.lines();
            while let Ok(Some(line)) = output.next_line().await {
                // A kill can cut the last line off.
                if let Ok(line) = serde_json::from_str(&line) {
                    drop(sender.send(line));
                }
            }
        });
        Self {
            child,
            lines,
            told: Vec::new(),
        }
    }

    /// Waits until it has told so. `false` where it has ended before.
    pub(crate) async fn until(&mut self, anchor: Anchor) -> bool {
        if anchor == Anchor::Spawned {
            return true;
        }
        let reached = async {
            while let Some(line) = self.lines.recv().await {
                let reached = is(&line, anchor);
                self.told.push(line);
                if reached {
                    return true;
                }
            }
            false
        };
        timeout(LONGEST, reached)
            .await
            .unwrap_or_else(|_| panic!("it never came to {anchor:?}"))
    }

    /// SIGKILL: nothing of it can tidy up. Then all that it has told. Whether it still ran.
    pub(crate) async fn kill(mut self) -> (Vec<Value>, bool) {
        let ran = self.child.try_wait().unwrap().is_none();
        self.child.kill().await.unwrap();
        while let Some(line) = self.lines.recv().await {
            self.told.push(line);
        }
        (self.told, ran)
    }

    /// Waits for its own end. All that it has told, and whether it ended well.
    pub(crate) async fn end(mut self) -> (Vec<Value>, bool) {
        let status = timeout(LONGEST, self.child.wait())
            .await
            .unwrap_or_else(|_| panic!("it does not come to its end"))
            .unwrap();
        while let Some(line) = self.lines.recv().await {
            self.told.push(line);
        }
        (self.told, status.success())
    }
}

fn is(line: &Value, anchor: Anchor) -> bool {
    match anchor {
        Anchor::Spawned => true,
        Anchor::Opening => line["step"] == "opening",
        Anchor::Open => line["step"] == "open",
        Anchor::Pressed => line["step"] == "pressed",
        Anchor::HangingUp => line["step"] == "hanging_up",
        Anchor::Placed => line["attempt"]["outcome"] == "placed",
        Anchor::Unknown => line["attempt"]["outcome"] == "unknown",
    }
}

/// Whether this was told.
pub(crate) fn told(lines: &[Value], anchor: Anchor) -> bool {
    lines.iter().any(|line| is(line, anchor))
}
