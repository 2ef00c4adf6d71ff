//! One data directory, one server, and the processes that live and die on them.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::path::Path;

use axum::body::Body;
use genesys_sandbox::{CallRecord, Config, Fault, FaultRule, JournalEntry, Running, Sandbox};
use http::Request;
use serde_json::Value;
use tempfile::TempDir;
use tokio::time::sleep;

use crate::compare::ATTEMPT_ID;
use crate::host::{Host, told};
use crate::judge::{Moment, judge};
use crate::older;
use crate::phase::Phase;
use crate::plan::{Aim, Anchor, Round, agents};
use crate::record::{Attempt, Record};

/// Calls last a second or two.
const SPEED: f64 = 20.0;

/// How long an unknown outcome is looked up.
const SETTLING_MS: u64 = 2500;

/// All that may lie in the data directory after a process has ended well.
const KNOWN_FILES: [&str; 5] = [
    "owners",
    "ringfor.db",
    "ringfor.db-shm",
    "ringfor.db-wal",
    "setup.lock",
];

/// What the server knows.
pub(crate) struct Server {
    pub(crate) calls: Vec<CallRecord>,
    posts: HashMap<String, usize>,
    /// Conversations that were being hung up when the server was last looked at.
    hanging_up: HashSet<String>,
}

impl Server {
    fn of(sandbox: &Sandbox) -> Self {
        let mut posts = HashMap::new();
        let mut hanging_up = HashSet::new();
        for entry in sandbox.journal() {
            if let Some(id) = attempt_asked_for(&entry) {
                *posts.entry(id).or_default() += 1;
            }
            // Its answer never left.
            if entry.method == "PATCH"
                && entry.status.is_none()
                && let Some(conversation) = entry.path.split('/').nth(5)
            {
                hanging_up.insert(conversation.to_owned());
            }
        }
        Self {
            calls: sandbox.calls(),
            posts,
            hanging_up,
        }
    }

    /// How often an attempt was asked for.
    pub(crate) fn posts(&self, id: &str) -> usize {
        self.posts.get(id).copied().unwrap_or_default()
    }

    /// Whether the answer to hanging up the call of an attempt never left.
    pub(crate) fn is_hanging_up(&self, attempt: &Attempt) -> bool {
        let conversation = attempt.conversation_id.as_ref();
        conversation.is_some_and(|id| self.hanging_up.contains(id))
    }
}

fn attempt_asked_for(entry: &JournalEntry) -> Option<String> {
    let places =
        entry.method == "POST" && entry.path.starts_with("/api/v2/conversations/calls/user/");
    let id = &entry.body.as_ref().filter(|_| places)?["attributes"][ATTEMPT_ID];
    Some(id.as_str()?.to_owned())
}

/// Everything around the processes.
pub(crate) struct World {
    dir: TempDir,
    pub(crate) sandbox: Sandbox,
    running: Running,
    /// Attempts that a process has shown: they were on disk then.
    pressed: Vec<String>,
    starts: usize,
    wrong: Vec<String>,
}

impl World {
    pub(crate) async fn new() -> Self {
        let sandbox = Sandbox::new(Config {
            speed: SPEED,
            ..Config::default()
        });
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        let world = Self {
            dir: tempfile::tempdir().unwrap(),
            running: sandbox.serve(loopback).await.unwrap(),
            sandbox,
            pressed: Vec::new(),
            starts: 0,
            wrong: Vec::new(),
        };
        // Every agent is chosen once, so that later presses need not ask for them.
        for email in agents(&world.sandbox) {
            let host = world.start(&["choose".to_owned(), email]).await;
            assert!(host.end().await.1, "no agent could be chosen");
        }
        world
    }

    pub(crate) fn wrong(&self) -> &[String] {
        &self.wrong
    }

    pub(crate) fn summary(&self) -> String {
        let record = Record::of(self.dir.path());
        let count = |outcome: &str| {
            let all = record.attempts.iter();
            all.filter(|attempt| attempt.is(outcome)).count()
        };
        format!(
            "{} processes started, {} attempts ({} placed, {} refused, {} unknown), {} calls",
            self.starts,
            record.attempts.len(),
            count("placed"),
            count("refused"),
            count("unknown"),
            self.sandbox.calls().len()
        )
    }

    async fn start(&self, words: &[String]) -> Host {
        let settling = ["--settling".to_owned(), SETTLING_MS.to_string()];
        let words = [words, &settling].concat();
        Host::start(self.dir.path(), &self.running, &words).await
    }

    /// Starts a process, kills it, and compares what is on disk then.
    pub(crate) async fn kill(&mut self, round: &Round) -> Phase {
        if round.aim == Aim::Upgrading {
            older::make(self.dir.path());
        }
        self.slow_down(round.aim).await;
        let before = Record::of(self.dir.path());
        self.starts += 1;
        let mut host = self.start(&words(round)).await;
        if host.until(round.anchor).await {
            sleep(round.after).await;
        }
        let (lines, ran) = host.kill().await;
        let after = Record::of(self.dir.path());
        self.hear(&lines);
        let server = self.compare(&after, Moment::Killed);
        if ran {
            Phase::of(round, &lines, &before, &after, &server)
        } else {
            Phase::Over
        }
    }

    /// A process that only looks: it recovers what was left.
    pub(crate) async fn restart(&mut self) {
        self.run("history", Moment::Recovered).await;
    }

    /// A process that sees everything through to its end.
    pub(crate) async fn finish(&mut self) {
        self.run("finish", Moment::Finished).await;
    }

    async fn run(&mut self, what: &str, moment: Moment) {
        self.starts += 1;
        let (lines, well) = self.start(&[what.to_owned()]).await.end().await;
        if !well {
            self.wrong
                .push(format!("`{what}` failed: {:?}", lines.last()));
        }
        let record = Record::of(self.dir.path());
        self.compare(&record, moment);
        let shown = lines.iter().filter(|line| line["seq"].is_i64()).count();
        if shown != record.attempts.len() {
            let there = record.attempts.len();
            self.wrong
                .push(format!("{shown} of {there} attempts are shown"));
        }
        self.look_for_leftovers();
    }

    fn hear(&mut self, lines: &[Value]) {
        if told(lines, Anchor::Pressed) {
            let pressed = lines.iter().filter(|line| line["step"] == "pressed");
            let ids = pressed.filter_map(|line| line["id"].as_str());
            self.pressed.extend(ids.map(str::to_owned));
        }
    }

    fn compare(&mut self, record: &Record, moment: Moment) -> Server {
        let server = Server::of(&self.sandbox);
        for line in judge(record, &server, &self.pressed, moment) {
            // What is wrong once stays so.
            if self.wrong.iter().any(|known| known.ends_with(&line)) {
                continue;
            }
            let line = format!("after start {}: {line}", self.starts);
            println!("      WRONG {line}");
            self.wrong.push(line);
        }
        server
    }

    fn look_for_leftovers(&mut self) {
        let mut left = names(&self.dir.path().join("owners"));
        left.extend(
            names(self.dir.path())
                .into_iter()
                .filter(|name| !KNOWN_FILES.contains(&name.as_str())),
        );
        if !left.is_empty() {
            self.wrong.push(format!("files stay: {left:?}"));
        }
    }

    /// Holds the answers back that the kill is to come before.
    async fn slow_down(&self, aim: Aim) {
        let (matching, times, ms) = match aim {
            Aim::Connecting => ("POST /api/v2/users/search", 1, 120),
            // What recovers may have fetched one before the secret was set anew.
            Aim::Leaving => ("POST /oauth/token", 3, 300),
            Aim::Held => ("POST /api/v2/conversations/calls/user/*", 1, 500),
            Aim::HangingUp => ("PATCH /api/v2/conversations/calls/*", 1, 250),
            _ => return,
        };
        // One that an earlier kill has kept from being used is enough.
        if !self.faults().await.contains(matching) {
            self.sandbox.add_fault(FaultRule {
                matching: matching.to_owned(),
                times,
                fault: Fault::Delay { ms },
            });
        }
    }

    /// The faults that are not used up, as the server lists them.
    async fn faults(&self) -> String {
        let request = Request::get("/sandbox/faults").body(Body::empty()).unwrap();
        let answer = self.sandbox.handle(request).await.unwrap();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await;
        String::from_utf8(body.unwrap().to_vec()).unwrap()
    }
}

fn words(round: &Round) -> Vec<String> {
    let Some(press) = &round.press else {
        return vec!["finish".to_owned()];
    };
    let how = if press.again { "again" } else { "place" };
    let mut words = vec![
        how.to_owned(),
        press.email.clone(),
        press.number.to_owned(),
        "--id".to_owned(),
        press.id.clone(),
    ];
    if press.at_once {
        words.push("--at-once".to_owned());
    }
    if let Some(ms) = press.hang_up_after_ms {
        words.extend(["--hang-up-after".to_owned(), ms.to_string()]);
    }
    words
}

fn names(dir: &Path) -> Vec<String> {
    let entries = dir.read_dir().unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}
