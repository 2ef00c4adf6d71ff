//! What the tests share: directories, intents, and second processes.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use dialer::attempt::{AttemptId, Via};
use dialer::data_dir::DataDir;
use dialer::log::{Attempt, Begun, CallLog, Intent};
use dialer::number::Dialled;
use dialer::problem::Problem;
use dialer::view::Confirmed;
use jiff::Timestamp;
use tempfile::TempDir;

/// Tells a test that it runs as the second process, and where.
const CHILD: &str = "RINGFOR_TEST_CHILD";
const MARK: &str = "child: ";

pub(crate) fn fresh() -> (TempDir, CallLog) {
    let place = TempDir::new().unwrap();
    let log = open(place.path()).unwrap();
    (place, log)
}

pub(crate) fn open(path: &Path) -> Result<CallLog, Problem> {
    CallLog::open(&DataDir::open(path)?)
}

pub(crate) fn at(millisecond: i64) -> Timestamp {
    Timestamp::from_millisecond(1_790_000_000_000 + millisecond).unwrap()
}

pub(crate) fn intent(agent_id: &str) -> Intent {
    Intent {
        id: AttemptId::mint(),
        profile_id: "contoso".into(),
        placed_by: "alex@desk".into(),
        version: "0.1.0".into(),
        via: Via::Typed,
        typed: "(415) 555-2671".into(),
        number: Dialled::parse("+14155552671").unwrap(),
        agent_id: agent_id.into(),
        agent_name: "Alex Kim".into(),
        options: dialer::view::CallOptions::default(),
        at: at(0),
        again: Vec::new(),
    }
}

/// A press of Call that says yes to whatever is asked about other calls.
pub(crate) async fn begin(log: &CallLog, mut intent: Intent) -> Result<Begun, Problem> {
    let mut before = Vec::new();
    loop {
        match log.begin(intent.clone()).await? {
            Begun::Asks {
                question,
                recovered,
                ..
            } => {
                before.extend(recovered);
                let yes = Confirmed::of(&question).unwrap();
                assert!(!intent.again.contains(&yes), "asked twice: {question:?}");
                intent.again.push(yes);
            }
            Begun::New {
                logged,
                mut recovered,
                orphans,
            } => {
                recovered.extend(before);
                return Ok(Begun::New {
                    logged,
                    recovered,
                    orphans,
                });
            }
            same => return Ok(same),
        }
    }
}

pub(crate) fn new(begun: Begun) -> Attempt {
    match begun {
        Begun::New { logged, .. } => logged.attempt().clone(),
        other => panic!("not new: {other:?}"),
    }
}

pub(crate) fn same(begun: Begun) -> Attempt {
    match begun {
        Begun::Same(attempt) => attempt,
        other => panic!("not the same: {other:?}"),
    }
}

/// The directory to work in, where this process is the second one of a test.
pub(crate) fn child_directory() -> Option<String> {
    std::env::var(CHILD).ok()
}

/// Tells the first process something.
pub(crate) fn tell(text: impl std::fmt::Display) {
    println!("\n{MARK}{text}");
}

/// Lets the second process live until it is killed, or its input is closed.
pub(crate) fn wait_for_the_end() -> ! {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    std::process::exit(0)
}

/// The same test again, in a process of its own; `launcher` is put before its command line.
pub(crate) fn second_process(test: &str, directory: &Path, launcher: &[&str]) -> SecondProcess {
    let this = std::env::current_exe().unwrap();
    let mut command = match launcher {
        [] => Command::new(&this),
        [program, arguments @ ..] => {
            let mut command = Command::new(program);
            command.args(arguments).arg(&this);
            command
        }
    };
    let mut child = command
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(CHILD, directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{launcher:?} is needed to set this test up: {error}"));
    let output = BufReader::new(child.stdout.take().unwrap());
    SecondProcess { child, output }
}

pub(crate) struct SecondProcess {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl SecondProcess {
    /// What it told next; none after its end.
    pub(crate) fn told(&mut self) -> Option<String> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.output.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            // A line that was cut by a kill was not told.
            if let Some(text) = line.strip_prefix(MARK).filter(|text| text.ends_with('\n')) {
                return Some(text.trim_end().to_owned());
            }
        }
    }

    /// What it told, which must have come.
    pub(crate) fn must_tell(&mut self) -> String {
        self.told().expect("the second process ended too early")
    }

    /// SIGKILL, and the end of the process.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Must end by itself, and well.
    pub(crate) fn must_end_well(&mut self) {
        drop(self.child.stdin.take());
        let status = self.child.wait().unwrap();
        assert!(status.success(), "the second process failed: {status}");
    }
}

impl Drop for SecondProcess {
    fn drop(&mut self) {
        if self.child.try_wait().ok().flatten().is_none() {
            self.kill();
        }
    }
}
