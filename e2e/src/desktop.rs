//! A person's session on a display nobody sees.

use std::fs::{DirBuilder, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::keyring::Keyring;
use crate::places;
use crate::trouble::Trouble;
use crate::undertaker::{MARK, Undertaker};
use crate::wait::{PATIENCE, until};

/// Room for the window at its usual size, and its frame.
const SCREEN: &str = "1280x800x24";

/// No service files: what was not started here is not there, and nothing starts by itself.
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

/// A display, a window manager, a message bus, a keyring and a fresh home. Everything that was
/// started on it ends with it.
pub struct Desktop {
    // Dropped in this order: first the processes end, then they are collected.
    _undertaker: Undertaker,
    children: Children,
    keyring: Option<Keyring>,
    folder: PathBuf,
    environment: Vec<(String, String)>,
}

/// Started processes, collected at the end so that none stays as a zombie.
#[derive(Default)]
struct Children(Vec<Child>);

impl Drop for Children {
    fn drop(&mut self) {
        for child in &mut self.0 {
            // Already gone, or ended by the undertaker a moment ago.
            let _ended = child.kill().and_then(|()| child.wait());
        }
    }
}

impl Desktop {
    /// A desktop with a keyring that is unlocked.
    ///
    /// # Errors
    /// Says which of its programs could not be started.
    pub async fn open() -> Result<Self, Trouble> {
        let mut desktop = Self::open_without_keyring()?;
        desktop.keyring = Some(Keyring::unlock(&mut desktop).await?);
        Ok(desktop)
    }

    /// A desktop where no program offers a keyring.
    ///
    /// # Errors
    /// Says which of its programs could not be started.
    pub fn open_without_keyring() -> Result<Self, Trouble> {
        let folder = tempfile::Builder::new()
            .prefix("ringfor-")
            .tempdir()?
            .keep();
        let mark = folder.to_string_lossy().into_owned();
        let mut desktop = Self {
            _undertaker: Undertaker::hire(&mark, &folder)?,
            children: Children::default(),
            keyring: None,
            environment: vec![(MARK.into(), mark)],
            folder,
        };
        for name in ["home", "run", "logs"] {
            DirBuilder::new()
                .mode(0o700)
                .create(desktop.folder.join(name))?;
        }
        desktop.set("HOME", &desktop.folder.join("home").to_string_lossy());
        desktop.set(
            "XDG_RUNTIME_DIR",
            &desktop.folder.join("run").to_string_lossy(),
        );
        desktop.set("PATH", &std::env::var("PATH").unwrap_or_default());
        // The page's own language support throws without one.
        desktop.set("LANG", "en_US.UTF-8");
        desktop.set("TZ", "Etc/UTC");
        // There is no graphics card and no accessibility bus here, and settings stay in memory.
        // (With WEBKIT_DISABLE_DMABUF_RENDERER a picture of the page never comes back.)
        desktop.set("LIBGL_ALWAYS_SOFTWARE", "1");
        desktop.set("NO_AT_BRIDGE", "1");
        desktop.set("GDK_BACKEND", "x11");
        desktop.set("GSETTINGS_BACKEND", "memory");
        desktop.open_display()?;
        desktop.open_bus()?;
        Ok(desktop)
    }

    /// The keyring of this desktop.
    ///
    /// # Errors
    /// This desktop has none.
    pub fn keyring(&self) -> Result<&Keyring, Trouble> {
        self.keyring
            .as_ref()
            .ok_or_else(|| Trouble::new("this desktop has no keyring"))
    }

    /// The folder that holds everything of this desktop: home, sockets, logs. It goes with it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The variable that every process of this desktop carries.
    pub(crate) fn mark(&self) -> String {
        format!("{MARK}={}", self.folder.display())
    }

    /// A folder for data of the app, not made yet.
    pub fn data_dir(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A program that will run on this desktop, and in no other environment than its own.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        command
    }

    /// The same, where a program that crashes leaves its memory in a file unless it sees to it.
    pub fn command_with_cores(&self, program: &str) -> Command {
        let mut command = self.command("sh");
        let script = "ulimit -c unlimited && exec \"$@\"";
        command.args(["-c", script, "sh", program]);
        command
    }

    /// Takes a picture of the whole screen: `target/shots/<name>.png`.
    ///
    /// # Errors
    /// `import` (ImageMagick) failed.
    pub fn picture(&self, name: &str) -> Result<PathBuf, Trouble> {
        let file = places::shots()?.join(format!("{name}.png"));
        self.run(self.command("import").args(["-window", "root"]).arg(&file))?;
        Ok(file)
    }

    /// Types and presses keys as the person at the keyboard does (`xdotool` commands).
    ///
    /// # Errors
    /// `xdotool` failed.
    pub fn xdotool(&self, arguments: &[&str]) -> Result<String, Trouble> {
        self.run(self.command("xdotool").args(arguments))
    }

    /// Number of the window that has the keyboard.
    ///
    /// # Errors
    /// No window has it.
    pub fn focused(&self) -> Result<String, Trouble> {
        Ok(self.xdotool(&["getactivewindow"])?.trim().to_owned())
    }

    /// Opens a window of another program, which gets the keyboard. Gives its number.
    ///
    /// # Errors
    /// It did not come up.
    pub async fn another_window(&mut self, title: &str) -> Result<String, Trouble> {
        let mut program = self.command("xev");
        program.args(["-name", title]).stdout(Stdio::null());
        self.spawn(program)?;
        until("the other window has the keyboard", PATIENCE, async || {
            let found = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
            let window = found.trim().to_owned();
            Ok((self.focused()? == window).then_some(window))
        })
        .await
    }

    /// Selects a text, as the mouse does in another program.
    ///
    /// # Errors
    /// `xclip` failed.
    pub fn select(&mut self, text: &str) -> Result<(), Trouble> {
        let mut program = self.command("xclip");
        program
            .args(["-selection", "primary", "-quiet"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let child = self.spawn(program)?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    /// Where the message bus of this desktop is.
    pub(crate) fn bus(&self) -> &str {
        self.variable("DBUS_SESSION_BUS_ADDRESS")
    }

    /// Its display.
    pub(crate) fn display(&self) -> &str {
        self.variable("DISPLAY")
    }

    fn variable(&self, name: &str) -> &str {
        self.environment
            .iter()
            .rfind(|(known, _)| known == name)
            .map_or("", |(_, value)| value)
    }

    /// Starts a program that runs as long as the desktop; what it says goes to a file in `logs`.
    pub(crate) fn spawn(&mut self, mut command: Command) -> Result<&mut Child, Trouble> {
        let name = Path::new(command.get_program())
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("logs").join(format!("{name}.txt")))?;
        let child = command
            .stderr(log)
            .spawn()
            .map_err(|error| Trouble::while_doing(format!("{name} could not be started"), error))?;
        self.children.0.push(child);
        self.children
            .0
            .last_mut()
            .ok_or_else(|| Trouble::new("no child"))
    }

    /// Runs a program to its end and gives what it printed.
    ///
    /// # Errors
    /// It could not be started, or failed; says what it said.
    pub fn run(&self, command: &mut Command) -> Result<String, Trouble> {
        let name = command.get_program().to_string_lossy().into_owned();
        let output = command
            .output()
            .map_err(|error| Trouble::while_doing(format!("{name} could not be started"), error))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Trouble::new(format!(
                "{name} failed ({}): {}",
                output.status,
                String::from_utf8_lossy(&output.stderr).trim()
            )))
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        self.environment.push((name.into(), value.into()));
    }

    fn open_display(&mut self) -> Result<(), Trouble> {
        let mut server = self.command("Xvfb");
        server
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                SCREEN,
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdout(Stdio::piped());
        let number = first_line("Xvfb", self.spawn(server)?)?;
        self.set("DISPLAY", &format!(":{number}"));
        let mut manager = self.command("openbox");
        manager.arg("--sm-disable").stdout(Stdio::null());
        self.spawn(manager)?;
        Ok(())
    }

    fn open_bus(&mut self) -> Result<(), Trouble> {
        let socket = self.folder.join("run").join("bus");
        let config = self.folder.join("bus.xml");
        File::create(&config)?
            .write_all(BUS.replace("SOCKET", &socket.to_string_lossy()).as_bytes())?;
        let mut bus = self.command("dbus-daemon");
        bus.arg("--nofork")
            .arg("--print-address=1")
            .arg(format!("--config-file={}", config.display()))
            .stdout(Stdio::piped());
        let address = first_line("dbus-daemon", self.spawn(bus)?)?;
        self.set("DBUS_SESSION_BUS_ADDRESS", &address);
        Ok(())
    }
}

/// What a server says when it is ready.
pub(crate) fn first_line(name: &str, child: &mut Child) -> Result<String, Trouble> {
    let mut line = String::new();
    if let Some(output) = child.stdout.take() {
        BufReader::new(output).read_line(&mut line)?;
    }
    let line = line.trim();
    if line.is_empty() {
        Err(Trouble::new(format!("{name} ended before it was ready")))
    } else {
        Ok(line.to_owned())
    }
}
