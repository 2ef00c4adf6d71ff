//! A person's session without a desktop: a bus, a keyring, a data directory, and a sandbox.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use genesys_sandbox::{Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Running, Sandbox};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

pub(crate) const AGENT: &str = "agent@example.com";
pub(crate) const NUMBER: &str = "+1 202 555 0143";
const PATIENCE: Duration = Duration::from_secs(60);

/// Bus and keyring end when the test closes the pipe, or dies.
const SESSION: &str = r#"
dbus-daemon --nofork --config-file="$1/bus.xml" 2> "$1/bus.txt" &
bus=$!
export DBUS_SESSION_BUS_ADDRESS="unix:path=$1/bus"
until [ -S "$1/bus" ]; do kill -0 $bus || exit 1; sleep 0.05; done
printf 'test\n' | gnome-keyring-daemon --foreground --unlock --components=secrets > "$1/keyring.txt" 2>&1 &
ring=$!
asked() { dbus-send --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets; }
until asked | grep -q 'boolean true'; do kill -0 $bus || exit 1; sleep 0.05; done
echo ready
cat > /dev/null
kill $ring $bus
"#;

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// What a run of `ringfor` said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The one object that was printed.
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.out.lines().count(), 1, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The code of the problem in it.
    pub(crate) fn problem(&self) -> String {
        let code = self.json()["problem"]["code"].clone();
        code.as_str().unwrap_or_default().to_owned()
    }
}

pub(crate) struct World {
    session: Option<Child>,
    folder: TempDir,
    pub(crate) sandbox: Sandbox,
    pub(crate) base_url: String,
    _running: Running,
    _runtime: Runtime,
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(mut session) = self.session.take() {
            drop(session.stdin.take());
            session.wait().unwrap();
        }
    }
}

impl World {
    /// A session with an open keyring, and a profile for a sandbox in which a call takes a tenth of its time.
    pub(crate) fn connected() -> Self {
        Self::connected_at(config().speed)
    }

    /// The same, where this many seconds of a call pass in one.
    pub(crate) fn connected_at(speed: f64) -> Self {
        let world = Self::open(Config { speed, ..config() });
        world.connect("platform");
        world
    }

    /// A session with an open keyring and without a profile.
    pub(crate) fn open(config: Config) -> Self {
        let mut world = Self::without_keyring(config);
        std::fs::write(
            world.path("bus.xml"),
            BUS.replace("SOCKET", world.path("bus").to_str().unwrap()),
        )
        .unwrap();
        let mut session = Command::new("sh")
            .args(["-c", SESSION, "session"])
            .arg(world.folder.path())
            .env("HOME", world.path("home"))
            .env("XDG_RUNTIME_DIR", world.path("run"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let out = session.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        assert_eq!(
            line, "ready\n",
            "dbus-daemon, dbus-send and gnome-keyring are needed"
        );
        world.session = Some(session);
        world
    }

    /// A machine on which nothing offers a keyring.
    pub(crate) fn without_keyring(config: Config) -> Self {
        let folder = TempDir::with_prefix("ringfor-").unwrap();
        for name in ["home", "run", "work"] {
            let mut made = std::fs::DirBuilder::new();
            made.mode(0o700).create(folder.path().join(name)).unwrap();
        }
        let runtime = Runtime::new().unwrap();
        let sandbox = Sandbox::new(config);
        let any_port = ([127, 0, 0, 1], 0).into();
        let running = runtime.block_on(sandbox.serve(any_port)).unwrap();
        Self {
            session: None,
            base_url: running.base_url.clone(),
            folder,
            sandbox,
            _running: running,
            _runtime: runtime,
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data_dir(&self) -> PathBuf {
        self.path("data")
    }

    /// Adds a profile for the sandbox; its secret goes in by standard input.
    pub(crate) fn connect(&self, dialect: &str) {
        let arguments = ["profile", "add", dialect, "--dialect", dialect];
        let hosts = [
            "--api-url",
            &self.base_url,
            "--client-id",
            DEFAULT_CLIENT_ID,
        ];
        let added = self.run_with(&[&arguments[..], &hosts].concat(), DEFAULT_CLIENT_SECRET);
        assert_eq!(added.code, Some(0), "{added:?}");
    }

    /// `ringfor` in this session, and in no other environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.program(Path::new(env!("CARGO_BIN_EXE_ringfor")), arguments)
    }

    /// Any program, in the environment of `ringfor`.
    pub(crate) fn program(&self, program: &Path, arguments: &[&str]) -> Command {
        // A run that was begun with `nohup` hands its deafness to SIGHUP down to whatever it starts.
        let mut command = Command::new("env");
        command
            .arg("--default-signal=HUP")
            .arg(program)
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", self.path("home"))
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("LANG", "en_US.UTF-8")
            .env("RINGFOR_DATA_DIR", self.data_dir())
            // What names a region reaches nobody: no test may leave this machine.
            .env("HTTPS_PROXY", "http://127.0.0.1:9")
            .env("RINGFOR_SETTLING_SECONDS", "3")
            .env(
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}", self.path("bus").display()),
            )
            .current_dir(self.path("work"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        Said::of(self.command(arguments).output().unwrap())
    }

    /// With this on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Said {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).unwrap();
        drop(stdin);
        Said::of(child.wait_with_output().unwrap())
    }

    /// `ringfor call` for the agent of the sandbox, as JSON.
    pub(crate) fn call(&self, number: &str, more: &[&str]) -> Said {
        let call = [
            "--json",
            "call",
            "--agent",
            AGENT,
            "--country",
            "US",
            "--to",
            number,
        ];
        self.run(&[&call[..], more].concat())
    }

    /// How many requests to place a call have arrived.
    pub(crate) fn posts(&self) -> usize {
        let journal = self.sandbox.journal();
        let posts = journal.iter().filter(|entry| {
            entry.method == "POST" && entry.path.starts_with("/api/v2/conversations/calls")
        });
        posts.count()
    }

    /// Waits until a request to place a call has arrived.
    pub(crate) fn until_posted(&self) {
        until("the request has arrived", || self.posts() > 0);
    }
}

/// A sandbox in which a call takes a tenth of its time.
pub(crate) fn config() -> Config {
    Config {
        speed: 10.0,
        ..Config::default()
    }
}

/// Waits until it is so.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(
            begin.elapsed() < PATIENCE,
            "{what}: not within {PATIENCE:?}"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Sends a signal, by its name.
pub(crate) fn signal(child: &Child, name: &str) {
    let process = child.id().to_string();
    let sent = Command::new("kill").args(["-s", name, &process]).status();
    assert!(sent.unwrap().success());
}
